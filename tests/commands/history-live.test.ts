/** A restore as browsers meet it: real websockets, others at work, a server that dies. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addNote, setNoteText } from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { boards } from '#server/db/tables';
import { roomName } from '#protocol/rooms';
import { socketWith, until } from '#tests/rooms/support/clients';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World, type Cast } from '#tests/support/sprint-world';
import { SESSION_COOKIE } from '#server/auth/session';
import { groundOf } from '#tests/support/world-on-server';

let database: FreshDatabase;
let server: TestServer;
let world: World;
const open: WebsocketProvider[] = [];

beforeAll(async () => {
  database = await freshDatabase({ connections: 12 });
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startServer({ database });
  world = await worldOn(server);
  await world.openOrdered();
  return async () => {
    for (const line of open.splice(0)) line.destroy();
    await server.close();
  };
});

const worldOn = (on: TestServer): Promise<World> => World.make(groundOf(on));

/** Somebody with the wall open, by the stock provider. */
async function at(who: Cast): Promise<Y.Doc> {
  const { sessions } = server.app;
  const { token } = await sessions.createSession(world.sessions[who]?.personId ?? '');
  const { sprintId } = world;
  const boardId = await world.boardId('hmw');
  const room = (await world.authority()).rooms.find((one) => one.boardId === boardId);
  const address = roomName({ kind: 'board', sprintId, boardId, lineage: room?.lineage ?? '' });
  const line = new WebsocketProvider(`${server.wsUrl}/sync`, address, new Y.Doc(), {
    WebSocketPolyfill: socketWith(`${SESSION_COOKIE}=${token}`, server.url) as never,
    disableBc: true,
  });
  open.push(line);
  await new Promise((resolve) => void line.once('sync', resolve));
  return line.doc;
}

const textsIn = (doc: Y.Doc) => plainWall(doc).notes.map((note) => note.text);
const sortedTexts = (doc: Y.Doc) => textsIn(doc).sort();
const fallen = async () => (await world.moments('hmw'))[0]?.id ?? '';

async function restore(snapshotId: string): Promise<void> {
  const boardId = await world.boardId('hmw');
  await world.must('facilitator', { kind: 'restore-snapshot', boardId, snapshotId });
}

it('[C96] others see the restore at once, and what they type meanwhile breaks nothing', async () => {
  const [anna, bram] = [await at('deelnemer'), await at('expert')];
  const [first] = plainWall(anna).notes;
  addNote(anna, { id: 'nieuw', text: 'later', color: 'pink', at: [900, 0] }, local);
  await until('Bram sees it', () => textsIn(bram).includes('later'));
  const snapshotId = await fallen();
  const put = restore(snapshotId);
  // Typed while the command is under way: on a note that stays, and on one that goes.
  setNoteText(anna, first?.id ?? '', `${first?.text ?? ''} en meer`, local);
  setNoteText(anna, 'nieuw', 'later en nog later', local);
  await put;
  await until('both have the same', () => !textsIn(bram).some((text) => text.startsWith('later')));
  await until('both end equal', () => {
    const [a, b] = [plainWall(anna), plainWall(bram)];
    return JSON.stringify(a) === JSON.stringify(b) && a.notes.length === 3;
  });
  addNote(bram, { id: 'daarna', text: 'gewoon verder', color: 'blue', at: [900, 0] }, local);
  await until('Anna sees it', () => textsIn(anna).includes('gewoon verder'));
});

it('[C98] a locked board is put back too, and stays locked', async () => {
  const anna = await at('deelnemer');
  addNote(anna, { id: 'nieuw', text: 'later', color: 'pink', at: [900, 0] }, local);
  const boardId = await world.boardId('hmw');
  const onServer = async () => (await world.wall('hmw')).notes.length;
  await until('it is saved', async () => (await onServer()) === 4);
  await world.must('facilitator', { kind: 'set-board-lock', boardId, locked: true });
  await restore(await fallen());
  await until('Anna sees it', () => anna.getMap('notes').size === 3);
  addNote(anna, { id: 'mag niet', text: 'mag niet', color: 'pink', at: [0, 0] }, local);
  const bram = await at('expert');
  expect(sortedTexts(bram)).toEqual(['appel', 'peer', 'pruim']);
  const [row] = await database.db.select().from(boards).where(eq(boards.id, boardId));
  expect(row?.locked).toBe(true);
  expect(await onServer()).toBe(3);
});

it('[C99] a server that is gone right after has lost neither the restore nor the moment', async () => {
  const anna = await at('deelnemer');
  addNote(anna, { id: 'nieuw', text: 'later', color: 'pink', at: [900, 0] }, local);
  await until('it is saved', async () => (await world.wall('hmw')).notes.length === 4);
  await restore(await fallen());
  for (const line of open.splice(0)) line.destroy();
  await server.close();
  server = await startServer({ database });
  Object.assign(world, { ground: groundOf(server) });
  expect((await world.wall('hmw')).notes).toHaveLength(3);
  const kept = (await world.moments('hmw'))[0];
  expect(kept).toMatchObject({ reason: 'restore', phase: 'grouping', notes: 4 });
  await restore(kept?.id ?? '');
  expect((await world.wall('hmw')).notes.map((note) => note.text)).toContain('later');
});
