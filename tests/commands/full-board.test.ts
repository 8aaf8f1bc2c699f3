/** Commands that meet the bound of a board: each is answered, nothing of it is done, nothing of anybody is lost. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNotes, removeNotes } from '#document/boards/wall';
import { server as serverOrigin } from '#document/origins';
import { REVEAL_COUNTDOWN_MS, REVEAL_GRACE_MS } from '#domain/sprint/reveal';
import { roomLimits, type RoomLimits } from '#server/rooms/limits';
import { until } from '#tests/rooms/support/clients';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';
import { startServer, type TestServer } from '#tests/support/start-server';
import { World } from '#tests/support/sprint-world';
import { turnableClock } from '#tests/support/turnable-clock';

const NOON = new Date();
/** Of which a command may pass a quarter. */
const RECORDS = 8;
const FULL = 10;

const clock = turnableClock();
let database: FreshDatabase;
let server: TestServer;
let world: World;

const small: Partial<RoomLimits> = {
  documents: {
    ...roomLimits.documents,
    wall: { bytes: 4_194_304, records: RECORDS },
  },
};

async function start(limits: Partial<RoomLimits>): Promise<void> {
  const config = { revealCountdownMs: REVEAL_COUNTDOWN_MS };
  server = await startServer({ config, clock, database, roomLimits: limits });
  const { app, db } = server;
  const { commands, authorities, rooms, stages } = app;
  const ground = { db, commands, authorities, rooms, stages, clock };
  const made = { ...ground, signals: [], logged: [], close: async () => {} };
  if (world) Object.assign(world, { ground: made });
  else world = await World.make(made);
}

async function fresh(limits: Partial<RoomLimits>): Promise<void> {
  world = undefined as never;
  await start(limits);
}

beforeAll(async () => {
  database = await freshDatabase({ connections: 12 });
});
afterAll(() => database.close());
beforeEach(() => clock.stopAt(NOON));
afterEach(() => server.close());

const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `noot ${n}`);
const lay = (exercise: string, texts: readonly string[]): Promise<void> =>
  world.onWall(exercise, (doc) =>
    addNotes(
      doc,
      texts.map(
        (text) => ({ id: `op de wand ${text}`, text, at: [0, 0], color: 'yellow' }) as const,
      ),
      serverOrigin,
    ),
  );
const clear = async (exercise: string, count: number): Promise<void> => {
  const { notes } = await world.wall(exercise);
  const ids = notes.slice(0, count).map(({ id }) => id);
  await world.onWall(exercise, (doc) => removeNotes(doc, ids, serverOrigin));
};
const texts = async (exercise: string): Promise<string[]> =>
  (await world.wall(exercise)).notes.map(({ text }) => text).sort();
const stepOf = async (exercise: string) =>
  (await world.authority()).steps.find(({ id }) => id === world.step(exercise));
const ownTexts = async (): Promise<string[]> =>
  (await world.pile('deelnemer')).map(({ text }) => text);
const reveal = () => world.advance('hmw', 'writing', 'reveal');

it('[C155] a reveal that finds no place is refused before it counts down; wall and piles stay, and with space it goes on', async () => {
  await fresh(small);
  await world.open('hmw');
  await lay('hmw', many(FULL - 1));
  await world.writePile('deelnemer', 'hmw', ['een', 'twee']);
  expect(await world.says('facilitator', reveal())).toBe('board-full');
  expect(await stepOf('hmw')).toMatchObject({ phase: 'writing', revealAt: null });
  expect(await texts('hmw')).toEqual(many(FULL - 1));
  expect(await ownTexts()).toEqual(['een', 'twee']);

  await clear('hmw', 1);
  await world.must('facilitator', reveal());
  clock.advance(REVEAL_COUNTDOWN_MS + REVEAL_GRACE_MS);
  await until('it is revealed', async () => (await stepOf('hmw'))?.phase === 'reveal');
  expect(await texts('hmw')).toHaveLength(FULL);
  expect(await ownTexts()).toEqual([]);
});

it('[C156] what is written while a reveal counts down may be too much for the wall: it is called off, writing goes on, and who asks again is told', async () => {
  await fresh(small);
  await world.open('hmw');
  await lay('hmw', many(FULL - 1));
  await world.writePile('deelnemer', 'hmw', ['op tijd']);
  await world.must('facilitator', reveal());
  await world.writePile('expert', 'hmw', ['een te veel']);
  clock.advance(REVEAL_COUNTDOWN_MS + REVEAL_GRACE_MS);
  await until('it is called off', async () => (await stepOf('hmw'))?.revealAt === null);
  expect((await stepOf('hmw'))?.phase).toBe('writing');
  expect(await texts('hmw')).toEqual(many(FULL - 1));
  expect(await ownTexts()).toEqual(['op tijd']);
  await world.writePile('deelnemer', 'hmw', ['en verder']);
  expect(await world.says('facilitator', reveal())).toBe('board-full');
});

it('[C157] late notes that find no place keep the phase from ending; they stay handed in, or in their pile once they are no longer admitted', async () => {
  await fresh(small);
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', ['op tijd']);
  await world.must('facilitator', reveal());
  clock.advance(REVEAL_COUNTDOWN_MS + REVEAL_GRACE_MS);
  await until('it is revealed', async () => (await stepOf('hmw'))?.phase === 'reveal');
  const noteIds = await world.writePile('deelnemer', 'hmw', ['te laat']);
  const stepId = world.step('hmw');
  const admit = { kind: 'admit-late', stepId, admit: true } as const;
  await world.must('facilitator', admit);
  await world.must('deelnemer', { kind: 'lay-late-notes', stepId, noteIds });
  await lay('hmw', many(FULL - 1));
  const end = { kind: 'close-step', stepId } as const;
  expect(await world.says('facilitator', end)).toBe('board-full');
  expect(await stepOf('hmw')).toMatchObject({ status: 'open', phase: 'reveal', admitsLate: true });
  const { members } = await world.authority();
  const writer = members.find(({ id }) => id === world.memberIds.deelnemer);
  expect(writer?.handedIn).toEqual({ stepId, noteIds });
  expect(await ownTexts()).toEqual(['te laat']);

  await world.must('facilitator', { ...admit, admit: false });
  await world.must('facilitator', end);
  expect(await ownTexts()).toEqual(['te laat']);
  expect(await texts('hmw')).toHaveLength(FULL);
});

it('[C158] a moment larger than a board may be is not put back: board, moments and history stay, and under a wider bound it is', async () => {
  await fresh({});
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', many(FULL + 2));
  await world.must('facilitator', reveal());
  clock.advance(REVEAL_COUNTDOWN_MS + REVEAL_GRACE_MS);
  await until('it is revealed', async () => (await stepOf('hmw'))?.phase === 'reveal');
  await world.open('hmw-ordenen');
  await clear('hmw', FULL);
  const [moment] = (await world.moments('hmw')).filter(({ notes }) => notes === FULL + 2);
  const boardId = await world.boardId('hmw');
  const restore = { kind: 'restore-snapshot', boardId, snapshotId: moment?.id ?? '' } as const;
  const before = await texts('hmw');
  const kept = (await world.moments('hmw')).length;

  await server.close();
  await start(small);
  expect(await world.says('facilitator', restore)).toBe('board-full');
  expect(await texts('hmw')).toEqual(before);
  expect(await world.moments('hmw')).toHaveLength(kept);

  await server.close();
  await start({});
  await world.must('facilitator', restore);
  expect(await texts('hmw')).toHaveLength(FULL + 2);
});
