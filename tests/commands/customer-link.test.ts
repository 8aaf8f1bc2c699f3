/** A customer's link: looked at by whoever fetches it, begun in one browser, and worth nothing else. On a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CustomerAnswerInput } from '#protocol/asking';
import type { Askings } from '#server/asking/askings';
import { customerLinks } from '#server/db/asking-tables';
import type { Answer } from '#server/people/answer';
import { askAloud, askingsOn, concepts, keepConcepts, linkFor } from '#tests/support/asking';
import { makeGround, type Ground } from '#tests/support/ground';
import { beginTalk, customerNames, customerOf, roundOff } from '#tests/support/interviewing';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
let page: Askings;
let token: string;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  page = askingsOn(ground);
  await keepConcepts(world);
  await beginTalk(world);
  token = await linkFor(world, 'K1');
});

const at = (holder?: string) => ({ holder, address: '10.0.0.1' });
const code = <T>(answer: Answer<T>): string =>
  answer.ok ? 'ok' : (answer.refusals[0]?.code ?? '');
const asking = async () => {
  const { customers } = await ground.stages.of(world.sessions.facilitator, world.sprintId);
  return customers?.find(({ label }) => label === 'K1')?.asking;
};

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusals)}`);
  return answer.value;
}

async function begun(): Promise<string> {
  return value(await page.begin(token, at()))?.holder ?? '';
}

function form(index: number, given: Partial<CustomerAnswerInput> = {}): CustomerAnswerInput {
  return { at: String(index), answer: undefined, words: undefined, dots: [], ...given };
}

it('[C315] only its hash is kept; another link ends it, and so do taking it back, asking aloud and withdrawing', async () => {
  const kept = JSON.stringify(await ground.db.select().from(customerLinks));
  expect(kept).not.toContain(token);
  const second = await linkFor(world, 'K1');
  expect(code(await page.look(token, at(), null))).toBe('no-such-link');
  expect(code(await page.look(second, at(), null))).toBe('ok');
  const customerId = await customerOf(world, 'K1');
  await world.must('facilitator', { kind: 'revoke-customer-link', customerId });
  expect(code(await page.begin(second, at()))).toBe('no-such-link');
  expect(await world.says('facilitator', { kind: 'revoke-customer-link', customerId })).toBe(
    'no-such-link',
  );
  const third = await linkFor(world, 'K1');
  await askAloud(world);
  expect(code(await page.look(third, at(), null))).toBe('no-such-link');
  const fourth = await linkFor(world, 'K1');
  expect((await asking())?.form).toBeNull();
  await roundOff(world, 'K1');
  await world.must('facilitator', { kind: 'withdraw-customer', customerId, words: 'nameless' });
  expect(code(await page.look(fourth, at(), null))).toBe('no-such-link');
});

it('[C316] fetching it changes nothing; who begins has it, and every other browser is told so', async () => {
  for (let fetched = 0; fetched < 3; fetched++)
    expect(value(await page.look(token, at(), null)).state).toBe('new');
  expect((await asking())?.link).toMatchObject({ opened: false });
  const both = await Promise.all([page.begin(token, at()), page.begin(token, at())]);
  expect(both.map(code).sort()).toEqual(['ok', 'questions-elsewhere']);
  const holder = both.flatMap((one) => (one.ok && one.value ? [one.value.holder] : []))[0];
  expect(value(await page.look(token, at(holder), null)).state).toBe('mine');
  for (const other of [undefined, 'een andere']) {
    expect(code(await page.look(token, at(other), null))).toBe('questions-elsewhere');
    expect(code(await page.answer(token, at(other), form(0, { answer: '9' })))).toBe(
      'questions-elsewhere',
    );
    expect(code(await page.send(token, at(other)))).toBe('questions-elsewhere');
  }
  expect(value(await page.begin(token, at(holder)))).toBeNull();
  expect((await asking())?.link).toMatchObject({ opened: true });
});

it('[C316] nothing is answered before somebody began', async () => {
  expect(code(await page.answer(token, at(), form(0, { answer: '9' })))).toBe('no-such-question');
  expect(code(await page.send(token, at()))).toBe('questions-elsewhere');
  expect((await asking())?.progress).toBe('none');
});

it('[C317] it can be left and taken up where it was open, until it is sent or a day has passed', async () => {
  const holder = await begun();
  expect(value(await page.answer(token, at(holder), form(0, { answer: '8' })))).toBe(1);
  expect(value(await page.look(token, at(holder), null))).toMatchObject({
    ...{ at: 1, of: 4, question: { kind: 'nps', least: 0, most: 10, given: null } },
  });
  expect(value(await page.look(token, at(holder), 0)).question).toMatchObject({ given: 8 });
  expect(await asking()).toMatchObject({
    ...{ progress: 'half', counted: { given: 1, of: 4 }, form: null, said: null },
  });
  ground.clock.advance(25 * 3_600_000);
  expect(code(await page.look(token, at(holder), null))).toBe('link-expired');
  expect(code(await page.answer(token, at(holder), form(1, { answer: '8' })))).toBe('link-expired');
  const again = await linkFor(world, 'K1');
  const other = value(await page.begin(again, at()))?.holder;
  expect(value(await page.look(again, at(other), null)).at).toBe(1);
});

it('[C317] sent it is closed: by its own browser it is read that it was, and no link is made any more', async () => {
  const holder = await begun();
  await page.answer(token, at(holder), form(1, { answer: '10' }));
  expect(code(await page.send(token, at(holder)))).toBe('ok');
  expect(code(await page.send(token, at(holder)))).toBe('ok');
  expect(value(await page.look(token, at(holder), 0))).toMatchObject({
    ...{ state: 'sent', question: null },
  });
  expect(code(await page.answer(token, at(holder), form(0, { answer: '3' })))).toBe('answers-sent');
  expect(code(await page.look(token, at('ander'), null))).toBe('questions-elsewhere');
  const customerId = await customerOf(world, 'K1');
  for (const kind of ['make-customer-link', 'begin-asking'] as const)
    expect(await world.says('facilitator', { kind, customerId })).toBe('answers-sent');
  expect((await asking())?.said?.answers).toEqual([{ kind: 'nps', item: 0, answer: 10 }]);
});

it('[C318] the page has one question at a time, no concept before the open answer, and nothing of the sprint', async () => {
  const holder = await begun();
  const read: unknown[] = [];
  for (const wanted of [0, 1, 2, 3, 9]) read.push(await page.look(token, at(holder), wanted));
  const pages = JSON.stringify(read);
  for (const { words } of concepts) expect(pages).not.toContain(words);
  for (const secret of [
    world.sprintId,
    'Proefsprint',
    ...customerNames,
    await customerOf(world, 'K1'),
  ])
    expect(pages).not.toContain(secret);
  expect(code(await page.answer(token, at(holder), form(3, { dots: [['c1', '1']] })))).toBe(
    'no-such-question',
  );
  expect(value(await page.answer(token, at(holder), form(2, { words: ' op tijd ' })))).toBe(3);
  const dots = value(await page.look(token, at(holder), 3)).question;
  expect(dots?.kind === 'dots' && dots.concepts.map(({ id }) => id).sort()).toEqual([
    ...['c1', 'c2', 'c3', 'c4'],
  ]);
});

it('[C318] what the form gives may be anything: it is refused in words, and what was given stays', async () => {
  const holder = await begun();
  await page.answer(token, at(holder), form(0, { answer: '8' }));
  await page.answer(token, at(holder), form(2, { words: 'op tijd' }));
  const refusals: [Partial<CustomerAnswerInput>, string][] = [
    [{ at: '0', answer: '11' }, 'answer-out-of-range'],
    [{ at: '0', answer: 'veel' }, 'answer-out-of-range'],
    [{ at: '0', answer: '7.5' }, 'answer-not-whole'],
    [{ at: '9' }, 'no-such-question'],
    [{ at: 'x' }, 'no-such-question'],
    [{ at: undefined }, 'no-such-question'],
    [{ at: '2', words: 'a\u0000b' }, 'field-character'],
    [{ at: '2', words: 'iets anders' }, 'words-settled'],
    [{ at: '3', dots: [['c1', '2'] as const, ['c2', '2'] as const] }, 'too-many-dots'],
    [{ at: '3', dots: [['c1', '-1'] as const] }, 'too-many-dots'],
    [{ at: '3', dots: [['eigen', '1'] as const] }, 'no-such-question'],
  ];
  for (const [given, expected] of refusals)
    expect(code(await page.answer(token, at(holder), { ...form(0), ...given })), expected).toBe(
      expected,
    );
  expect(value(await page.look(token, at(holder), 0)).question).toMatchObject({ given: 8 });
  expect(value(await page.look(token, at(holder), 2)).question).toMatchObject({ given: 'op tijd' });
  // Left empty it is passed.
  expect(value(await page.answer(token, at(holder), form(0)))).toBe(1);
  expect(value(await page.look(token, at(holder), 0)).question).toMatchObject({ given: 8 });
});

it('[C318] an address that tries many links that do not exist has to wait', async () => {
  for (let tried = 0; tried < 40; tried++)
    expect(code(await page.look(`gegokt-${tried}`, at(), null))).toBe('no-such-link');
  expect(code(await page.look('gegokt', at(), null))).toBe('too-fast');
  expect(code(await page.look(token, at(), null))).toBe('ok');
});
