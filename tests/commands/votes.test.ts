/** Rounds on a real PostgreSQL: budgets under a crowd of requests, races, and votes that leave no trace. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { dots } from '#server/db/ballot-tables';
import { openOnMuseum } from '#tests/support/museum';
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

const toResult = () => world.advance('hmw-stemmen', 'voting', 'result');
const toVoting = () => world.advance('hmw-stemmen', 'result', 'voting');

async function roundInStage(who: Cast) {
  const stage = await ground.stages.of(world.sessions[who], world.sprintId);
  const round = stage.now?.round;
  if (!round) throw new Error('no round in the stage');
  return round;
}

async function twentyAtOnce(work: () => Promise<string>): Promise<Record<string, number>> {
  const said = await Promise.all(Array.from({ length: 20 }, work));
  const times: Record<string, number> = {};
  for (const one of said) times[one] = (times[one] ?? 0) + 1;
  return times;
}

it('[C31] twenty requests of one member at once place no more dots than the budget', async () => {
  const { roundId, ids } = await world.openVote();
  let turn = 0;
  const said = await twentyAtOnce(() => {
    const candidateId = ids[turn++ % ids.length] ?? '';
    return world.says('deelnemer', { kind: 'cast-dot', roundId, candidateId });
  });
  expect(said).toEqual({ ok: 2, 'no-dots-left': 18 });
  expect((await roundInStage('facilitator')).placed).toBe(2);
});

it('[C31] the Decider has four dots, and may put all of them on one candidate', async () => {
  const { roundId, of } = await world.openVote();
  const said = await twentyAtOnce(() =>
    world.says('beslisser', { kind: 'cast-dot', roundId, candidateId: of('appel') }),
  );
  expect(said).toEqual({ ok: 4, 'spot-full': 16 });
});

it('[C31] the table itself refuses a dot too many and a spot too full', async () => {
  const { roundId, of } = await world.openVote();
  const memberId = world.memberIds.deelnemer;
  const row = { roundId, memberId, perCandidate: 4 };
  const twice = ground.db.insert(dots).values({ ...row, dotNo: 1 });
  await expect(twice).rejects.toThrow();
  const sameSpot = { candidateId: of('appel'), stackNo: 1 };
  const stacked = ground.db.insert(dots).values([
    { ...row, dotNo: 8, ...sameSpot },
    { ...row, dotNo: 9, ...sameSpot },
  ]);
  await expect(stacked).rejects.toThrow();
  const over = ground.db.insert(dots).values({ ...row, dotNo: 9, ...sameSpot, stackNo: 5 });
  await expect(over).rejects.toThrow();
});

it('[C31] many members vote side by side and each dot counts', async () => {
  const { roundId, of } = await world.openVote();
  const voters: Cast[] = ['facilitator', 'deelnemer', 'beslisser', 'stand-in', 'account'];
  const said = await Promise.all(
    voters.flatMap((who) =>
      ['appel', 'peer'].map((text) =>
        world.says(who, { kind: 'cast-dot', roundId, candidateId: of(text) }),
      ),
    ),
  );
  expect(said.every((one) => one === 'ok')).toBe(true);
  expect((await roundInStage('facilitator')).placed).toBe(10);
});

it('[C32] a dot is taken back and put elsewhere, and what is not there cannot be taken', async () => {
  const { roundId, of } = await world.openVote();
  const on = (text: string) => ({ roundId, candidateId: of(text) });
  await world.must('deelnemer', { kind: 'cast-dot', ...on('appel') });
  await world.must('deelnemer', { kind: 'cast-dot', ...on('appel') });
  const said = await twentyAtOnce(() =>
    world.says('deelnemer', { kind: 'take-back-dot', ...on('appel') }),
  );
  expect(said).toEqual({ ok: 2, 'no-dot-to-take-back': 18 });
  await world.must('deelnemer', { kind: 'cast-dot', ...on('peer') });
  expect((await roundInStage('deelnemer')).mine?.placed).toEqual({ [of('peer')]: 1 });
});

it('[C30] the candidates stay what they were when the round opened', async () => {
  const { of } = await world.openVote(['appel', 'peer']);
  await world.writePile('deelnemer', 'hmw', ['te laat']);
  const { candidates } = await roundInStage('deelnemer');
  expect(candidates.map((one) => one.text).sort()).toEqual(['appel', 'peer']);
  const stranger = { kind: 'cast-dot', candidateId: 'other' } as const;
  const { roundId } = await world.round();
  expect(await world.says('deelnemer', { ...stranger, roundId })).toBe('no-such-candidate');
  expect(
    await world.says('deelnemer', { kind: 'cast-dot', roundId: 'other', candidateId: of('appel') }),
  ).toBe('round-not-open');
});

it('[C4] of two closes at once one is done and the other hears that the phase moved on', async () => {
  await world.openVote();
  const said = await Promise.all([
    world.says('facilitator', toResult()),
    world.says('co', toResult()),
  ]);
  expect(said.sort()).toEqual(['ok', 'phase-moved-on']);
});

it('[C4] a vote that meets the close is counted or refused, never lost in between', async () => {
  const { roundId, of } = await world.openVote();
  const votes = (['deelnemer', 'account', 'stand-in', 'beslisser'] as const).map((who) =>
    world.says(who, { kind: 'cast-dot', roundId, candidateId: of('peer') }),
  );
  const [close, ...said] = await Promise.all([world.says('facilitator', toResult()), ...votes]);
  expect(close).toBe('ok');
  expect(said.filter((one) => one !== 'ok' && one !== 'round-not-open')).toEqual([]);
  const results = (await roundInStage('deelnemer')).results ?? [];
  const peer = results.find((one) => one.candidateId === of('peer'));
  expect(peer?.dots).toBe(said.filter((one) => one === 'ok').length);
});

it('[C33] after the close no table and no line of the log tells who chose what', async () => {
  const { roundId, of } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('appel') });
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: of('peer') });
  expect(await rowsWithBoth(world.memberIds.deelnemer, of('appel'))).not.toEqual([]);
  await world.must('facilitator', toResult());

  expect(
    await ground.db
      .select()
      .from(dots)
      .where(sql`${dots.roundId} = ${roundId}`),
  ).toEqual([]);
  for (const [who, text] of [
    ['deelnemer', 'appel'],
    ['beslisser', 'peer'],
  ] as const) {
    const person = world.sessions[who]?.personId ?? '';
    for (const name of [world.memberIds[who], person]) {
      expect(await rowsWithBoth(name, of(text))).toEqual([]);
    }
  }
  const log = ground.logged.join('\n');
  for (const id of [of('appel'), of('peer')]) expect(log).not.toContain(id);
  const results = (await roundInStage('deelnemer')).results ?? [];
  expect(results.map((one) => [one.dots, one.rank, one.voters])).toEqual([
    [1, 1, null],
    [1, 1, null],
    [0, 3, null],
  ]);
});

/** Rows of any table that hold both values, as text. */
async function rowsWithBoth(one: string, other: string): Promise<string[]> {
  const tables = await ground.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const rows = await ground.db.execute(
      sql`select 1 from ${table} t where position(${one} in t::text) > 0 and position(${other} in t::text) > 0`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

it('[C51] results are in nobody’s stage before the close and in everybody’s after it', async () => {
  const { roundId, of } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('appel') });
  const everybody: Cast[] = ['facilitator', 'deelnemer', 'expert', 'waarnemer', 'beslisser'];
  for (const who of everybody) expect((await roundInStage(who)).results, who).toBeNull();
  await world.must('facilitator', toResult());
  for (const who of everybody) {
    const { results, mine } = await roundInStage(who);
    expect(results?.[0], who).toMatchObject({ candidateId: of('appel'), dots: 1, rank: 1 });
    expect(mine, who).toBeNull();
  }
});

it('[C50] own dots go to their owner only, dots left to facilitators, never on what', async () => {
  const { roundId, of } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('appel') });
  expect((await roundInStage('deelnemer')).mine).toEqual({
    budget: 2,
    perCandidate: 4,
    placed: { [of('appel')]: 1 },
    ...{ spots: [], reasons: [] },
  });
  expect((await roundInStage('account')).mine?.placed).toEqual({});
  expect((await roundInStage('expert')).mine).toBeNull();
  const { left, mine } = await roundInStage('co');
  expect(mine).toBeNull();
  expect(left?.[world.memberIds.deelnemer]).toEqual({ budget: 2, left: 1 });
  expect(left?.[world.memberIds.beslisser]).toEqual({ budget: 4, left: 4 });
  for (const who of ['deelnemer', 'waarnemer'] as const) {
    expect((await roundInStage(who)).left).toBeNull();
  }
});

it('[C35] undoing the close takes the results away and opens a fresh round', async () => {
  const first = await world.openVote();
  const dot = { roundId: first.roundId, candidateId: first.of('appel') };
  await world.must('deelnemer', { kind: 'cast-dot', ...dot });
  await world.must('facilitator', toResult());
  await world.must('facilitator', toVoting());
  const round = await roundInStage('facilitator');
  expect(round).toMatchObject({ status: 'open', fresh: true, results: null, placed: 0 });
  expect(round.id).not.toBe(first.roundId);
  expect(await world.says('deelnemer', { kind: 'cast-dot', ...dot })).toBe('round-not-open');
  expect(await rowsWithBoth(first.roundId, first.of('appel'))).toEqual([]);
});

it('[C36] somebody who comes to vote while the round is open gets dots, who stops loses them', async () => {
  const { roundId, of } = await world.openVote();
  const cast = { kind: 'cast-dot', roundId, candidateId: of('appel') } as const;
  await world.must('account', cast);
  const memberId = world.memberIds.account;
  await world.must('facilitator', { kind: 'set-role', memberId, role: 'waarnemer' });
  expect(await world.says('account', cast)).toBe('not-your-role');
  expect((await roundInStage('facilitator')).placed).toBe(0);
  await world.must('facilitator', { kind: 'set-role', memberId, role: 'deelnemer' });
  expect((await roundInStage('account')).mine).toMatchObject({ budget: 2, placed: {} });
  await world.must('facilitator', { kind: 'set-decider', memberId });
  expect((await roundInStage('account')).mine?.budget).toBe(4);
  expect((await roundInStage('beslisser')).mine?.budget).toBe(2);
  await world.must('facilitator', { kind: 'set-participates', participates: false });
  expect((await roundInStage('facilitator')).mine).toBeNull();
  expect(await world.says('facilitator', cast)).toBe('not-a-voter');
});

it('[C14] a vote on a wall without a word is refused, and the step stays planned', async () => {
  await world.open('hmw');
  await world.writePile('deelnemer', 'hmw', ['   ']);
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  const stepId = world.step('hmw-stemmen');
  expect(await world.says('facilitator', { kind: 'open-step', stepId })).toBe('no-candidates');
  const { steps } = await world.authority();
  expect(steps.map((step) => step.status)).not.toContain('done');
});

it('[C34] where the exercise shows the voters they are kept and named after the close', async () => {
  const { roundId, ids } = await openOnMuseum(world, 'strawpoll');
  const candidateId = ids[1] ?? '';
  await world.must('account', { kind: 'cast-dot', roundId, candidateId, reason: 'daarom' });
  await world.must('facilitator', world.advance('strawpoll', 'voting', 'result'));
  expect((await roundInStage('deelnemer')).results?.[0]).toMatchObject({
    candidateId,
    dots: 1,
    voters: [world.memberIds.account],
  });
});

it('[C10] closing the step in its vote closes the round first, and the votes count', async () => {
  const { roundId, of } = await world.openVote();
  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('pruim') });
  const stepId = world.step('hmw-stemmen');
  await world.must('facilitator', { kind: 'close-step', stepId });
  const artefact = await ground.stages.artefact(world.sessions.waarnemer, world.sprintId, stepId);
  expect(artefact.round?.results?.[0]).toMatchObject({ candidateId: of('pruim'), dots: 1 });
  expect(artefact.wall?.notes).toHaveLength(3);
  expect(
    await ground.db
      .select()
      .from(dots)
      .where(sql`${dots.roundId} = ${roundId}`),
  ).toEqual([]);
});

it('[C4] a readiness belongs to the phase it was said of', async () => {
  await world.open('hmw');
  const ready = { kind: 'set-ready', phaseKey: `${world.step('hmw')}/1`, ready: true } as const;
  const said = await Promise.all(
    (['deelnemer', 'expert', 'beslisser', 'account'] as const).map((who) => world.says(who, ready)),
  );
  expect(said).toEqual(['ok', 'ok', 'ok', 'ok']);
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  expect(await world.says('deelnemer', ready)).toBe('phase-moved-on');
  const stage = await ground.stages.of(world.sessions.facilitator, world.sprintId);
  expect(stage.members.filter((member) => member.ready)).toEqual([]);
});
