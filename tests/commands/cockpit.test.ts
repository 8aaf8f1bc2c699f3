/** The facilitator's place: undo of a step, a squeezed day, notes for facilitators, hands, and the end of a round. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { facilitatorNotes } from '#server/db/facilitation-tables';
import { steps } from '#server/db/tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);
const back = (exercise: string | null) =>
  ({ kind: 'back-step', from: exercise === null ? null : world.step(exercise) }) as const;
const stepNow = async (exercise: string) => {
  const { agenda } = await stageOf('facilitator');
  const step = agenda.find((one) => one.id === world.step(exercise));
  if (!step) throw new Error(`no step of ${exercise}`);
  return step;
};

it('[C73] undo puts the open step back and opens the one before, with the minutes that it had left', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  ground.clock.advance(4 * 60_000);
  await world.open('hmw-ordenen');
  await world.must('facilitator', back('hmw-ordenen'));
  const stage = await stageOf('deelnemer');
  expect(stage.now).toMatchObject({ stepId: world.step('hmw'), phase: 'reveal' });
  expect(stage.clock).toEqual({ state: 'idle', durationMs: 6 * 60_000 });
  expect(await stepNow('hmw-ordenen')).toMatchObject({ status: 'planned', phase: 'grouping' });
  expect(await stepNow('hmw')).toMatchObject({ status: 'open', closedAt: null });
});

it('[C73] of two facilitators who undo at once one does, and the other reads why not', async () => {
  await world.open('experts');
  await world.open('hmw');
  const said = await Promise.all([
    world.says('facilitator', back('hmw')),
    world.says('co', back('hmw')),
  ]);
  expect(said.sort()).toEqual(['ok', 'phase-moved-on']);
  expect(await stepNow('experts')).toMatchObject({ status: 'open', phase: 'writing' });
});

it('[C73] there is nothing to undo before a step was closed', async () => {
  expect(await world.says('facilitator', back(null))).toBe('nothing-to-undo');
  await world.open('hmw');
  expect(await world.says('facilitator', back('hmw'))).toBe('nothing-to-undo');
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('hmw') });
  expect(await world.says('facilitator', back(null))).toBe('ok');
  expect((await stageOf('deelnemer')).now).toMatchObject({ stepId: world.step('hmw') });
});

it('[C74] a step that was put back goes on where it was: its board, its notes and its hidden piles', async () => {
  await world.open('experts');
  await world.open('hmw');
  const board = await world.boardId('hmw');
  await world.writePile('deelnemer', 'hmw', ['geheim']);
  await world.must('facilitator', back('hmw'));
  expect((await world.wall('experts')).notes).toEqual([]);
  expect((await world.pile('deelnemer')).map((note) => note.text)).toEqual(['geheim']);
  await world.open('hmw');
  expect(await world.boardId('hmw')).toBe(board);
  expect((await stageOf('deelnemer')).now).toMatchObject({ phase: 'writing', pileWritable: true });
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  expect((await world.wall('hmw')).notes.map((note) => note.text)).toEqual(['geheim']);
});

it('[C74] what was decided in a step that was put back still stands when it is opened again', async () => {
  const { ids } = await world.openVote();
  const stepId = world.step('hmw-stemmen');
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'decision'));
  const decide = { kind: 'decide', stepId, candidateId: ids[0] ?? '', reason: 'daarom' } as const;
  await world.must('beslisser', decide);
  await world.must('facilitator', back('hmw-stemmen'));
  await world.open('hmw-stemmen');
  const { now } = await stageOf('deelnemer');
  expect(now).toMatchObject({ phase: 'decision', decision: { candidateId: ids[0] } });
  expect(now?.round?.results).toHaveLength(3);
});

it('[C74] a step that was put back is not removed, and keeps what its people were told', async () => {
  await world.open('experts');
  await world.open('note-en-stem');
  await world.must('facilitator', back('note-en-stem'));
  const stepId = world.step('note-en-stem');
  expect(await world.says('facilitator', { kind: 'remove-step', stepId })).toBe(
    'step-already-started',
  );
  const choices = { authorShown: true };
  expect(await world.says('facilitator', { kind: 'set-step-choices', stepId, choices })).toBe(
    'step-already-started',
  );
});

it('[C75] a vote is not undone under the hands of who voted; an empty one is, and opens anew', async () => {
  const { roundId, ids } = await world.openVote();
  const dot = { roundId, candidateId: ids[0] ?? '' };
  await world.must('deelnemer', { kind: 'cast-dot', ...dot });
  expect(await world.says('facilitator', back('hmw-stemmen'))).toBe('votes-cast');
  await world.must('deelnemer', { kind: 'take-back-dot', ...dot });
  await world.must('facilitator', back('hmw-stemmen'));
  await world.open('hmw-stemmen');
  const { now } = await stageOf('facilitator');
  expect(now).toMatchObject({ phase: 'voting', round: { status: 'open', placed: 0, fresh: true } });
  expect(now?.round?.id).not.toBe(roundId);
});

it('[C75] a vote that its step took with it is counted, and met at its result', async () => {
  const { roundId, ids } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: ids[1] ?? '' });
  await world.open('doel');
  await world.must('facilitator', back('doel'));
  const { now } = await stageOf('deelnemer');
  expect(now).toMatchObject({ phase: 'result', round: { status: 'closed', placed: 1 } });
});

it('[C76] a squeeze gives all steps their minutes, or none, and is undone by its inverse', async () => {
  const minutes = async () => {
    const rows = await ground.db.select().from(steps).where(eq(steps.sprintId, world.sprintId));
    return Object.fromEntries(rows.map((row) => [row.exercise, row.minutes]));
  };
  const before = await minutes();
  await world.open('experts');
  const to = (hmw: number, doel: number) => [
    { stepId: world.step('hmw'), minutes: hmw },
    { stepId: world.step('doel'), minutes: doel },
  ];
  const bad = [...to(7, 8), { stepId: world.step('experts'), minutes: 5 }];
  expect(await world.says('facilitator', { kind: 'squeeze-day', steps: bad })).toBe(
    'step-already-open',
  );
  expect(await minutes()).toEqual(before);
  await world.must('facilitator', { kind: 'squeeze-day', steps: to(7, 8) });
  expect(await minutes()).toEqual({ ...before, hmw: 7, doel: 8 });
  await world.must('facilitator', { kind: 'squeeze-day', steps: to(10, 10) });
  expect(await minutes()).toEqual(before);
});

it('[C77] what facilitators write for each other is in their stage only', async () => {
  await world.open('hmw');
  const stepId = world.step('hmw');
  const note = { kind: 'write-facilitator-note', version: 0 } as const;
  await world.must('facilitator', { ...note, stepId, text: 'Bo is stil' });
  await world.must('co', { ...note, stepId: null, text: 'Lunch is besteld' });
  expect((await stageOf('co')).facilitatorNotes).toEqual({
    step: { text: 'Bo is stil', version: 1 },
    sprint: { text: 'Lunch is besteld', version: 1 },
  });
  for (const who of ['deelnemer', 'expert', 'waarnemer', 'beslisser'] as const) {
    const stage = await stageOf(who);
    expect(stage.facilitatorNotes).toBeNull();
    expect(JSON.stringify(stage)).not.toMatch(/Bo is stil|Lunch is besteld/);
  }
});

it('[C77] who had read an older text is refused, and of two who write at once one is', async () => {
  const note = { kind: 'write-facilitator-note', stepId: null } as const;
  const said = await Promise.all([
    world.says('facilitator', { ...note, text: 'een', version: 0 }),
    world.says('co', { ...note, text: 'twee', version: 0 }),
  ]);
  expect(said.sort()).toEqual(['changed-meanwhile', 'ok']);
  expect(await world.must('co', { ...note, text: '', version: 1 })).toEqual({ version: 2 });
  expect(await world.says('facilitator', { ...note, text: 'oud', version: 1 })).toBe(
    'changed-meanwhile',
  );
  const unknown = { ...note, stepId: 'nergens', text: 'x', version: 0 };
  expect(await world.says('facilitator', unknown)).toBe('no-such-step');
  const rows = await ground.db
    .select()
    .from(facilitatorNotes)
    .where(eq(facilitatorNotes.sprintId, world.sprintId));
  expect(rows).toMatchObject([{ text: '', version: 2 }]);
});

it('[C78] a hand that is up keeps its place, and is lowered by its owner or a facilitator', async () => {
  const hands = async () =>
    (await stageOf('waarnemer')).members
      .filter((member) => member.handRaisedAt !== null)
      .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0))
      .map((member) => member.name);
  await world.must('expert', { kind: 'set-hand', up: true });
  ground.clock.advance(1_000);
  await world.must('deelnemer', { kind: 'set-hand', up: true });
  ground.clock.advance(1_000);
  await world.must('expert', { kind: 'set-hand', up: true });
  expect(await hands()).toEqual(['expert', 'deelnemer']);
  const { expert } = world.memberIds;
  await world.must('facilitator', { kind: 'lower-hand', memberId: expert });
  await world.must('facilitator', { kind: 'lower-hand', memberId: expert });
  expect(await hands()).toEqual(['deelnemer']);
  await world.must('deelnemer', { kind: 'set-hand', up: false });
  expect(await hands()).toEqual([]);
  expect(await world.says('facilitator', { kind: 'lower-hand', memberId: 'niemand' })).toBe(
    'no-such-member',
  );
});

it('[C79] once the last voter has used every dot, one command closes the round', async () => {
  const { roundId, ids } = await world.openVote();
  const { left } = (await stageOf('facilitator')).now?.round ?? {};
  const who = Object.keys(world.memberIds) as Cast[];
  for (const [memberId, { budget }] of Object.entries(left ?? {})) {
    const voter = who.find((one) => world.memberIds[one] === memberId) ?? 'facilitator';
    for (let dot = 0; dot < budget; dot++) {
      await world.must(voter, { kind: 'cast-dot', roundId, candidateId: ids[dot % 2] ?? '' });
    }
  }
  const { round } = (await stageOf('facilitator')).now ?? {};
  expect(round?.placed).toBe(round?.given);
  const began = performance.now();
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  const seen = await stageOf('deelnemer');
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(seen.now).toMatchObject({ phase: 'result', round: { status: 'closed' } });
  expect(seen.now?.round?.results).toHaveLength(3);
});

it('[C80] a second facilitator is made in one act, sees the same, and has the wheel too', async () => {
  await world.open('hmw');
  const { account: memberId, deelnemer } = world.memberIds;
  const before = await stageOf('account');
  expect(before.sprint.code).toBeNull();
  await world.must('facilitator', { kind: 'set-role', memberId, role: 'facilitator' });
  const [one, two] = [await stageOf('facilitator'), await stageOf('account')];
  expect(two.me.role).toBe('facilitator');
  for (const part of ['sprint', 'agenda', 'clock', 'facilitatorNotes', 'members'] as const) {
    expect(two[part], part).toEqual(one[part]);
  }
  expect(two.now?.piles).toEqual(one.now?.piles);
  await world.must('account', { kind: 'start-clock' });
  await world.must('facilitator', { kind: 'set-role', memberId, role: 'deelnemer' });
  expect(await world.says('account', { kind: 'pause-clock' })).toBe('not-your-role');
  const guest = { kind: 'set-role', memberId: deelnemer, role: 'facilitator' } as const;
  expect(await world.says('facilitator', guest)).toBe('needs-account');
});

it('[C81] the stage tells who may do what on the board: wider tools, and writers alone where names are shown', async () => {
  const stepId = world.step('note-en-stem');
  await world.must('facilitator', {
    ...{ kind: 'set-step-choices', stepId, choices: { authorShown: true, authorEdits: true } },
  });
  await world.open('note-en-stem');
  expect((await stageOf('deelnemer')).now).toMatchObject({ authorEdits: true, wideTools: false });
  await world.must('facilitator', { kind: 'set-wide-tools', stepId, wide: true });
  expect((await stageOf('deelnemer')).now).toMatchObject({ wideTools: true });
  await world.must('facilitator', { kind: 'set-wide-tools', stepId, wide: false });
  expect((await stageOf('deelnemer')).now).toMatchObject({ wideTools: false });
  const unknown = { kind: 'set-wide-tools', stepId: 'nergens', wide: true } as const;
  expect(await world.says('facilitator', unknown)).toBe('no-such-step');
  const anonymous = { kind: 'set-step-choices', stepId: world.step('hmw') } as const;
  const said = await world.says('facilitator', { ...anonymous, choices: { authorEdits: true } });
  expect(said).toBe('field-invalid');
});
