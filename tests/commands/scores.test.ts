/** What customers answer, asked aloud: stored as given, told by its rules, and gone with who withdraws. On a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { askings, customerAnswers } from '#server/db/asking-tables';
import { eq } from 'drizzle-orm';
import {
  askAloud,
  concepts,
  gives,
  keepConcepts,
  saidOpenly,
  wholeTalk,
} from '#tests/support/asking';
import { makeGround, type Ground } from '#tests/support/ground';
import { customerOf, makeInterviewer, roundOff } from '#tests/support/interviewing';
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
const asked = async (who: Cast, label = 'K1') =>
  (await stageOf(who)).customers?.find((one) => one.label === label)?.asking;
const told = async (who: Cast) => (await stageOf(who)).scores;
const rowsOf = async (label: string) => {
  const customerId = await customerOf(world, label);
  const its = eq(customerAnswers.customerId, customerId);
  return ground.db.select().from(customerAnswers).where(its);
};

it('[C310] the questionnaires are a grade and NPS until a facilitator chooses, and fixed once one is put', async () => {
  expect((await told('deelnemer'))?.kinds).toEqual(['csat', 'nps']);
  const choose = { kind: 'choose-questionnaires', kinds: ['sus', 'ces', 'ces'] } as const;
  expect(await world.says('deelnemer', { ...choose, kinds: [...choose.kinds] })).toBe(
    'not-your-role',
  );
  await world.must('facilitator', { ...choose, kinds: [...choose.kinds] });
  expect((await told('facilitator'))?.kinds).toEqual(['sus', 'ces']);
  await askAloud(world);
  expect(await world.says('facilitator', { kind: 'choose-questionnaires', kinds: [] })).toBe(
    'questions-put',
  );
  expect((await told('facilitator'))?.choosable).toBe(false);
});

it('[C311] questions are put to who is talked with, or was, with the kept concepts in an order drawn once', async () => {
  await keepConcepts(world);
  await askAloud(world);
  const planned = await customerOf(world, 'K2');
  expect(await world.says('facilitator', { kind: 'begin-asking', customerId: planned })).toBe(
    'interview-not-running',
  );
  expect(await world.says('facilitator', { kind: 'begin-asking', customerId: 'niemand' })).toBe(
    'no-such-customer',
  );
  expect((await asked('facilitator'))?.form).toMatchObject({ concepts: null, ranks: true });
  await saidOpenly(world, 'K1');
  const drawn = (await asked('facilitator'))?.form?.concepts ?? [];
  expect(drawn.map(({ id }) => id).sort()).toEqual(concepts.map(({ id }) => id));
  expect(JSON.stringify(drawn)).not.toContain('overlegt');
  await askAloud(world);
  expect((await asked('facilitator'))?.form?.concepts).toEqual(drawn);
});

it('[C312] each answer is stored as it was given; what is out of range is refused and loses nothing', async () => {
  await keepConcepts(world);
  await askAloud(world);
  await gives(world, 'K1', { csat: 8 });
  const customerId = await customerOf(world, 'K1');
  const score = { kind: 'give-score', customerId, questionnaire: 'csat', item: 0 } as const;
  for (const [answer, code] of [
    ...[[11, 'answer-out-of-range'] as const, [0, 'answer-out-of-range'] as const],
    ...[[7.5, 'answer-not-whole'] as const],
  ])
    expect(await world.says('facilitator', { ...score, answer })).toBe(code);
  expect(await world.says('facilitator', { ...score, questionnaire: 'sus', answer: 3 })).toBe(
    'no-such-question',
  );
  const dots = (ids: string[]) => ({ kind: 'give-customer-dots', customerId, dots: ids }) as const;
  expect(await world.says('facilitator', dots(['c1']))).toBe('words-first');
  await saidOpenly(world, 'K1', 'dat ze komen');
  expect(await world.says('facilitator', dots(['c1', 'c1', 'c2', 'c2']))).toBe('too-many-dots');
  expect(await world.says('facilitator', dots(['eigen']))).toBe('no-such-question');
  const other = { kind: 'give-words', customerId, words: 'dat ze bellen' } as const;
  expect(await world.says('facilitator', other)).toBe('words-settled');
  expect((await asked('facilitator'))?.form).toMatchObject({
    ...{ answers: [{ kind: 'csat', item: 0, answer: 8 }], words: 'dat ze komen', dots: null },
  });
  expect(await asked('facilitator')).toMatchObject({
    ...{ progress: 'half', counted: { given: 2, of: 4 } },
  });
  await world.must('facilitator', { ...score, answer: null });
  expect(await rowsOf('K1')).toEqual([]);
});

it('[C312] what one began another takes up, half filled, and whole or not it can be closed', async () => {
  await makeInterviewer(world, 'account');
  await askAloud(world);
  await gives(world, 'K1', { nps: 3 });
  expect((await asked('account'))?.form).toBeNull();
  const customerId = await customerOf(world, 'K1');
  await world.must('account', { kind: 'begin-asking', customerId });
  expect((await asked('account'))?.form?.answers).toEqual([{ kind: 'nps', item: 0, answer: 3 }]);
  expect((await asked('facilitator'))?.form).toBeNull();
  await world.must('account', { kind: 'finish-asking', customerId });
  expect(await world.says('account', { kind: 'finish-asking', customerId })).toBe('answers-sent');
  const again = { kind: 'begin-asking', customerId } as const;
  expect(await world.says('facilitator', again)).toBe('answers-sent');
  // Who typed it may put a slip of the finger right.
  await world.must('account', again);
  expect((await asked('account'))?.progress).toBe('half');
});

it('[C313] one customer is read by who asks; closed, without dots, by who knows customers; by nobody else', async () => {
  await keepConcepts(world);
  await askAloud(world);
  await gives(world, 'K1', { csat: 4, nps: 2 });
  await saidOpenly(world, 'K1', 'onmiskenbare woorden');
  const customerId = await customerOf(world, 'K1');
  await world.must('facilitator', { kind: 'give-customer-dots', customerId, dots: ['c1', 'c1'] });
  for (const who of ['co', 'deelnemer', 'beslisser', 'waarnemer'] as const) {
    expect(await asked(who)).toMatchObject({ progress: 'half', form: null, said: null });
    expect(JSON.stringify(await stageOf(who)), who).not.toContain('onmiskenbare');
  }
  await world.must('facilitator', { kind: 'finish-asking', customerId });
  await roundOff(world, 'K1');
  const answers = [
    { kind: 'csat', item: 0, answer: 4 },
    { kind: 'nps', item: 0, answer: 2 },
  ];
  expect(await asked('co')).toMatchObject({
    ...{ form: null, said: { words: 'onmiskenbare woorden', answers } },
  });
  for (const who of ['deelnemer', 'beslisser', 'waarnemer'] as const) {
    expect(await asked(who)).toEqual({
      ...{ progress: 'sent', counted: null, way: null, link: null, form: null, said: null },
    });
    const stage = JSON.stringify(await stageOf(who));
    expect(stage, who).not.toContain('onmiskenbare');
    expect(stage, who).not.toContain('"answer":');
  }
  expect((await stageOf('expert')).scores).toBeNull();
});

it('[C314] figures and the sums of dots are told when they may be, counts first, and never who gave which', async () => {
  await keepConcepts(world);
  const talk = (csat: number, dots: string[]) => ({ scores: { csat, nps: 9 }, dots });
  await wholeTalk(world, 'K1', talk(8, ['c1', 'c1', 'c2']));
  await wholeTalk(world, 'K2', talk(9, ['c1', 'c3']));
  expect(await told('facilitator')).toMatchObject({
    telling: 'told',
    customers: { count: 2, of: 2 },
  });
  expect(await told('deelnemer')).toMatchObject({
    ...{ telling: 'to-come', figures: null, ranking: null },
  });
  await wholeTalk(world, 'K3', talk(4, []));
  for (const label of ['K4', 'K5']) {
    const customerId = await customerOf(world, label);
    await world.must('facilitator', { kind: 'miss-customer', customerId, missed: true });
  }
  const scores = await told('deelnemer');
  expect(scores).toMatchObject({ telling: 'told', customers: { count: 3, of: 3 } });
  expect(scores?.figures?.csat).toEqual({
    ...{ counts: { satisfied: { count: 2, of: 3 } }, figure: 7, isIndicative: true },
  });
  expect(scores?.figures?.ces).toBeNull();
  expect(scores?.ranking).toMatchObject({ dots: { c1: 3, c2: 1, c3: 1 }, customers: 3 });
});

it('[C319] of who withdraws no answer is left, or it counts and is nobody’s', async () => {
  await keepConcepts(world);
  for (const [label, csat] of [['K1', 2] as const, ['K2', 9] as const])
    await wholeTalk(world, label, { scores: { csat }, words: `woord van ${label}`, dots: ['c1'] });
  const withdraw = async (label: string, words: 'erase' | 'nameless') => {
    const customerId = await customerOf(world, label);
    await world.must('facilitator', { kind: 'withdraw-customer', customerId, words });
  };
  await withdraw('K1', 'erase');
  expect(await rowsOf('K1')).toEqual([]);
  expect(JSON.stringify(await ground.db.select().from(askings))).not.toContain('woord van K1');
  await withdraw('K2', 'nameless');
  expect(await rowsOf('K2')).toHaveLength(1);
  expect(JSON.stringify(await stageOf('facilitator'))).not.toContain('woord van K2');
  expect((await told('facilitator'))?.figures?.csat).toMatchObject({
    ...{ counts: { satisfied: { count: 1, of: 1 } }, figure: 9 },
  });
  expect((await told('facilitator'))?.ranking).toMatchObject({ dots: { c1: 1 }, customers: 1 });
});
