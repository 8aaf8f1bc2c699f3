/** Starts the server of `serve-hostile.ts` with a small heap, and asks it on behalf of a test. */
import { once } from 'node:events';
import type {
  Answers,
  Ask,
  Door,
  RoomOf,
  WorldAnswer,
  WorldMethod,
} from '#tests/faults/hostile/asks';
import { BareClient } from '#tests/rooms/support/clients';
import { freshDatabase } from '#tests/support/fresh-database';
import { bundleScript } from '#tests/support/run-script';
import type { Cast, World } from '#tests/support/sprint-world';

const HEAP_MB = 256;

/** A sprint in the other process. */
export type FarWorld = {
  readonly memberIds: Record<Cast, string>;
  /** As the method of that name; see sprint-world.ts. */
  call<M extends WorldMethod>(method: M, ...args: Parameters<World[M]>): Promise<WorldAnswer<M>>;
  /** Somebody in a room of it, by a new session, with the document. */
  enter(who: Cast, owner: RoomOf): Promise<BareClient>;
  /** By the name in hostile-documents.ts: into the log, with a new start of the server. */
  damage(owner: RoomOf, name: string): Promise<void>;
};

export type HostileServer = {
  world(): Promise<FarWorld>;
  /** A visitor without an account in an example of their own. */
  example(): Promise<{ pile: Door; board: Door }>;
  knock(door: Door): Promise<BareClient>;
  heldMs(): Promise<number>;
  heapBytes(): Promise<number>;
  /** Whether it still runs. */
  isAlive(): boolean;
  close(): Promise<void>;
};

export async function startHostileServer(): Promise<HostileServer> {
  const database = await freshDatabase({ connections: 2 });
  const script = await bundleScript('tests/faults/hostile/serve-hostile.ts', {
    nodeArgs: [`--max-old-space-size=${HEAP_MB}`, '--expose-gc'],
  });
  const run = await script.start(database.url);
  const url = run.firstLine;
  let isAlive = true;
  void run.gone.then(() => (isAlive = false));

  async function ask<K extends keyof Answers>(asked: Ask<K>): Promise<Answers[K]['answer']> {
    const response = await fetch(`${url}/ask`, { method: 'POST', body: JSON.stringify(asked) });
    if (!response.ok) throw new Error(`${asked.kind}: ${await response.text()}`);
    return response.json() as Promise<Answers[K]['answer']>;
  }

  async function knock({ room, cookie }: Door): Promise<BareClient> {
    const address = `${url.replace('http', 'ws')}/sync/${room}?ack=1`;
    const client = new BareClient(address, { cookie, origin: url });
    if (client.socket.readyState !== client.socket.OPEN) await once(client.socket, 'open');
    return client;
  }

  return {
    knock,
    example: () => ask({ kind: 'example' }),
    heldMs: () => ask({ kind: 'held' }),
    heapBytes: () => ask({ kind: 'heap' }),
    isAlive: () => isAlive,
    async world() {
      const { sprintId, memberIds } = await ask({ kind: 'world' });
      return {
        memberIds,
        call: (method, ...args) => ask({ kind: 'call', sprintId, method, args }) as never,
        async enter(who, owner) {
          const client = await knock(await ask({ kind: 'door', sprintId, who, owner }));
          await client.catchUp();
          client.answer();
          return client;
        },
        async damage(owner, name) {
          await ask({ kind: 'damage', sprintId, owner, name });
        },
      };
    },
    async close() {
      await run.end('SIGTERM');
      await script.remove();
      await database.close();
    },
  };
}
