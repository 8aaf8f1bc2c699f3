/** Sprint questions from Monday's wall to the Decider's verdict, on a real PostgreSQL. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as grid from '#document/kinds/grid/operations';
import { local } from '#document/origins';
import { verdictRows } from '#server/db/verdict-tables';
import {
  answer,
  ANSWERING,
  answersOn,
  askOnMonday,
  layDown,
  openAnswers,
} from '#tests/support/answering';
import { makeGround, type Ground } from '#tests/support/ground';
import { customerOf, openInterviews } from '#tests/support/interviewing';
import { beginTalk, gridOf, observe, roundOff } from '#tests/support/interviewing';
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

const questions = ['Kunnen we op tijd?', 'Kunnen we eerlijk?', 'Kunnen we vooruit?'] as const;
const rows = () =>
  ground.db
    .select()
    .from(verdictRows)
    .where(eq(verdictRows.sprintId, world.sprintId))
    .orderBy(verdictRows.version);
const texts = async () => (await answersOn(world)).questions.map(({ text }) => text);

it('[C350] the questions of Monday lie on the grid of the test in their rank, each once', async () => {
  await askOnMonday(world, questions, { leading: 2 });
  await openInterviews(world);
  await openAnswers(world);
  expect(await world.boardId(ANSWERING)).toBe(await world.boardId('interviews'));
  expect(await texts()).toEqual([questions[2], questions[0], questions[1]]);
  expect((await answersOn(world)).questions[0]).toMatchObject({ leading: true, noteId: 'q2' });
  await world.onWall(ANSWERING, (doc) =>
    grid.addQuestion(doc, { id: 'own', text: 'En dit?' }, local),
  );
  await world.must('facilitator', { kind: 'close-step', stepId: world.step(ANSWERING) });
  await openAnswers(world);
  expect(await texts()).toEqual([questions[2], questions[0], questions[1], 'En dit?']);
});

it('[C351] without talks the grid is made for them, and without questions it opens without', async () => {
  await openAnswers(world);
  expect(await texts()).toEqual([]);
  await world.must('facilitator', { kind: 'close-step', stepId: world.step(ANSWERING) });
  await askOnMonday(world, questions);
  await openAnswers(world);
  expect(await texts()).toEqual([...questions]);
});

it('[C352] the Decider or the stand-in lays down a verdict, which stands on the grid for all and in a row for good', async () => {
  await askOnMonday(world, questions);
  await openAnswers(world);
  await answer(world, 'q0', ['yes', 'yes', 'yes', 'partly', 'unseen']);
  expect((await answersOn(world)).questions[0]?.verdict).toBeNull();
  expect(await layDown(world, 'facilitator', {})).toBe('not-the-decider');
  expect(await layDown(world, 'deelnemer', {})).toBe('not-the-decider');
  expect(await layDown(world, 'stand-in', { text: ' Ze bleven rustig ' })).toBe('ok');
  const counted = { yes: 3, partly: 1, no: 0 };
  expect((await answersOn(world)).questions[0]?.verdict).toMatchObject({
    ...{ version: 1, verdict: 'yes', words: 'Ze bleven rustig', question: questions[0] },
    ...{ ...counted, by: 'stand-in', onBehalfOf: 'beslisser', reason: '' },
  });
  expect(await rows()).toMatchObject([{ version: 1, ...counted, byName: 'stand-in' }]);
});

it('[C353] no verdict without an answer, without a sentence, on another board or after the step', async () => {
  await askOnMonday(world, questions);
  await openAnswers(world);
  await answer(world, 'q0', ['unseen', 'unseen']);
  expect(await layDown(world, 'beslisser', {})).toBe('no-answers');
  await answer(world, 'q0', ['no']);
  expect(await layDown(world, 'beslisser', { text: '  ' })).toBe('field-empty');
  expect(await layDown(world, 'beslisser', { questionId: 'weg' })).toBe('question-gone');
  const said = { kind: 'lay-down-verdict', questionId: 'q0', verdict: 'no', text: 'Nee' } as const;
  const elsewhere = { ...said, boardId: await world.boardId('sprintvragen'), seen: 0, reason: '' };
  expect(await world.says('beslisser', elsewhere)).toBe('no-such-board');
  await world.must('facilitator', { kind: 'close-step', stepId: world.step(ANSWERING) });
  expect(await layDown(world, 'beslisser', {})).toBe('step-not-open');
  expect(await rows()).toEqual([]);
});

it('[C354] it changes with a reason alone; of two who lay one down at once one is refused', async () => {
  await askOnMonday(world, questions);
  await openAnswers(world);
  await answer(world, 'q0', ['yes', 'no']);
  const both = await Promise.all([
    layDown(world, 'beslisser', {}),
    layDown(world, 'stand-in', { verdict: 'no' }),
  ]);
  expect(both.sort()).toEqual(['changed-meanwhile', 'ok']);
  expect(await layDown(world, 'beslisser', { seen: 1 })).toBe('reason-needed');
  const reason = 'K4 bedoelde iets anders';
  expect(await layDown(world, 'beslisser', { verdict: 'unclear', seen: 1, reason })).toBe('ok');
  expect((await rows()).map((row) => [row.version, row.reason])).toEqual([
    [1, ''],
    [2, reason],
  ]);
  const { verdict } = (await answersOn(world)).questions[0] ?? {};
  expect(verdict).toMatchObject({ version: 2, verdict: 'unclear', reason });
});

it('[C355] a moment that is put back brings back the answers and leaves the verdict', async () => {
  await askOnMonday(world, questions);
  await openAnswers(world);
  await answer(world, 'q0', ['yes']);
  await world.must('facilitator', { kind: 'close-step', stepId: world.step(ANSWERING) });
  await openAnswers(world);
  await answer(world, 'q0', ['no']);
  expect(await layDown(world, 'beslisser', { verdict: 'no' })).toBe('ok');
  const boardId = await world.boardId(ANSWERING);
  const [moment] = await world.moments(ANSWERING);
  const snapshotId = moment?.id ?? '';
  await world.must('facilitator', { kind: 'restore-snapshot', boardId, snapshotId });
  const [question] = (await answersOn(world)).questions;
  expect(question?.answers[0]?.answer).toBe('yes');
  expect(question?.verdict?.verdict).toBe('no');
});

it('[C289] of a customer who withdraws no answer is left, and the verdict tells nobody’s', async () => {
  await askOnMonday(world, questions);
  await beginTalk(world);
  await observe(world, 'deelnemer', { text: 'Kiest meteen' });
  await roundOff(world, 'K1');
  await openAnswers(world);
  await answer(world, 'q0', ['yes', 'no']);
  expect(await layDown(world, 'beslisser', {})).toBe('ok');
  const customerId = await customerOf(world, 'K1');
  await world.must('facilitator', { kind: 'withdraw-customer', customerId, words: 'erase' });
  const { questions: after, observations } = await gridOf(world);
  expect(observations).toEqual([]);
  expect(after[0]?.answers.map(({ customer }) => customer)).toEqual(['K2']);
  expect(after[0]?.verdict).toMatchObject({ version: 1, yes: 1, no: 1 });
});
