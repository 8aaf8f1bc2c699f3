/** A world on Friday, its sprint questions asked on Monday and its customers tested, at the step that answers them. */
import { addNote } from '#document/boards/wall';
import * as grid from '#document/kinds/grid/operations';
import { plainGrid, type PlainGrid } from '#document/kinds/grid/plain';
import { local } from '#document/origins';
import type { AnswerMark, Verdict } from '#domain/tests/verdict';
import type { CommandInput } from '#protocol/commands';
import type { Cast, World } from '#tests/support/sprint-world';

export const ANSWERING = 'sprintvragen-beantwoorden';

/** Monday's wall of sprint questions, voted on and decided where `leading` says which; its step is closed. */
export async function askOnMonday(
  world: World,
  questions: readonly string[],
  { leading }: { leading?: number } = {},
): Promise<void> {
  await world.addStep('sprintvragen');
  await world.open('sprintvragen');
  await world.onWall('sprintvragen', (doc) =>
    questions.forEach((text, at) =>
      addNote(doc, { id: `q${at}`, text, at: [at * 200, 0], color: 'yellow' }, local),
    ),
  );
  const stepId = world.step('sprintvragen');
  if (leading !== undefined) {
    for (const [from, to] of [
      ['writing', 'reveal'],
      ['reveal', 'voting'],
      ['voting', 'result'],
      ['result', 'decision'],
    ] as const) {
      await world.must('facilitator', world.advance('sprintvragen', from, to));
    }
    const { candidates } = await world.authority();
    const chosen = candidates.find(({ noteIds }) => noteIds.includes(`q${leading}`));
    const decide = {
      kind: 'decide',
      stepId,
      candidateId: chosen?.id ?? '',
      reason: 'die',
    } as const;
    await world.must('beslisser', decide);
  }
  await world.must('facilitator', { kind: 'close-step', stepId });
}

/** A step that answers them, open: a new one each time, as a repeated one is. */
export async function openAnswers(world: World): Promise<void> {
  await world.addStep(ANSWERING);
  await world.open(ANSWERING);
}

export async function answersOn(world: World): Promise<PlainGrid> {
  const roomId = await world.roomOf({ boardId: await world.boardId(ANSWERING) });
  return world.ground.rooms.read(roomId, plainGrid);
}

/** As a browser's commit would leave them: one answer for each customer, K1 and on. */
export async function answer(
  world: World,
  question: string,
  given: readonly AnswerMark[],
): Promise<void> {
  await world.onWall(ANSWERING, (doc) =>
    given.forEach((mark, at) => {
      const said = { question, customer: `K${at + 1}`, answer: mark, by: 'deelnemer' };
      grid.giveAnswer(doc, said, local);
    }),
  );
}

/** @returns the code of a refusal, or 'ok'. */
export async function layDown(
  world: World,
  who: Cast,
  over: { questionId?: string; verdict?: Verdict; text?: string; seen?: number; reason?: string },
): Promise<string> {
  const boardId = await world.boardId(ANSWERING);
  const { questionId = 'q0', verdict = 'yes', text = 'Ze bleven rustig' } = over;
  const command: CommandInput = {
    ...{ kind: 'lay-down-verdict', boardId, questionId, verdict, text },
    ...{ seen: over.seen ?? 0, reason: over.reason ?? '' },
  };
  return world.says(who, command);
}
