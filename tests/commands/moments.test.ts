/** Moments that the server keeps by itself: while people work, and from before somebody takes much away. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNotes, makeGroup, removeNotes } from '#document/boards/wall';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { roots } from '#document/schema';
import { boardSnapshots } from '#server/db/board-tables';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { World, type Cast } from '#tests/support/sprint-world';
import { startServer, type TestServer } from '#tests/support/start-server';
import { groundOf, knockAt } from '#tests/support/world-on-server';

let database: FreshDatabase;
let server: TestServer;
let world: World;
let boardId: string;
const open: BareClient[] = [];

beforeAll(async () => {
  database = await freshDatabase({ connections: 12 });
});
afterAll(() => database.close());

async function start(momentEveryMs: number): Promise<void> {
  server = await startServer({ database, momentEveryMs });
  world = await World.make(groundOf(server));
  await world.openOrdered();
  boardId = await world.boardId('hmw');
}
beforeEach(() => async () => {
  for (const client of open.splice(0)) client.close();
  await server.close();
});

async function enter(
  who: Cast,
  owner: { boardId: string } | { memberId: string } = { boardId },
  where = world,
) {
  const client = await knockAt(server, where, who, owner);
  open.push(client);
  await client.catchUp();
  client.answer();
  await until('the answer counts', () => client.acknowledged === 1);
  return client;
}

/** Sends what somebody does, and waits until it is saved. */
async function does(client: BareClient, write: Parameters<BareClient['change']>[0]): Promise<void> {
  client.sync(2, client.change(write));
  await until('it is saved', () => client.acknowledged === client.frames);
}

const notes = (count: number, prefix = 'n') =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${prefix}${at}`, text: `briefje ${at}`, color: 'yellow' as const },
    at: [at * 200, 600] as [number, number],
  }));
/** Newest first; read beside the pages, which have a pace. */
const automatic = (of = boardId) =>
  server.db
    .select()
    .from(boardSnapshots)
    .where(
      and(eq(boardSnapshots.boardId, of), inArray(boardSnapshots.reason, ['interval', 'removal'])),
    )
    .orderBy(desc(boardSnapshots.position));
/** How many notes somebody has, with all that was heard so far taken in. */
const has = (client: BareClient): number => {
  for (const said of client.heard)
    if (said.kind === 'update') Y.applyUpdate(client.doc, said.update);
  return roots.notes(client.doc).size;
};
const NEVER_MS = 60 * 60_000;

it('[C142] while people work the board is kept again and again, and not when nothing changed', async () => {
  await start(50);
  const anna = await enter('deelnemer');
  await does(anna, (doc) => addNotes(doc, notes(3), local));
  await until('it is kept', async () => (await automatic()).length === 1);
  server.clock.advance(180_000);
  await does(anna, (doc) => addNotes(doc, notes(2, 'm'), local));
  await until('it is kept again', async () => (await automatic()).length === 2);
  expect(await automatic()).toMatchObject([
    { reason: 'interval', notes: 8, phase: 'grouping', removed: null },
    { reason: 'interval', notes: 6, phase: 'grouping', removed: null },
  ]);
  // A frame that brings nothing new asks for no moment.
  anna.answerWithAll();
  await until('it counts', () => anna.acknowledged === anna.frames);
  // Boards are kept in turn: once one is that was worked on later, this one has been looked at.
  const other = await World.make(groundOf(server));
  await other.openOrdered();
  const later = await other.boardId('hmw');
  const bram = await enter('deelnemer', { boardId: later }, other);
  await does(bram, (doc) => addNotes(doc, notes(1), local));
  await until('the other board is kept', async () => (await automatic(later)).length > 0);
  expect(await automatic()).toHaveLength(2);
});

it('[C142] of what somebody writes in hiding nothing is kept', async () => {
  await start(20);
  const memberId = world.memberIds.deelnemer;
  const anna = await enter('deelnemer', { memberId });
  const pileNote = (at: number) => ({
    id: nanoid(),
    wall: boardId,
    text: 'geheim',
    color: 'pink' as const,
    createdAt: at,
  });
  for (let at = 0; at < 20; at += 1)
    await does(anna, (doc) => addPileNote(doc, pileNote(at), local));
  await does(anna, (doc) => roots.notes(doc).clear());
  const bram = await enter('expert');
  await does(bram, (doc) => addNotes(doc, notes(1), local));
  await until('the board is kept', async () => (await automatic()).length === 1);
  const rows = await server.db
    .select()
    .from(boardSnapshots)
    .where(eq(boardSnapshots.sprintId, world.sprintId));
  expect(rows.every((row) => row.boardId === boardId)).toBe(true);
  expect(rows.map(({ state }) => Buffer.from(state ?? []).toString('latin1')).join()).not.toContain(
    'geheim',
  );
});

it('[C143] all 43 notes taken away in one go: all 43 can be put back, and who took them waited for nothing', async () => {
  await start(NEVER_MS);
  const [anna, bram] = [await enter('deelnemer'), await enter('expert')];
  await does(anna, (doc) => addNotes(doc, notes(40), local));
  await until('Bram has them', () => has(bram) === 43);
  await does(bram, (doc) => removeNotes(doc, [...roots.notes(doc).keys()], local));
  await until('it is kept', async () => (await automatic()).length === 1);
  const [moment] = await automatic();
  expect(moment).toMatchObject({ reason: 'removal', notes: 43, removed: 43, phase: 'grouping' });
  expect((await world.wall('hmw')).notes).toEqual([]);
  await world.must('facilitator', {
    kind: 'restore-snapshot',
    boardId,
    snapshotId: moment?.id ?? '',
  });
  expect((await world.wall('hmw')).notes).toHaveLength(43);
});

it('[C143] taken away one by one it is one moment, from before the first; a few of many is none', async () => {
  await start(NEVER_MS);
  const [anna, bram] = [await enter('deelnemer'), await enter('expert')];
  await does(anna, (doc) => addNotes(doc, notes(97), local));
  await does(anna, (doc) =>
    removeNotes(
      doc,
      notes(30).map(({ id }) => id),
      local,
    ),
  );
  expect(await automatic()).toEqual([]);
  await until('Bram sees it', () => has(bram) === 70);
  // He keeps on, at no great pace, while others add.
  for (const id of [...roots.notes(bram.doc).keys()].slice(0, 40)) {
    await does(bram, (doc) => removeNotes(doc, [id], local));
    if (id.endsWith('5')) await does(anna, (doc) => addNotes(doc, notes(1, nanoid()), local));
  }
  await until('it is counted to the end', async () => (await automatic())[0]?.removed === 40);
  expect(await automatic()).toMatchObject([{ reason: 'removal', notes: 70 }]);
});

it('[C143] groups that go, and notes that a rule puts back at once, are told apart', async () => {
  await start(NEVER_MS);
  const anna = await enter('facilitator');
  const bram = await enter('deelnemer');
  await does(anna, (doc) => {
    const all = notes(24).map((note) => ({ ...note, locked: true }));
    addNotes(doc, all, local);
    for (const { id } of all) roots.notes(doc).get(id)?.set('locked', true);
    for (let at = 0; at < 12; at += 1)
      makeGroup(doc, { id: `g${at}`, at: [0, at * 400], label: '', noteIds: [] }, local);
  });
  await until('Bram has them', () => has(bram) === 27);
  await does(bram, (doc) =>
    removeNotes(
      doc,
      notes(24).map(({ id }) => id),
      local,
    ),
  );
  expect((await world.wall('hmw')).notes).toHaveLength(27);
  expect(await automatic()).toEqual([]);
  await until('Anna has them back', () => has(anna) === 27);
  await does(anna, (doc) => roots.groups(doc).clear());
  expect(await automatic()).toEqual([]);
  await does(anna, (doc) => removeNotes(doc, [...roots.notes(doc).keys()].slice(0, 4), local));
  await until('it is kept', async () => (await automatic()).length === 1);
  expect(await automatic()).toMatchObject([{ reason: 'removal', notes: 27, removed: 4 }]);
});
