/**
 * The whole server in a process of its own, with a small heap, for tests of what strangers send. A
 * test asks it over http (`/ask`) for a sprint with people, for what a facilitator would do, and how
 * long it kept its loop to itself. Run by `hostile-server.ts`, as a bundle; the argument is a database.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createApp, type App } from '#server/app';
import { SESSION_COOKIE } from '#server/auth/session';
import { readConfig } from '#server/config';
import { connectDatabase } from '#server/db/open';
import { createLog } from '#server/log';
import type { Pauses } from '#server/rooms/door-pauses';
import type { Authority } from '#server/stage/authority';
import { roomName } from '#protocol/rooms';
import { watchLoop } from '#tests/support/watch-loop';
import { RoomLogFile, damages } from '#tests/faults/hostile-documents';
import type { Answers, Ask, Door, RoomOf } from '#tests/faults/hostile/asks';
import { doorKeys } from '#tests/support/door-keys';
import { World } from '#tests/support/sprint-world';
import { turnableClock } from '#tests/support/turnable-clock';
import { groundOf } from '#tests/support/world-on-server';

const [databaseUrl = ''] = process.argv.slice(2);
/** A case more from the same address must not be kept out for the one before it. */
const never: Pauses = { free: Infinity, firstMs: 0, longestMs: 0, forgivenMs: 0 };
const database = connectDatabase(databaseUrl, { connections: 10 });
const clock = turnableClock();
const makeApp = (): App =>
  createApp({
    ...{ database: { ...database, close: async () => {} }, doorKeys, clock },
    log: createLog(process.env.LOG_LEVEL || 'silent'),
    config: { ...readConfig({}), revealCountdownMs: 0 },
    roomLimits: { badSession: never, badAddress: never, idleMs: 1_000 },
    pace: { points: 10_000, perS: 10 },
  });
let app = makeApp();
const worlds = new Map<string, World>();
const loop = watchLoop();
let visitors = 0;

function worldOf(sprintId: string): World {
  const world = worlds.get(sprintId);
  if (!world) throw new Error(`no world of ${sprintId}`);
  return world;
}

function roomIn({ rooms }: Authority, owner: RoomOf) {
  const room = rooms.find((one) =>
    'boardId' in owner
      ? one.boardId === owner.boardId
      : one.kind === 'pile' && one.memberId === owner.memberId,
  );
  if (!room) throw new Error('no such room');
  return room;
}

async function doorTo(authority: Authority, owner: RoomOf, token: string): Promise<Door> {
  const { sprintId, lineage, boardId, memberId } = roomIn(authority, owner);
  const room =
    boardId !== null
      ? roomName({ kind: 'board', sprintId, boardId, lineage })
      : roomName({ kind: 'private', private: 'pile', sprintId, memberId: memberId ?? '', lineage });
  return { room, cookie: `${SESSION_COOKIE}=${token}` };
}

/** Everything that a test may ask for, by name. */
const answers: { [K in keyof Answers]: (ask: Ask<K>) => Promise<Answers[K]['answer']> } = {
  async world() {
    const world = await World.make(groundOf({ db: database.db, app, clock }));
    worlds.set(world.sprintId, world);
    return { sprintId: world.sprintId, memberIds: world.memberIds };
  },
  async call({ sprintId, method, args }) {
    const world = worldOf(sprintId);
    const work = world[method] as (...given: unknown[]) => unknown;
    return work.apply(world, args as unknown[]);
  },
  async door({ sprintId, who, owner }) {
    const world = worldOf(sprintId);
    const { token } = await app.sessions.createSession(world.sessions[who]?.personId ?? '');
    return doorTo(await world.authority(), owner, token);
  },
  async example() {
    const begun = await app.examples.start({
      ...{ session: null, address: `10.0.0.${(visitors += 1)}`, userAgent: 'test', language: 'nl' },
    });
    if (!begun.ok) throw new Error('no example');
    const { sprintId, signedIn } = begun.value;
    const token = signedIn?.token ?? '';
    const authority = await app.authorities.of(sprintId);
    if (!authority) throw new Error('the example is gone');
    const mine = authority.members.find(({ example }) => !example)?.id ?? '';
    const boardId = authority.steps.find(({ status }) => status === 'open')?.boardId ?? '';
    return {
      pile: await doorTo(authority, { memberId: mine }, token),
      board: await doorTo(authority, { boardId }, token),
    };
  },
  async damage({ sprintId, owner, name }) {
    const { id } = roomIn(await worldOf(sprintId).authority(), owner);
    // What is in memory is not the log: as after a restart.
    await app.close();
    await damages[name]?.write(new RoomLogFile(database.db, id));
    app = makeApp();
    for (const world of worlds.values()) {
      Object.assign(world, { ground: groundOf({ db: database.db, app, clock }) });
    }
    return null;
  },
  async held() {
    return loop.longestMs();
  },
  async heap() {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
};

async function answer(request: IncomingMessage): Promise<unknown> {
  const ask = JSON.parse(await text(request)) as Ask<keyof Answers>;
  return answers[ask.kind](ask as never);
}

const server = createServer((request, response) => {
  if (request.url !== '/ask') {
    if (!app.handleRequest(request, response)) response.writeHead(404).end();
    return;
  }
  answer(request).then(
    (said) => response.end(JSON.stringify(said ?? null)),
    (error: unknown) => response.writeHead(500).end(String((error as Error).stack)),
  );
});
server.on('upgrade', (...upgrade) => app.handleUpgrade(...upgrade));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
