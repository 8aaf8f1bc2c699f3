/** A visitor in an example sprint on a real server: the live socket, the boards, and turns at a hundred times. */
import * as Y from 'yjs';
import type { CommandInput } from '#protocol/commands';
import { PROTOCOL_VERSION } from '#protocol/version';
import { plainPile, plainWall, type PlainPileNote, type PlainWall } from '#document/plain';
import type { Phase } from '#domain/sprint/phases';
import { SESSION_COOKIE } from '#server/auth/session';
import type { Visit } from '#server/people/parts';
import type { Authority, Member } from '#server/stage/authority';
import { stockClient, synced, until, type StockClient } from '#tests/rooms/support/clients';
import { Live } from '#tests/support/live';
import { startPeople, value, type PeopleWorld } from '#tests/support/people-world';

export type Example = {
  readonly world: PeopleWorld;
  readonly sprintId: string;
  readonly visit: Visit;
  /** Opens the room as a page does. */
  open(): Live;
  /** Opens a board or pile with the stock provider. */
  board(room: string): Promise<StockClient>;
  authority(): Promise<Authority>;
  standIns(): Promise<Member[]>;
  run<T>(command: CommandInput): Promise<T>;
  advance(from: Phase, to: Phase): Promise<void>;
  wall(): Promise<PlainWall>;
  piles(): Promise<Map<string, PlainPileNote[]>>;
  leave(): void;
};

/** What stand-ins do takes many turns, each a transaction: on a busy machine far longer than one answer does. */
const TURNS_LIMIT_MS = 25_000;

export function untilDone(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  return until(what, isSo, TURNS_LIMIT_MS);
}

export function startExamples(
  overrides: Parameters<typeof startPeople>[0] = {},
): Promise<PeopleWorld> {
  const config = { examplePace: 100, ...overrides.config };
  return startPeople({ ...overrides, config });
}

/** A visitor without an account who pressed the button. */
export async function beginExample(
  world: PeopleWorld,
  more: Partial<Visit> = {},
): Promise<Example> {
  const { sprintId, signedIn } = value(
    await world.app.examples.start(await world.visit(null, more)),
  );
  const token = signedIn?.token ?? '';
  return exampleOf(world, sprintId, { token, visit: await world.visit(token, more) });
}

export function exampleOf(
  world: PeopleWorld,
  sprintId: string,
  { token, visit }: { token: string; visit: Visit },
): Example {
  const { app } = world;
  const opened: { close(): void }[] = [];
  const cookie = `${SESSION_COOKIE}=${token}`;
  const origin = world.url;
  const authority = async (): Promise<Authority> => {
    const found = await app.authorities.of(sprintId);
    if (!found) throw new Error('the example is gone');
    return found;
  };
  const openStep = async () => {
    const { steps } = await authority();
    const step = steps.find((one) => one.status === 'open');
    if (!step) throw new Error('no step is open');
    return step;
  };
  return {
    ...{ world, sprintId, visit, authority },
    open() {
      const live = new Live(`${world.wsUrl}/live/${sprintId}?v=${PROTOCOL_VERSION}`, {
        ...{ origin, cookie },
      });
      opened.push({ close: () => live.socket.close() });
      return live;
    },
    async board(room) {
      const from = { wsUrl: world.wsUrl, origin, boardName: room };
      const client = await synced(stockClient(from, { cookie } as never, { doc: new Y.Doc() }));
      opened.push(client);
      return client;
    },
    async standIns() {
      return (await authority()).members.filter((member) => member.example);
    },
    run: (command) => world.run(visit, sprintId, command),
    async advance(from, to) {
      const { id: stepId } = await openStep();
      await world.run(visit, sprintId, { kind: 'advance-phase', stepId, from, to });
    },
    async wall() {
      const { boardId } = await openStep();
      const room = (await authority()).rooms.find((one) => one.boardId === boardId);
      return app.rooms.read(room?.id ?? '', plainWall);
    },
    async piles() {
      const { rooms } = await authority();
      const own = rooms.filter((room) => room.memberId !== null);
      const read = own.map(
        async ({ id, memberId }) => [memberId ?? '', await app.rooms.read(id, plainPile)] as const,
      );
      return new Map(await Promise.all(read));
    },
    leave() {
      for (const one of opened.splice(0)) one.close();
    },
  };
}
