/** The live socket as a browser meets it: real http server, real websockets, real PostgreSQL. */
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Stage } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { socketWith } from '#tests/rooms/support/clients';
import { Live } from '#tests/support/live';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Actor, type Cast } from '#tests/support/sprint-world';
import { SESSION_COOKIE } from '#server/auth/session';

let server: TestServer;
let world: World;
const open: Live[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const live of open.splice(0)) live.socket.close();
  const { db, app, clock } = server;
  const { commands, authorities, rooms, stages } = app;
  world = await World.make({
    ...{ db, commands, authorities, rooms, stages, clock },
    ...{ signals: [], logged: [], close: async () => {} },
  });
});

async function cookieOf(who: Actor | Cast): Promise<string | undefined> {
  const session = world.sessions[who];
  if (!session) return undefined;
  const { token } = await server.app.sessions.createSession(session.personId);
  return `${SESSION_COOKIE}=${token}`;
}

async function connect(
  who: Actor | Cast,
  { v = String(PROTOCOL_VERSION), sprintId = world.sprintId } = {},
) {
  const live = new Live(`${server.wsUrl}/live/${sprintId}?v=${v}`, {
    ...{ origin: server.url, cookie: await cookieOf(who) },
  });
  open.push(live);
  return live;
}

it('[C52] sends the stage at once and after each change, never an older one after a newer', async () => {
  const live = await connect('deelnemer');
  const first = await live.stage();
  expect(first.me.present).toBe(true);
  await world.open('hmw');
  await live.stage((stage) => stage.now?.phase === 'writing');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await live.stage((stage) => stage.now?.phase === 'reveal');
  const versions = live.stages.map((stage) => stage.version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

it('[C52] tells who is here, and who has gone', async () => {
  const facilitator = await connect('facilitator');
  await facilitator.stage();
  const present = (name: string) => (stage: Stage) =>
    stage.members.some((member) => member.name === name && member.present && member.counted);
  const guest = await connect('deelnemer');
  await facilitator.stage(present('deelnemer'));
  guest.socket.close();
  await facilitator.until(() => {
    const last = facilitator.stages.at(-1);
    return last && !present('deelnemer')(last);
  });
});

it('[C52] tells facilitators how many notes lie in each pile, and everybody else the total', async () => {
  await world.open('hmw');
  const facilitator = await connect('facilitator');
  const bystander = await connect('expert');
  const { privateRooms } = (await (await connect('deelnemer')).stage()).me;
  const wall = await world.boardId('hmw');
  const writer = new WebsocketProvider(
    `${server.wsUrl}/sync`,
    privateRooms.pile?.room ?? '',
    new Y.Doc(),
    {
      WebSocketPolyfill: socketWith((await cookieOf('deelnemer')) ?? '', server.url) as never,
      disableBc: true,
    },
  );
  try {
    await new Promise((resolve) => void writer.once('sync', resolve));
    const note = { id: 'n1', wall, text: 'geheim woord', color: 'pink', createdAt: 1 } as const;
    addPileNote(writer.doc, note, local);
    const seen = await facilitator.stage((stage) => stage.now?.pileTotal === 1);
    expect(seen.now?.piles).toEqual({ [world.memberIds.deelnemer]: 1 });
    addPileNote(writer.doc, { ...note, id: 'n2', text: '  ' }, local);
    addPileNote(writer.doc, { ...note, id: 'n3' }, local);
    const { now } = await bystander.stage((stage) => stage.now?.pileTotal === 2);
    expect(now?.piles).toBeNull();
    await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
    await bystander.stage((stage) => stage.now?.phase === 'reveal' && stage.now.pileTotal === 0);
    const frames = JSON.stringify([...facilitator.heard, ...bystander.heard]);
    expect(frames).not.toContain('geheim woord');
  } finally {
    writer.destroy();
  }
});

it('[C62] a note that comes late is told to its writer and to facilitators; nobody else hears a thing', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  const facilitator = await connect('facilitator');
  const bystander = await connect('expert');
  const own = await connect('deelnemer');
  const { privateRooms } = (await own.stage()).me;
  const wall = await world.boardId('hmw');
  const writer = new WebsocketProvider(
    `${server.wsUrl}/sync`,
    privateRooms.pile?.room ?? '',
    new Y.Doc(),
    {
      WebSocketPolyfill: socketWith((await cookieOf('deelnemer')) ?? '', server.url) as never,
      disableBc: true,
    },
  );
  try {
    await new Promise((resolve) => void writer.once('sync', resolve));
    await facilitator.stage((stage) => stage.members.filter(({ present }) => present).length >= 3);
    await bystander.stage((stage) => stage.members.filter(({ present }) => present).length >= 3);
    const heard = bystander.stages.length;
    const note = { wall, text: 'te laat', color: 'pink', createdAt: 1 } as const;
    addPileNote(writer.doc, { ...note, id: 'late-1' }, local);
    await facilitator.stage((stage) => stage.now?.lateTotal === 1);
    addPileNote(writer.doc, { ...note, id: 'late-2' }, local);
    const { now } = await facilitator.stage((stage) => stage.now?.lateTotal === 2);
    expect(now?.piles).toBeNull();
    expect((await own.stage((stage) => stage.now?.late !== null)).now?.late?.guessable).toBe(true);
    expect(bystander.stages.slice(heard)).toEqual([]);
  } finally {
    writer.destroy();
  }
});

it.each([
  ['nobody', 'signed-out', {}, 4401],
  ['a stranger', 'stranger', {}, 4403],
  ['who was removed', 'removed', {}, 4403],
  ['an older page', 'deelnemer', { v: '0' }, 4409],
  ['a sprint that is not', 'deelnemer', { sprintId: 'nowhere' }, 4404],
] as const)('[C53] refuses %s by close code, and says nothing', async (_, who, options, code) => {
  const live = await connect(who, options);
  expect(await live.closed()).toBe(code);
  expect(live.heard).toEqual([]);
});

it('[C53] a page of elsewhere is refused before the upgrade', async () => {
  const headers = { cookie: (await cookieOf('deelnemer')) ?? '' };
  const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
  const socket = new WebSocket(address, { headers, origin: 'https://elsewhere.example' });
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain('403');
});

it('[C53] removal ends the socket within a second, and so does signing out', async () => {
  const removed = await connect('deelnemer');
  const out = await connect('expert');
  await Promise.all([removed.stage(), out.stage()]);
  const before = performance.now();
  await world.must('facilitator', { kind: 'remove-member', memberId: world.memberIds.deelnemer });
  expect(await removed.closed()).toBe(4403);
  await server.app.sessions.endAllSessions(world.sessions.expert?.personId ?? '');
  expect(await out.closed()).toBe(4401);
  expect(performance.now() - before).toBeLessThan(1_000);
});

it('[C53] deleting the sprint ends every socket of it', async () => {
  const live = await connect('deelnemer');
  await live.stage();
  await world.must('facilitator', { kind: 'delete-sprint', name: 'Proefsprint' });
  expect(await live.closed()).toBe(4404);
});

it('[C54] a clock probe comes back with the server’s time', async () => {
  const live = await connect('deelnemer');
  await once(live.socket, 'open');
  live.socket.send(JSON.stringify({ kind: 'ping', sentAt: 42 }));
  const pong = await live.until(() => live.heard.find((one) => one.kind === 'pong'));
  expect(pong).toMatchObject({ sentAt: 42 });
  expect(Math.abs((pong as { serverNow: number }).serverNow - Date.now())).toBeLessThan(2_000);
});

it.each([
  ['no JSON', 'hello', 4400],
  ['another message', '{"kind":"stage"}', 4400],
  ['a binary frame', Buffer.from([1, 2, 3]), 4400],
  ['more than 4 KiB', JSON.stringify({ kind: 'ping', sentAt: 1, pad: 'x'.repeat(5_000) }), 4413],
] as const)('[C54] %s closes its sender and nobody else', async (_, frame, code) => {
  const bystander = await connect('expert');
  const sender = await connect('deelnemer');
  await Promise.all([bystander.stage(), sender.stage()]);
  sender.socket.send(frame);
  expect(await sender.closed()).toBe(code);
  await world.open('hmw');
  await bystander.stage((stage) => stage.now?.phase === 'writing');
  expect(bystander.closedWith).toBeUndefined();
});

it('[C54] one who never stops asking is closed as too fast', async () => {
  const live = await connect('deelnemer');
  await live.stage();
  for (let n = 0; n < 150; n += 1) live.socket.send(JSON.stringify({ kind: 'ping', sentAt: n }));
  expect(await live.closed()).toBe(4529);
});
