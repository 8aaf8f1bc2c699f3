/** Moments of boards: kept with the command, read by members, put back as a new state. */
import { count, eq } from 'drizzle-orm';
import { fromBase64 } from 'lib0/buffer';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNote, addNotes, makeGroup, removeNotes, setNoteText } from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall, plainWallOfUpdate } from '#document/plain';
import { boardSnapshots } from '#server/db/board-tables';
import { roomUpdates } from '#server/db/tables';
import { createRooms } from '#server/rooms/room-registry';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';
import { pino } from 'pino';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const said = async (exercise: string) =>
  (await world.moments(exercise)).map((one) => `${one.reason} ${one.phase} ${one.notes}`);
const wallOf = ({ state }: { state: string }) => plainWallOfUpdate(fromBase64(state));
const textsOf = async (snapshotId: string) =>
  wallOf(await world.history.moment(world.sessions.deelnemer, world.sprintId, snapshotId))
    .notes.map((note) => note.text)
    .sort();
const texts = async (exercise: string) =>
  (await world.wall(exercise)).notes.map((note) => note.text).sort();
const write = (exercise: string, text: string) =>
  world.onWall(exercise, (doc) =>
    addNote(doc, { id: nanoid(), text, color: 'blue', at: [900, 900] }, local),
  );
const restore = async (exercise: string, snapshotId: string) =>
  (await world.must('facilitator', {
    kind: 'restore-snapshot',
    boardId: await world.boardId(exercise),
    snapshotId,
  })) as { beforeId: string };
const refusal = async (who: 'facilitator', boardId: string, snapshotId: string) =>
  world.says(who, { kind: 'restore-snapshot', boardId, snapshotId });

/** The wall of HMW while it is ordered, with two moments behind it. */
async function ordered(): Promise<string> {
  await world.openOrdered();
  const [newest] = await world.moments('hmw');
  if (!newest) throw new Error('no moment was kept');
  return newest.id;
}

it('[C90] the end of a phase and of a step keep the board as it is committed then', async () => {
  await world.openOrdered();
  await write('hmw', 'later');
  await world.must('facilitator', { kind: 'next-step', from: world.step('hmw-ordenen') });
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw-stemmen') });
  expect(await said('hmw')).toEqual([
    'step result 4',
    'phase voting 4',
    'step grouping 4',
    'step reveal 3',
    'phase writing 3',
  ]);
  const [, , grouping, , writing] = await world.moments('hmw');
  expect(await textsOf(grouping?.id ?? '')).toEqual(['appel', 'later', 'peer', 'pruim']);
  expect(await textsOf(writing?.id ?? '')).toEqual(['appel', 'peer', 'pruim']);
});

it('[C90] undoing the opening of a step keeps what was done in it', async () => {
  await world.openOrdered();
  await write('hmw', 'later');
  await world.must('facilitator', { kind: 'back-step', from: world.step('hmw-ordenen') });
  expect((await said('hmw'))[0]).toBe('step grouping 4');
});

it('[C90] a refused command keeps nothing', async () => {
  await world.openOrdered();
  const before = await said('hmw');
  const again = { kind: 'next-step', from: world.step('hmw') } as const;
  expect(await world.says('facilitator', again)).toBe('phase-moved-on');
  expect(await world.says('deelnemer', { ...again, from: world.step('hmw-ordenen') })).toBe(
    'not-your-role',
  );
  expect(await said('hmw')).toEqual(before);
});

it('[C91] the reveal keeps the wall before and after, and never a pile', async () => {
  await world.open('hmw');
  await write('hmw', 'hing er al');
  await world.writePile('deelnemer', 'hmw', ['geheim']);
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await world.writePile('expert', 'hmw', ['te laat en geheim']);
  expect(await said('hmw')).toEqual(['phase writing 2', 'reveal writing 1']);
  const [after, before] = await world.moments('hmw');
  expect(await textsOf(before?.id ?? '')).toEqual(['hing er al']);
  expect(await textsOf(after?.id ?? '')).toEqual(['geheim', 'hing er al']);
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw') });
  const rows = await ground.db
    .select()
    .from(boardSnapshots)
    .where(eq(boardSnapshots.sprintId, world.sprintId));
  const bytes = rows.map((row) => Buffer.from(row.state ?? []).toString('latin1')).join();
  expect(bytes).toContain('geheim');
  expect(bytes).not.toContain('te laat');
  const roomId = await world.roomOf({ memberId: world.memberIds.expert });
  expect(rows.every((row) => row.boardId !== roomId)).toBe(true);
});

it('[C91] closing a step while notes are hidden keeps nothing of them', async () => {
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', ['geheim']);
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw') });
  expect(await said('hmw')).toEqual([]);
});

it('[C92] an empty board leaves no moment, an unchanged one is named and stored once', async () => {
  await world.open('note-en-stem');
  await world.must('facilitator', world.advance('note-en-stem', 'writing', 'reveal'));
  expect(await said('note-en-stem')).toEqual([]);
  await world.openVote();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'voting'));
  expect(await said('hmw')).toEqual([
    'phase result 3',
    'phase voting 3',
    'step reveal 3',
    'phase writing 3',
  ]);
  const rows = await ground.db
    .select({ state: boardSnapshots.state })
    .from(boardSnapshots)
    .where(eq(boardSnapshots.boardId, await world.boardId('hmw')));
  expect(rows.filter((row) => row.state !== null)).toHaveLength(1);
  for (const { id } of await world.moments('hmw')) {
    expect(await textsOf(id)).toEqual(['appel', 'peer', 'pruim']);
  }
});

it('[C93] moments are read by members of the sprint only', async () => {
  const snapshotId = await ordered();
  const other = await World.make(ground);
  const { history } = world;
  for (const who of ['deelnemer', 'waarnemer', 'expert'] as const) {
    const boards = await history.list(world.sessions[who], world.sprintId);
    expect(boards.map((one) => one.moments.length)).toEqual([2]);
  }
  for (const [who, code] of [
    ['stranger', 'not-a-member'],
    ['removed', 'removed-from-sprint'],
    ['signed-out', 'not-signed-in'],
  ] as const) {
    const session = world.sessions[who];
    const boardId = await world.boardId('hmw');
    await expect(history.list(session, world.sprintId)).rejects.toThrow(code);
    await expect(history.moment(session, world.sprintId, snapshotId)).rejects.toThrow(code);
    await expect(history.board(session, world.sprintId, boardId)).rejects.toThrow(code);
  }
  const boardId = await world.boardId('hmw');
  const asBoard = (id: string) =>
    history.sheet(world.sessions.expert, world.sprintId, { boardId: id, snapshotId });
  expect((await asBoard(boardId)).moment?.id).toBe(snapshotId);
  await expect(asBoard('another')).rejects.toThrow('no-such-snapshot');
  const elsewhere = history.moment(other.sessions.facilitator, other.sprintId, snapshotId);
  await expect(elsewhere).rejects.toThrow('no-such-snapshot');
});

it('[C94] a restore makes the board what it was and loses nothing that came after', async () => {
  await ordered();
  const { notes } = await world.wall('hmw');
  await world.onWall('hmw', (doc) => {
    makeGroup(
      doc,
      { id: 'g1', at: [0, 600], label: 'Fruit', noteIds: [notes[0]?.id ?? ''] },
      local,
    );
    setNoteText(doc, notes[1]?.id ?? '', 'peer met steel', local);
  });
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw-ordenen') });
  const grouped = await world.wall('hmw');
  const [end, fallen] = await world.moments('hmw');
  const log = () =>
    ground.db
      .select({ n: count() })
      .from(roomUpdates)
      .where(eq(roomUpdates.update, roomUpdates.update));
  const before = (await log())[0]?.n ?? 0;

  await restore('hmw', fallen?.id ?? '');
  expect(await texts('hmw')).toEqual(['appel', 'peer', 'pruim']);
  expect((await world.wall('hmw')).groups).toEqual([]);
  expect((await log())[0]?.n).toBe(before + 1);
  expect((await said('hmw'))[0]).toBe('restore null 3');
  await restore('hmw', end?.id ?? '');
  expect(await world.wall('hmw')).toEqual(grouped);
  expect(await said('hmw')).toEqual([
    'restore null 3',
    'restore null 3',
    'step grouping 3',
    'step reveal 3',
    'phase writing 3',
  ]);
});

it('[C95] restoring twice and undoing it end where they began', async () => {
  const fallen = await ordered();
  const { notes } = await world.wall('hmw');
  await world.onWall('hmw', (doc) => removeNotes(doc, [notes[0]?.id ?? ''], local));
  await write('hmw', 'nieuw');
  const worked = await world.wall('hmw');
  const first = await restore('hmw', fallen);
  const second = await restore('hmw', fallen);
  expect(await texts('hmw')).toEqual(['appel', 'peer', 'pruim']);
  await restore('hmw', second.beforeId);
  expect(await texts('hmw')).toEqual(['appel', 'peer', 'pruim']);
  await restore('hmw', first.beforeId);
  expect(await world.wall('hmw')).toEqual(worked);
});

it('[C95] an emptied board can be brought back, and be emptied again', async () => {
  const fallen = await ordered();
  const ids = (await world.wall('hmw')).notes.map((note) => note.id);
  await world.onWall('hmw', (doc) => removeNotes(doc, ids, local));
  const { beforeId } = await restore('hmw', fallen);
  expect(await texts('hmw')).toEqual(['appel', 'peer', 'pruim']);
  await restore('hmw', beforeId);
  expect(await texts('hmw')).toEqual([]);
});

it('[C97] is refused while dots are put, and for what is not there', async () => {
  await world.openVote();
  const boardId = await world.boardId('hmw');
  const [moment] = await world.moments('hmw');
  const id = moment?.id ?? '';
  expect(await refusal('facilitator', boardId, id)).toBe('wrong-phase');
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  expect(await refusal('facilitator', boardId, 'nietwaar')).toBe('no-such-snapshot');
  expect(await refusal('facilitator', 'nietwaar', id)).toBe('no-such-board');
  const other = await World.make(ground);
  await other.openOrdered();
  const [foreign] = await other.moments('hmw');
  expect(await refusal('facilitator', boardId, foreign?.id ?? '')).toBe('no-such-snapshot');
  await world.open('doel');
  const elsewhere = await world.boardId('doel');
  expect(await refusal('facilitator', elsewhere, id)).toBe('no-such-snapshot');
  expect(await refusal('facilitator', boardId, id)).toBe('ok');
});

it('[C99] another server on the same database has the moments and the restored board', async () => {
  const fallen = await ordered();
  await write('hmw', 'later');
  await restore('hmw', fallen);
  const later = createRooms({ db: ground.db, log: pino({ level: 'silent' }) });
  const roomId = await world.roomOf({ boardId: await world.boardId('hmw') });
  const wall = await later.read(roomId, plainWall);
  await later.close();
  expect(wall.notes.map((note) => note.text).sort()).toEqual(['appel', 'peer', 'pruim']);
  const [kept] = await world.moments('hmw');
  expect(await textsOf(kept?.id ?? '')).toEqual(['appel', 'later', 'peer', 'pruim']);
});

it('[C99] a board read whole has results of a closed round, and none while dots are put', async () => {
  const { roundId, of } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('peer') });
  const sheet = async () =>
    world.history.board(
      world.sessions.facilitator,
      world.sprintId,
      await world.boardId('hmw-stemmen'),
    );
  expect((await sheet()).round).toBeNull();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  const { round, state, steps } = await sheet();
  expect(round?.results?.[0]).toMatchObject({ candidateId: of('peer'), dots: 1, voters: null });
  expect(wallOf({ state }).notes).toHaveLength(3);
  expect(steps.map((step) => step.exercise)).toEqual(['hmw', 'hmw-stemmen']);
  const [voted, fallen] = await world.moments('hmw');
  const at = (id = '') => world.history.moment(world.sessions.expert, world.sprintId, id);
  expect((await at(voted?.id)).round?.id).toBe(roundId);
  expect((await at(fallen?.id)).round).toBeNull();
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'voting'));
  expect((await sheet()).round).toBeNull();
});

it('[C90] keeping a thousand notes costs a close little beside holding their board', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await world.onWall('hmw', (doc) =>
    addNotes(
      doc,
      Array.from({ length: 1_000 }, (_, index) => ({
        ...{ id: nanoid(), text: `Briefje ${index} over een storing aan huis`, color: 'yellow' },
        at: [index * 10, 0],
      })) as Parameters<typeof addNotes>[1],
      local,
    ),
  );
  const msOf = async (work: () => Promise<unknown>): Promise<number> => {
    const startedMs = performance.now();
    await work();
    return performance.now() - startedMs;
  };
  const holds: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    holds.push(await msOf(() => world.onWall('hmw', (doc) => doc.getMap('meta').set('held', n))));
  }
  const heldMs = holds.sort((a, b) => a - b)[2] ?? 0;
  const tookMs = await msOf(() =>
    world.must('facilitator', { kind: 'next-step', from: world.step('hmw') }),
  );
  expect((await said('hmw'))[0]).toBe('step reveal 1000');
  expect(tookMs).toBeLessThan(10 * heldMs);
});
