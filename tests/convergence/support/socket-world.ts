/** The rooms as people reach them: websockets with a cookie, admission, authority in PostgreSQL. */
import { eq } from 'drizzle-orm';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { members } from '#server/db/tables';
import { createRoomLog } from '#server/store/room-log';
import { CountedSocket } from '#tests/convergence/support/counted-socket';
import { copyOf } from '#tests/convergence/support/in-process-world';
import type { World } from '#tests/convergence/support/simulation';
import { startRoomsServer, type Visitor } from '#tests/rooms/support/rooms-server';
import type { FreshDatabase } from '#tests/support/fresh-database';

class RealSocket extends CountedSocket {
  readonly #socket: WebSocket;

  constructor(address: string, headers: { origin: string; cookie: string }) {
    super();
    const { origin, cookie } = headers;
    this.#socket = new WebSocket(address, { origin, headers: { cookie } });
    this.#socket.on('open', () => {
      this.readyState = 1;
      this.onopen?.();
    });
    this.#socket.on('message', (data: Buffer) => this.arrive(new Uint8Array(data)));
    this.#socket.on('error', (error) => this.onerror?.(error));
    this.#socket.on('close', (code) => {
      this.readyState = 3;
      this.onclose?.({ code });
    });
  }

  close(): void {
    this.#socket.close();
  }

  cut(): void {
    this.#socket.terminate();
  }

  protected pass(frame: Uint8Array): void {
    this.#socket.send(frame);
  }
}

export async function socketWorld(
  database: FreshDatabase,
  people: number,
): Promise<World & { close(): Promise<void> }> {
  const server = await startRoomsServer({
    database,
    limits: { retryFirstMs: 1, closeMs: 2_000, framesAtOnce: 100_000, socketsPerPerson: 1_000 },
  });
  const visitors: Visitor[] = [];
  for (let i = 0; i < people; i++) visitors.push(await server.enter(`Persoon ${i}`));
  const roomId = server.board.id;

  return {
    dial(person) {
      const address = `${server.wsUrl}/sync/${server.boardName}?ack=1`;
      const { cookie } = visitors[person] as Visitor;
      return new RealSocket(address, { origin: server.origin, cookie });
    },
    async setAccess(person, kind) {
      const { memberId } = visitors[person] as Visitor;
      const role = kind === 'write' ? 'deelnemer' : 'waarnemer';
      await server.db.update(members).set({ role }).where(eq(members.id, memberId));
      await server.authorityChanged();
    },
    change: (work) => server.rooms.change([roomId], async ({ doc }) => work(doc(roomId))),
    restart: () => server.restart(),
    crash: () => server.crash(),
    live: () => server.rooms.read(roomId, (doc) => copyOf([Y.encodeStateAsUpdate(doc)])),
    async stored() {
      const { updates } = await createRoomLog(server.db).load(roomId);
      return copyOf(updates.map(({ update }) => update));
    },
    close: () => server.close(),
  };
}
