/** Dots on spots, dots with a reason, and the Decider's three, on a real PostgreSQL under many requests at once. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { dots, heatPlaces, spots } from '#server/db/ballot-tables';
import type { CommandInput } from '#protocol/commands';
import { makeGround, type Ground } from '#tests/support/ground';
import { addStepOf, openOnMuseum, roundOf } from '#tests/support/museum';
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

async function stageOf(who: Cast) {
  return ground.stages.of(world.sessions[who], world.sprintId);
}

async function roundFor(who: Cast) {
  const round = (await stageOf(who)).now?.round;
  if (!round) throw new Error('no round in the stage');
  return round;
}

/** @returns how often each answer was given. */
async function atOnce(count: number, who: Cast, input: (index: number) => CommandInput) {
  const said = await Promise.all(
    Array.from({ length: count }, (_, index) => world.says(who, input(index))),
  );
  const times: Record<string, number> = {};
  for (const one of said) times[one] = (times[one] ?? 0) + 1;
  return times;
}

const spread = (index: number) => ({
  x: 50 + 100 * (index % 9),
  y: 60 + 100 * Math.floor(index / 9),
});

it('[C193] thirty dots and no more, however many requests of one member come at once', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  const said = await atOnce(40, 'deelnemer', (index) => ({
    ...{ kind: 'cast-dot', roundId, candidateId: ids[index % ids.length] ?? '' },
    place: spread(index),
  }));
  expect(said).toEqual({ ok: 30, 'no-dots-left': 10 });
  const { mine } = await roundFor('deelnemer');
  expect(mine?.spots.reduce((sum, spot) => sum + spot.dots, 0)).toBe(30);
});

it('[C193] three dots on one spot and no more, under twenty requests at once; one beside it opens another', async () => {
  const { roundId, of } = await openOnMuseum(world, 'heatmap');
  const candidateId = of('Wasbeer belt eerst');
  const near = (index: number) => ({ x: 500 + (index % 3), y: 400 - (index % 2) });
  const put = { kind: 'cast-dot', roundId, candidateId } as const;
  // The first one draws the centre, so that all that follow are within its reach.
  await world.must('deelnemer', { ...put, place: { x: 500, y: 400 } });
  const said = await atOnce(20, 'deelnemer', (index) => ({ ...put, place: near(index) }));
  expect(said).toEqual({ ok: 2, 'spot-full': 18 });
  await world.must('deelnemer', { ...put, place: { x: 541, y: 400 } });
  expect((await roundFor('deelnemer')).mine?.spots).toEqual([
    { candidateId, spot: 1, x: 500, y: 400, dots: 3 },
    { candidateId, spot: 2, x: 541, y: 400, dots: 1 },
  ]);
});

it('[C193] twenty first dots of one member on one place at once lie on one spot', async () => {
  const { roundId, of } = await openOnMuseum(world, 'heatmap');
  const put = { kind: 'cast-dot', roundId, candidateId: of('Wasbeer belt eerst') } as const;
  const said = await atOnce(20, 'deelnemer', () => ({ ...put, place: { x: 300, y: 300 } }));
  expect(said).toEqual({ ok: 3, 'spot-full': 17 });
  const rows = await ground.db.select().from(spots).where(eq(spots.roundId, roundId));
  expect(rows).toHaveLength(1);
});

it('[C194] a spot keeps its centre until its last dot goes; taking back never takes more than lies there', async () => {
  const { roundId, of } = await openOnMuseum(world, 'heatmap');
  const on = { roundId, candidateId: of('Wasbeer belt eerst') };
  const put = { kind: 'cast-dot', ...on } as const;
  const back = { kind: 'take-back-dot', ...on } as const;
  for (const x of [500, 530, 535]) await world.must('deelnemer', { ...put, place: { x, y: 500 } });
  expect(await atOnce(20, 'deelnemer', () => ({ ...back, spot: 1 }))).toEqual({
    ok: 3,
    'no-dot-to-take-back': 17,
  });
  expect(await ground.db.select().from(spots).where(eq(spots.roundId, roundId))).toEqual([]);
  await world.must('deelnemer', { ...put, place: { x: 535, y: 500 } });
  expect((await roundFor('deelnemer')).mine?.spots).toMatchObject([{ spot: 1, x: 535, dots: 1 }]);
  expect(await world.says('deelnemer', back)).toBe('no-dot-to-take-back');
});

it('[C195] a dot beside the sketch is refused in words, and so is one that fits no such round', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  const put = { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' } as const;
  for (const place of [
    { x: -1, y: 10 },
    { x: 1_001, y: 10 },
    { x: 10, y: -5 },
    { x: 10, y: 99_999 },
  ]) {
    expect(await world.says('deelnemer', { ...put, place })).toBe('outside-exhibit');
  }
  expect(await world.says('deelnemer', put)).toBe('field-invalid');
  const reason = 'daarom';
  expect(await world.says('deelnemer', { ...put, place: { x: 1, y: 1 }, reason })).toBe(
    'field-invalid',
  );
  expect((await roundFor('deelnemer')).mine?.spots).toEqual([]);
});

it('[C195] the tables themselves refuse a fourth dot on a spot, and a dot on a spot that is not there', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  const candidateId = ids[0] ?? '';
  const memberId = world.memberIds.deelnemer;
  const row = { roundId, memberId, perCandidate: 3, candidateId };
  const nowhere = ground.db.insert(dots).values({ ...row, dotNo: 31, spot: 1, stackNo: 1 });
  await expect(nowhere).rejects.toThrow();
  await ground.db.insert(spots).values({ roundId, memberId, candidateId, spot: 1, x: 1, y: 1 });
  const fourth = ground.db.insert(dots).values({ ...row, dotNo: 31, spot: 1, stackNo: 4 });
  await expect(fourth).rejects.toThrow();
  const twice = ground.db.insert(dots).values([
    { ...row, dotNo: 31, spot: 1, stackNo: 1 },
    { ...row, dotNo: 32, spot: 1, stackNo: 1 },
  ]);
  await expect(twice).rejects.toThrow();
});

it('[C196] the close keeps where dots lay, in an order drawn at random, and nothing of whose they were', async () => {
  const { roundId, ids, of } = await openOnMuseum(world, 'heatmap');
  const voters: Cast[] = ['deelnemer', 'account', 'beslisser'];
  for (const [at, who] of voters.entries()) {
    for (let dot = 0; dot < 4; dot += 1) {
      const place = { x: 100 + 200 * dot, y: 100 + 100 * at };
      const candidateId = ids[dot % ids.length] ?? '';
      await world.must(who, { kind: 'cast-dot', roundId, candidateId, place });
    }
  }
  const twice = { kind: 'cast-dot', roundId, candidateId: of('Wasbeer belt eerst') } as const;
  const { candidateId } = twice;
  await world.must('deelnemer', { ...twice, place: { x: 900, y: 900 } });
  await world.must('deelnemer', { ...twice, place: { x: 900, y: 900 } });
  await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
  const { heat, results, mine } = await roundFor('waarnemer');
  expect(mine).toBeNull();
  expect(Object.values(heat ?? {}).flat()).toHaveLength(13);
  expect(heat?.[candidateId]).toContainEqual([900, 900, 2]);
  expect(results?.reduce((sum, one) => sum + one.dots, 0)).toBe(14);
  for (const table of [dots, spots]) {
    expect(await ground.db.select().from(table).where(eq(table.roundId, roundId))).toEqual([]);
  }
  const kept = await ground.db.select().from(heatPlaces).where(eq(heatPlaces.roundId, roundId));
  expect(Object.keys(kept[0] ?? {}).sort()).toEqual(
    ['candidateId', 'dots', 'position', 'roundId', 'x', 'y'].sort(),
  );
  // Voters put theirs row by row: in the order of the table they do not lie row by row.
  expect(kept.sort((a, b) => a.position - b.position).map(({ y }) => y)).not.toEqual(
    kept.map(({ y }) => y).sort((a, b) => a - b),
  );
});

it('[C196] undoing the close takes the heat away; who stops voting loses dots and spots', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'heatmap');
  const put = {
    kind: 'cast-dot',
    roundId,
    candidateId: ids[0] ?? '',
    place: { x: 5, y: 5 },
  } as const;
  await world.must('account', put);
  await world.must('deelnemer', put);
  const memberId = world.memberIds.account;
  await world.must('facilitator', { kind: 'set-role', memberId, role: 'waarnemer' });
  const left = await ground.db.select().from(spots).where(eq(spots.roundId, roundId));
  expect(left.map((row) => row.memberId)).toEqual([world.memberIds.deelnemer]);
  await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
  await world.must('facilitator', world.advance('heatmap', 'result', 'voting'));
  expect(await roundFor('deelnemer')).toMatchObject({ fresh: true, heat: null });
  expect(await ground.db.select().from(heatPlaces).where(eq(heatPlaces.roundId, roundId))).toEqual(
    [],
  );
});

it('[C197] live heat is told once three voters changed it, and says of voters no more than none, busy, done', async () => {
  const { roundId, of } = await openOnMuseum(world, 'heatmap', { resultsLive: true });
  const candidateId = of('Wasbeer belt eerst');
  const put = (who: Cast, x: number) =>
    world.must(who, { kind: 'cast-dot', roundId, candidateId, place: { x, y: 100 } });
  await put('deelnemer', 100);
  await put('account', 200);
  await put('account', 200);
  expect(await roundFor('waarnemer')).toMatchObject({ heat: {}, placed: null });
  await put('beslisser', 300);
  const told = (await roundFor('waarnemer')).heat;
  const asTold = [100, 200, 300].map((x) => [x, 100, x === 200 ? 2 : 1]);
  expect(told).toEqual({ [candidateId]: asTold });
  await put('deelnemer', 500);
  await put('account', 600);
  const round = await roundFor('facilitator');
  expect(round.heat).toEqual(told);
  expect(round.results?.[0]).toMatchObject({ candidateId, dots: 4, voters: null });
  expect(round).toMatchObject({ left: null, placed: null });
  expect(round.ballots?.[world.memberIds.deelnemer]).toBe('busy');
  expect(round.ballots?.[world.memberIds['stand-in']]).toBe('none');
  expect((await roundFor('deelnemer')).ballots).toBeNull();
  await world.must('facilitator', world.advance('heatmap', 'voting', 'result'));
  expect((await roundFor('waarnemer')).heat?.[candidateId]).toHaveLength(5);
});

it('[C198] in the strawpoll a dot comes with its reason, goes elsewhere with it, and is told by name at the close', async () => {
  const { roundId, of } = await openOnMuseum(world, 'strawpoll');
  const put = { kind: 'cast-dot', roundId, candidateId: of('Wasbeer belt eerst') } as const;
  expect(await world.says('deelnemer', put)).toBe('field-empty');
  expect(await world.says('deelnemer', { ...put, reason: '   ' })).toBe('field-empty');
  expect(await world.says('deelnemer', { ...put, reason: 'x', part: 7 })).toBe('field-invalid');
  await world.must('deelnemer', { ...put, reason: 'Een mens belt', part: 0 });
  const other = { ...put, candidateId: of('De prijs staat vast'), reason: 'Geen schrik' } as const;
  await world.must('deelnemer', other);
  await world.must('account', { ...put, reason: 'Wachten kost klanten' });
  expect((await roundFor('deelnemer')).mine).toMatchObject({
    placed: { [other.candidateId]: 1 },
    reasons: [{ candidateId: other.candidateId, part: null, reason: 'Geen schrik' }],
  });
  for (const who of ['account', 'facilitator', 'waarnemer', 'beslisser'] as const) {
    expect(JSON.stringify(await stageOf(who)), who).not.toContain('Geen schrik');
  }
  await world.must('facilitator', world.advance('strawpoll', 'voting', 'result'));
  for (const who of ['account', 'facilitator', 'waarnemer'] as const) {
    const { reasons, results } = await roundFor(who);
    expect(reasons).toHaveLength(2);
    expect(reasons).toContainEqual({
      ...{ candidateId: other.candidateId, memberId: world.memberIds.deelnemer },
      ...{ part: null, reason: 'Geen schrik' },
    });
    expect(results?.find((one) => one.candidateId === put.candidateId)).toMatchObject({
      dots: 1,
      voters: [world.memberIds.account],
    });
  }
});

it('[C198] twenty dots with reasons of one member at once are one dot with one reason', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'strawpoll');
  const said = await atOnce(20, 'deelnemer', (index) => ({
    ...{ kind: 'cast-dot', roundId, candidateId: ids[index % ids.length] ?? '' },
    reason: `reden ${index}`,
  }));
  expect(said).toEqual({ ok: 20 });
  const { mine } = await roundFor('deelnemer');
  expect(Object.values(mine?.placed ?? {})).toEqual([1]);
  expect(mine?.reasons).toHaveLength(1);
});

it('[C198] in the four-day sprint the Decider abstains from the strawpoll', async () => {
  await ground.db.execute(
    sql`update sprints set template = 'four-day', version = version + 1 where id = ${world.sprintId}`,
  );
  await ground.authorities.refresh(world.sprintId);
  const { roundId, ids } = await openOnMuseum(world, 'strawpoll');
  const cast = { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '', reason: 'x' } as const;
  expect(await world.says('beslisser', cast)).toBe('not-a-voter');
  expect(await world.says('deelnemer', cast)).toBe('ok');
});

it('[C199] of the supervote nobody knows anything before it is laid down, and nobody else ends it', async () => {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, of } = await openOnMuseum(world, 'supervote');
  const candidateId = of('Wasbeer belt eerst');
  const others = ['facilitator', 'deelnemer', 'waarnemer', 'stand-in'] as const;
  const before = await Promise.all(others.map(roundFor));
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId });
  expect(await Promise.all(others.map(roundFor))).toEqual(before);
  expect(before[0]).toMatchObject({ placed: null, left: null, ballots: null });
  expect(await world.says('deelnemer', { kind: 'cast-dot', roundId, candidateId })).toBe(
    'not-a-voter',
  );
  expect(await world.says('facilitator', world.advance('supervote', 'voting', 'result'))).toBe(
    'decider-lays-down',
  );
  const stepId = world.step('supervote');
  await world.must('facilitator', { kind: 'close-step', stepId });
  const { rounds } = await world.authority();
  expect(rounds.filter((round) => round.stepId === stepId)).toEqual([]);
});

it('[C200] laid down with a reason it is the choice, at once and for everybody: winners, and what may come later', async () => {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, of } = await openOnMuseum(world, 'supervote');
  await world.must('facilitator', { kind: 'start-clock' });
  const lay = { kind: 'lay-down-supervote', roundId, reason: 'Wachten kost ons klanten' } as const;
  expect(await world.says('beslisser', lay)).toBe('no-dots-placed');
  const put = { kind: 'cast-dot', roundId } as const;
  await world.must('beslisser', { ...put, candidateId: of('De prijs staat vast') });
  for (let dot = 0; dot < 2; dot += 1) {
    await world.must('beslisser', { ...put, candidateId: of('Wasbeer belt eerst') });
  }
  expect(await world.says('beslisser', { ...lay, reason: ' ' })).toBe('field-empty');
  const said = await Promise.all([world.says('beslisser', lay), world.says('beslisser', lay)]);
  expect(said.sort()).toEqual(['ok', 'round-not-open']);
  const { now, clock } = await stageOf('waarnemer');
  expect(clock.state).toBe('paused');
  expect(now).toMatchObject({
    phase: 'result',
    decision: {
      ...{ text: 'Wasbeer belt eerst\nDe prijs staat vast', reason: 'Wachten kost ons klanten' },
      ...{ by: 'beslisser', onBehalfOf: null, candidateId: of('Wasbeer belt eerst') },
    },
  });
  expect(now?.round?.results?.map((one) => one.dots)).toEqual([2, 1, 0]);
  expect(await world.says('facilitator', world.advance('supervote', 'result', 'voting'))).toBe(
    'already-decided',
  );
});

it('[C200] a stand-in lays it down on the recorded mandate, and it says on whose behalf', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'supervote');
  const cast = { kind: 'cast-dot', roundId, candidateId: ids[0] ?? '' } as const;
  expect(await world.says('beslisser', cast)).toBe('not-a-voter');
  await world.must('stand-in', cast);
  const lay = { kind: 'lay-down-supervote', roundId, reason: 'zoals Ingrid zei' } as const;
  expect(await world.says('beslisser', lay)).toBe('not-the-decider');
  await world.must('stand-in', lay);
  const { now } = await stageOf('deelnemer');
  expect(now?.decision).toMatchObject({ by: 'stand-in', onBehalfOf: 'beslisser' });
});

async function superVoteFor(titles: readonly string[]): Promise<void> {
  await world.must('facilitator', { kind: 'end-mandate' });
  const { roundId, of } = await openOnMuseum(world, 'supervote');
  for (const title of titles) {
    await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: of(title) });
  }
  await world.must('beslisser', { kind: 'lay-down-supervote', roundId, reason: 'daarom' });
  await addStepOf(world, 'rumble');
  await addStepOf(world, 'storyboard');
  await world.open('rumble');
}

it('[C201] two prototypes are chosen once, by the Decider, and a vote on their names follows', async () => {
  await superVoteFor(['De prijs staat vast', 'Wasbeer belt eerst']);
  const choose = {
    kind: 'choose-prototypes',
    stepId: world.step('rumble'),
    choice: 'rumble',
    reason: 'Ze spreken elkaar tegen',
    question: 'Hoe heten de twee prototypes?',
  } as const;
  expect(await world.says('deelnemer', choose)).toBe('not-the-decider');
  expect(await world.says('beslisser', { ...choose, reason: '' })).toBe('field-empty');
  await world.must('beslisser', choose);
  expect(await world.says('beslisser', choose)).toBe('already-decided');
  const { agenda, now } = await stageOf('deelnemer');
  expect(now?.earlier.map(({ way, placed }) => [way, placed])).toEqual([['binding', 2]]);
  expect(now?.decision).toMatchObject({ choice: 'rumble', reason: 'Ze spreken elkaar tegen' });
  const at = agenda.findIndex((step) => step.exercise === 'rumble');
  expect(agenda.slice(at, at + 3).map((step) => step.exercise)).toEqual([
    'rumble',
    'note-en-stem',
    'storyboard',
  ]);
  expect(agenda[at + 1]?.choices.question).toBe('Hoe heten de twee prototypes?');
});

it('[C201] one winner makes one prototype', async () => {
  await superVoteFor(['Wasbeer belt eerst']);
  const choose = { kind: 'choose-prototypes', stepId: world.step('rumble'), reason: 'x' } as const;
  expect(await world.says('beslisser', { ...choose, choice: 'rumble' })).toBe('one-winner');
  await world.must('beslisser', { ...choose, choice: 'all-in-one' });
  const { agenda } = await stageOf('deelnemer');
  const at = agenda.findIndex((step) => step.exercise === 'rumble');
  expect(agenda[at + 1]?.exercise).toBe('storyboard');
  expect((await roundOf(world, 'supervote')).ids).toHaveLength(3);
});
