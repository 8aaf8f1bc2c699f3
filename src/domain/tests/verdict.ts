/**
 * The answer to a sprint question: one answer per customer, then the team's verdict. What the answers
 * suggest is proposed and never laid down by itself.
 */
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { CUSTOMERS_AGREE } from '#domain/tests/patterns';
import type { CountOf } from '#domain/tests/scores';

/** What one customer showed. */
export const customerAnswers = ['yes', 'partly', 'no'] as const;
export type CustomerAnswer = (typeof customerAnswers)[number];

/** What may be said of a customer: `unseen`, nothing was seen of it. */
export const answerMarks = [...customerAnswers, 'unseen'] as const;
export type AnswerMark = (typeof answerMarks)[number];

export const verdicts = ['yes', 'partly', 'no', 'unclear'] as const;
export type Verdict = (typeof verdicts)[number];

/** By customer; null: nothing was seen of it. */
export type Answers = ReadonlyMap<string, CustomerAnswer | null>;

/** How many gave which answer, of those in whom something was seen. */
export function answerCounts(answers: Answers): Readonly<Record<CustomerAnswer, CountOf>> {
  const given = [...answers.values()].filter((answer) => answer !== null);
  const counted = (wanted: CustomerAnswer): CountOf => ({
    count: given.filter((answer) => answer === wanted).length,
    of: given.length,
  });
  return { yes: counted('yes'), partly: counted('partly'), no: counted('no') };
}

/** Where three customers show the same, and no three show another. Null while nothing was seen. */
export function proposedVerdict(answers: Answers): Verdict | null {
  const counts = answerCounts(answers);
  if (counts.yes.of === 0) return null;
  const agreed = customerAnswers.filter((answer) => counts[answer].count >= CUSTOMERS_AGREE);
  const [only] = agreed;
  return only !== undefined && agreed.length === 1 ? only : 'unclear';
}

export type VerdictRefusal = 'no-answers';

/** A verdict needs an answer of at least one customer. @returns null: it may be laid down. */
export function verdictRefusal(answers: Answers): VerdictRefusal | null {
  return answerCounts(answers).yes.of === 0 ? 'no-answers' : null;
}

export type LayingVerdict = {
  readonly answers: Answers;
  /** What it says, in a sentence. */
  readonly words: string;
  /** The last version that was laid down; 0: none yet. */
  readonly version: number;
  /** The version that its giver had on screen. */
  readonly seen: number;
  /** Why it is changed; '' for the first. */
  readonly reason: string;
};

/**
 * Laying down a verdict, or another in its place. Refuses: changed-meanwhile (of two at once the second saw
 * another), no-answers, field-empty and field-too-long of `text` and `reason`, reason-needed of a change.
 */
export function mayLayVerdict(asked: LayingVerdict): Ruling {
  const { answers, words, version, seen, reason } = asked;
  if (seen !== version) return refused('changed-meanwhile');
  const lack = verdictRefusal(answers);
  if (lack !== null) return refused(lack);
  if (words.trim() === '') return refused('field-empty', { field: 'text' });
  for (const [field, said] of [
    ['text', words],
    ['reason', reason],
  ] as const) {
    if (said.length > limits.reason) {
      return refused('field-too-long', { field, about: { max: limits.reason } });
    }
  }
  return version > 0 && reason.trim() === '' ? refused('reason-needed') : allowed;
}
