/** Steps, phases and the reveal on a real PostgreSQL and real rooms. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { roomClients, roomUpdates, rooms, sprints } from '#server/db/tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const stageOf = (who: 'facilitator' | 'deelnemer' | 'expert' | 'beslisser') =>
  ground.stages.of(world.sessions[who], world.sprintId);
const texts = async (exercise: string) =>
  (await world.wall(exercise)).notes.map((note) => note.text);

it('[C11] an opened step has a seeded board, an idle clock at its minutes and its first phase', async () => {
  await world.open('hmw');
  const stage = await stageOf('deelnemer');
  expect(stage.now).toMatchObject({ phase: 'writing', pileWritable: true, boardWritable: false });
  expect(stage.clock).toEqual({ state: 'idle', durationMs: 600_000 });
  const roomId = await world.roomOf({ boardId: await world.boardId('hmw') });
  const log = await ground.db.select().from(roomUpdates).where(eq(roomUpdates.roomId, roomId));
  expect(log.map((row) => row.seq)).toEqual([1]);
  const clients = await ground.db.select().from(roomClients).where(eq(roomClients.roomId, roomId));
  expect(clients.map((row) => row.memberId)).toEqual([null]);
  const own = await ground.db.select().from(rooms).where(eq(rooms.sprintId, world.sprintId));
  const ownersOf = (kind: string) =>
    own.filter((room) => room.kind === kind).map(({ memberId }) => memberId);
  expect(ownersOf('pile')).toContain(world.memberIds.expert);
  // An observer has one for what they see on Friday, and nothing to draw on.
  expect(ownersOf('pile')).toContain(world.memberIds.waarnemer);
  expect(ownersOf('pad')).not.toContain(world.memberIds.waarnemer);
});

it('[C10] opening a step closes the open one, and next goes on to the next planned one', async () => {
  await world.open('experts');
  await world.open('hmw');
  await world.must('facilitator', { kind: 'next-step', from: world.step('hmw') });
  const said = await world.says('facilitator', { kind: 'next-step', from: world.step('hmw') });
  expect(said).toBe('phase-moved-on');
  const { steps } = await world.authority();
  expect(steps.slice(0, 3).map((step) => step.status)).toEqual(['done', 'done', 'open']);
  expect(await world.says('facilitator', { kind: 'open-step', stepId: world.step('hmw') })).toBe(
    'step-already-closed',
  );
});

it('[C4] two facilitators who open different steps at once leave one step open', async () => {
  const said = await Promise.all([
    world.says('facilitator', { kind: 'open-step', stepId: world.step('hmw') }),
    world.says('co', { kind: 'open-step', stepId: world.step('doel') }),
  ]);
  expect(said).toEqual(['ok', 'ok']);
  const { steps } = await world.authority();
  expect(steps.filter((step) => step.status === 'open')).toHaveLength(1);
});

it('[C21] the reveal moves all notes once, under new ids, and empties the piles', async () => {
  await world.open('hmw');
  const own = await world.writePile('deelnemer', 'hmw', ['a1', 'a2', ' ']);
  await world.writePile('expert', 'hmw', ['b1']);
  await world.writePile('beslisser', 'hmw', ['c1', 'c2']);
  const reveal = world.advance('hmw', 'writing', 'reveal');
  const said = await Promise.all([world.says('facilitator', reveal), world.says('co', reveal)]);
  expect(said.sort()).toEqual(['ok', 'phase-moved-on']);
  expect((await texts('hmw')).sort()).toEqual(['a1', 'a2', 'b1', 'c1', 'c2']);
  const { notes } = await world.wall('hmw');
  expect(notes.some((note) => own.includes(note.id) || note.author !== undefined)).toBe(false);
  for (const who of ['deelnemer', 'expert', 'beslisser'] as const) {
    expect(await world.pile(who)).toEqual([]);
  }
});

it('[C20] a repeated reveal changes nothing', async () => {
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', ['a1']);
  const reveal = world.advance('hmw', 'writing', 'reveal');
  await world.must('facilitator', reveal);
  await world.writePile('deelnemer', 'hmw', ['laat']);
  expect(await world.says('facilitator', reveal)).toBe('phase-moved-on');
  expect(await texts('hmw')).toEqual(['a1']);
  expect(await world.says('facilitator', world.advance('hmw', 'reveal', 'writing'))).toBe(
    'wrong-phase',
  );
});

it('[C21] names the authors where the facilitator chose so before the start', async () => {
  const stepId = world.step('note-en-stem');
  const choices = { authorShown: true };
  await world.must('facilitator', { kind: 'set-step-choices', stepId, choices });
  await world.open('note-en-stem');
  await world.writePile('expert', 'note-en-stem', ['van mij']);
  await world.must('facilitator', world.advance('note-en-stem', 'writing', 'reveal'));
  const { notes } = await world.wall('note-en-stem');
  expect(notes.map((note) => note.author)).toEqual(['expert']);
  const again = await world.says('facilitator', { kind: 'set-step-choices', stepId, choices });
  expect(again).toBe('step-already-started');
});

it('[C22] late notes wait in the pile until they are admitted, handed in, and the phase ends', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  const noteIds = await world.writePile('deelnemer', 'hmw', ['te laat', 'ook']);
  const stepId = world.step('hmw');
  const lay = { kind: 'lay-late-notes', stepId, noteIds } as const;
  expect(await world.says('deelnemer', lay)).toBe('not-admitted-late');
  await world.must('facilitator', { kind: 'admit-late', stepId, admit: true });
  expect(await world.says('expert', lay)).toBe('no-late-notes');
  expect(await world.must('deelnemer', lay)).toEqual({ waiting: 2 });
  expect(await world.must('deelnemer', { ...lay, noteIds: [] })).toEqual({ waiting: 0 });
  const [one = '', other = ''] = noteIds;
  expect(await world.must('deelnemer', { ...lay, noteIds: [one] })).toEqual({ waiting: 1 });
  // Nobody lays what is not theirs.
  const [of = ''] = await world.writePile('expert', 'hmw', ['van de expert']);
  expect(await world.must('expert', { ...lay, noteIds: [of, other] })).toEqual({ waiting: 1 });
  await world.writePile('beslisser', 'hmw', ['niet ingeleverd']);
  expect(await texts('hmw')).toEqual([]);
  await world.open('hmw-ordenen');
  expect((await texts('hmw')).sort()).toEqual(['te laat', 'van de expert']);
  const left = async (who: 'deelnemer' | 'expert' | 'beslisser') =>
    (await world.pile(who)).map((note) => note.text);
  expect(await left('deelnemer')).toEqual(['ook']);
  expect(await left('expert')).toEqual([]);
  expect(await left('beslisser')).toEqual(['niet ingeleverd']);
});

it('[C60] late notes of all go up in one act, shuffled, and not where they are no longer admitted', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  const stepId = world.step('hmw');
  const admit = { kind: 'admit-late', stepId, admit: true } as const;
  await world.must('facilitator', admit);
  const writers = ['deelnemer', 'expert', 'beslisser'] as const;
  for (const who of writers) {
    const noteIds = await world.writePile(
      who,
      'hmw',
      [1, 2, 3, 4, 5, 6].map((number) => `${who} ${number}`),
    );
    await world.must(who, { kind: 'lay-late-notes', stepId, noteIds });
  }
  const before = (await world.wall('hmw')).notes.length;
  await world.must('facilitator', { kind: 'close-step', stepId });
  const orders = (await texts('hmw')).map((text) => text.split(' ')[0]);
  expect([before, orders.length]).toEqual([0, 18]);
  // Not one writer after the other: of a fair shuffle of eighteen that is one in three million.
  const turns = orders.filter((who, at) => who !== orders[at - 1]);
  expect(turns.length).toBeGreaterThan(writers.length);
  const { notes } = await world.wall('hmw');
  expect(notes.some((note) => note.author !== undefined || note.by !== undefined)).toBe(false);

  await world.open('hmw-ordenen');
  const later = world.step('hmw-ordenen');
  await world.must('facilitator', { ...admit, stepId: later });
  const noteIds = await world.writePile('deelnemer', 'hmw', ['nog een']);
  await world.must('deelnemer', { kind: 'lay-late-notes', stepId: later, noteIds });
  await world.must('facilitator', { ...admit, stepId: later, admit: false });
  await world.must('facilitator', { kind: 'close-step', stepId: later });
  expect(await texts('hmw')).toHaveLength(18);
  expect((await world.pile('deelnemer')).map((note) => note.text)).toEqual(['nog een']);
});

it('[C61] no pile is counted for anybody once it was revealed; a lone late writer is told', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  const stepId = world.step('hmw');
  await world.must('facilitator', { kind: 'admit-late', stepId, admit: true });
  const noteIds = await world.writePile('deelnemer', 'hmw', ['te laat', 'ook']);
  const [other = ''] = await world.writePile('expert', 'hmw', ['laat']);
  const nowOf = async (who: 'facilitator' | 'deelnemer' | 'expert' | 'beslisser') =>
    (await stageOf(who)).now;
  expect(await nowOf('facilitator')).toMatchObject({ piles: null, pileTotal: 0, lateTotal: 3 });
  expect(await nowOf('beslisser')).toMatchObject({
    ...{ piles: null, pileTotal: 0, lateTotal: null, late: null },
  });
  expect((await nowOf('deelnemer'))?.late).toEqual({ handedIn: [], guessable: true });
  await world.must('deelnemer', { kind: 'lay-late-notes', stepId, noteIds });
  expect((await nowOf('deelnemer'))?.late).toEqual({ handedIn: noteIds, guessable: true });
  expect((await nowOf('beslisser'))?.late).toBeNull();
  expect((await nowOf('expert'))?.late).toEqual({ handedIn: [], guessable: false });
  await world.must('expert', { kind: 'lay-late-notes', stepId, noteIds: [other] });
  expect((await nowOf('deelnemer'))?.late?.guessable).toBe(false);
});

it('[C12] later steps of a wall share its board; writing it once more begins a new one', async () => {
  await world.open('experts');
  await world.writePile('deelnemer', 'experts', ['bij de expert']);
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await world.open('hmw-ordenen');
  expect(await world.boardId('hmw')).toBe(await world.boardId('experts'));
  expect(await world.boardId('hmw-ordenen')).toBe(await world.boardId('hmw'));
  expect(await texts('hmw-ordenen')).toEqual(['bij de expert']);

  const before = await world.boardId('hmw');
  for (const exercise of ['hmw', 'hmw-ordenen']) {
    const stepId = world.step(exercise);
    const copy = await world.must('facilitator', { kind: 'repeat-step', stepId });
    world.stepIds[`${exercise} again`] = (copy as { stepId: string }).stepId;
  }
  await world.open('hmw again');
  expect(await world.boardId('hmw again')).not.toBe(before);
  await world.open('hmw-ordenen again');
  expect(await world.boardId('hmw-ordenen again')).toBe(await world.boardId('hmw again'));
});

it('[C13] closing a step while notes are hidden reveals nothing', async () => {
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', ['geheim']);
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw') });
  expect(await texts('hmw')).toEqual([]);
  expect((await world.pile('deelnemer')).map((note) => note.text)).toEqual(['geheim']);
});

it('[C4] a refused command leaves the version, an accepted one raises it', async () => {
  const version = async () =>
    (await ground.db.select().from(sprints).where(eq(sprints.id, world.sprintId)))[0]?.version ?? 0;
  const before = await version();
  expect(await world.says('facilitator', { kind: 'pause-clock' })).toBe('clock-not-running');
  expect(await version()).toBe(before);
  await world.open('hmw');
  expect(await version()).toBe(before + 1);
});

it('[C7] the clock starts, pauses with what is left, goes on and is extended', async () => {
  await world.open('hmw');
  ground.clock.stopAt(new Date('2030-01-07T10:00:00Z'));
  await world.must('facilitator', { kind: 'start-clock', minutes: 2 });
  const deadlineAt = Date.parse('2030-01-07T10:02:00Z');
  expect((await stageOf('deelnemer')).clock).toMatchObject({ state: 'running', deadlineAt });
  ground.clock.advance(30_000);
  await world.must('facilitator', { kind: 'pause-clock' });
  const paused = (await stageOf('deelnemer')).clock;
  expect(paused).toMatchObject({ state: 'paused', remainingMs: 90_000 });
  await world.must('facilitator', { kind: 'extend-clock', minutes: 1 });
  await world.must('facilitator', { kind: 'start-clock' });
  const running = (await stageOf('deelnemer')).clock;
  expect(running).toMatchObject({ state: 'running', deadlineAt: deadlineAt + 60_000 });
});

it('[C10] the agenda is rearranged: skipped, moved, added, retimed and removed', async () => {
  const doel = world.step('doel');
  await world.must('facilitator', { kind: 'skip-step', stepId: doel, skipped: true });
  const before = world.step('experts');
  await world.must('facilitator', {
    kind: 'move-step',
    stepId: world.step('lunch'),
    day: 1,
    before,
  });
  await world.must('facilitator', {
    kind: 'add-step',
    exercise: 'kaart',
    day: 1,
    before,
    minutes: 45,
  });
  await world.must('facilitator', { kind: 'retime-step', stepId: before, minutes: 20 });
  await world.must('facilitator', { kind: 'remove-step', stepId: world.step('note-en-stem') });
  const { agenda } = await stageOf('deelnemer');
  expect(agenda.map((step) => `${step.exercise} ${step.minutes} ${step.status}`)).toEqual([
    'lunch 10 planned',
    'kaart 45 planned',
    'experts 20 planned',
    'hmw 10 planned',
    'hmw-ordenen 10 planned',
    'hmw-stemmen 10 planned',
    'doel 10 skipped',
  ]);
  await world.open('hmw');
  const stepId = world.step('hmw');
  const moves = { kind: 'move-step', stepId, day: 2, before: null } as const;
  expect(await world.says('facilitator', moves)).toBe('step-already-started');
});
