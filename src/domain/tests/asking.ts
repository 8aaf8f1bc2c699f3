/**
 * What a customer is asked at the end of a talk, aloud or behind a link: the questionnaires of this sprint, then
 * openly what they want to count on, then three dots over the concepts. The concepts are never read before the
 * open answer is in, and no more is changed of it from then on. Every question may be passed. Pure.
 */
import { dotsRefusal, CUSTOMER_DOTS } from '#domain/klantbelofte/ranking';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { CustomerState } from '#domain/tests/customers';
import { answerRefusal, scoreRanges, SUS_ITEMS, type ScoreKind } from '#domain/tests/scores';

/** `aloud`: by who interviews, on their screen. `link`: by the customer, on the browser that began. */
export const askingWays = ['aloud', 'link'] as const;
export type AskingWay = (typeof askingWays)[number];

/** A concept in the words that this customer reads, without the opening of a belofte. */
export type AskedConcept = { readonly id: string; readonly words: string };

export type Question =
  | { readonly kind: ScoreKind; readonly item: number }
  | { readonly kind: 'words' }
  | { readonly kind: 'dots' };

export type GivenScore = {
  readonly kind: ScoreKind;
  readonly item: number;
  readonly answer: number;
};
export type Given = {
  readonly answers: readonly GivenScore[];
  /** Null while it is open; empty where it was passed. */
  readonly words: string | null;
  /** Ids of concepts, one for each dot; null while it is open. */
  readonly dots: readonly string[] | null;
};

/** About this time first, about the whole of it last; a SUS has ten items and so comes behind the single ones. */
const inOrder: readonly ScoreKind[] = ['csat', 'ces', 'nps', 'sus'];

/** All questions in the order in which they are put. Without concepts nothing is ranked. */
export function questionsOf({
  kinds,
  concepts,
}: {
  kinds: readonly ScoreKind[];
  concepts: readonly unknown[];
}): Question[] {
  const scores = inOrder
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => {
      const items = kind === 'sus' ? SUS_ITEMS : 1;
      return Array.from({ length: items }, (_, item): Question => ({ kind, item }));
    });
  return [
    ...scores,
    { kind: 'words' },
    ...(concepts.length > 0 ? [{ kind: 'dots' } as const] : []),
  ];
}

/** Names a question in an address: 'nps', 'sus-3', 'words'. */
export function questionKey(question: Question): string {
  return 'item' in question && question.kind === 'sus' ? `sus-${question.item + 1}` : question.kind;
}

/** The answer to one item. @returns null while it is open. */
export function scoreGiven(
  { answers }: Pick<Given, 'answers'>,
  { kind, item }: { kind: ScoreKind; item: number },
): number | null {
  return answers.find((one) => one.kind === kind && one.item === item)?.answer ?? null;
}

/** Nothing was said to it; of the two last ones also not that it is passed. */
export function isOpenQuestion(question: Question, given: Given): boolean {
  if (question.kind === 'words') return given.words === null;
  if (question.kind === 'dots') return given.dots === null;
  return scoreGiven(given, question) === null;
}

/** Where one goes on: the first that is open; behind the last where none is. */
export function firstOpen(questions: readonly Question[], given: Given): number {
  const at = questions.findIndex((question) => isOpenQuestion(question, given));
  return at === -1 ? questions.length : at;
}

/** @param wanted from 0; as many as there are questions: the end. @returns where one may be: nobody comes to the concepts, or past them, before the open answer is in. */
export function reachable(
  questions: readonly Question[],
  { wanted, given }: { wanted: number; given: Given },
): number {
  const at = Math.max(0, Math.min(questions.length, Math.trunc(wanted) || 0));
  const words = questions.findIndex(({ kind }) => kind === 'words');
  return given.words === null ? Math.min(at, words) : at;
}

/** How far one is, in questions. */
export function progressOf(
  questions: readonly Question[],
  given: Given,
): { given: number; of: number } {
  const open = questions.filter((question) => isOpenQuestion(question, given)).length;
  return { given: questions.length - open, of: questions.length };
}

/** Which questionnaires there are is settled before the first is put: else five customers answer different ones. */
export function mayChooseQuestionnaires(askings: readonly unknown[]): Ruling {
  return askings.length === 0 ? allowed : refused('questions-put');
}

/** Questions are put to who is talked with, or was. */
export function mayAsk(state: CustomerState | undefined): Ruling {
  if (state === undefined || state === 'withdrawn') return refused('no-such-customer');
  return state === 'running' || state === 'done' ? allowed : refused('interview-not-running');
}

/** @param answer null takes it back. Refuses: answers-sent, no-such-question, answer-out-of-range, answer-not-whole. */
export function mayGiveScore(
  { kind, item, answer }: { kind: ScoreKind; item: number; answer: number | null },
  { sent, kinds }: { sent: boolean; kinds: readonly ScoreKind[] },
): Ruling {
  if (sent) return refused('answers-sent');
  const asked = questionsOf({ kinds, concepts: [] });
  if (!asked.some((one) => 'item' in one && one.kind === kind && one.item === item))
    return refused('no-such-question');
  const code = answer === null ? null : answerRefusal(kind, answer);
  if (code === null || code === 'too-many-items') return allowed;
  const { least, most } = scoreRanges[kind];
  return refused(code, { field: 'answer', about: { min: least, max: most } });
}

/** Refuses: answers-sent, words-settled once the concepts can have been read, field-too-long. */
export function mayGiveWords(
  words: string,
  { sent, given, concepts }: { sent: boolean; given: Given; concepts: readonly unknown[] },
): Ruling {
  if (sent) return refused('answers-sent');
  if (words.length > limits.reason)
    return refused('field-too-long', { field: 'words', about: { max: limits.reason } });
  const isSettled = concepts.length > 0 && given.words !== null && given.words !== words;
  return isSettled ? refused('words-settled') : allowed;
}

/** Refuses: answers-sent, words-first, too-many-dots, no-such-question. Fewer than three dots are as good. */
export function mayGiveDots(
  dots: readonly string[],
  { sent, given, concepts }: { sent: boolean; given: Given; concepts: readonly AskedConcept[] },
): Ruling {
  if (sent) return refused('answers-sent');
  if (concepts.length === 0) return refused('no-such-question');
  if (given.words === null) return refused('words-first');
  const code = dotsRefusal(dots, { shown: concepts.map(({ id }) => id) });
  if (code === null) return allowed;
  if (code === 'unknown-belofte') return refused('no-such-question');
  return refused('too-many-dots', { field: 'dots', about: { max: CUSTOMER_DOTS } });
}

/** Below so many customers a count would tell what one of them said. */
export const FEWEST_TOLD = 3;

export type Telling = 'told' | 'talking' | 'to-come' | 'too-few';

/**
 * Whether somebody sees the figures now. Nobody does during a talk; who has to meet the next customer without them
 * does when all were there, and of so many that nobody's answer can be made out.
 * @param knows facilitates or interviews, and so heard the answers.
 */
export function tellingOf(
  customers: readonly { readonly state: CustomerState; readonly reserve: boolean }[],
  { knows, sent }: { knows: boolean; sent: number },
): Telling {
  if (customers.some(({ state }) => state === 'running')) return 'talking';
  if (knows) return 'told';
  if (customers.some(({ state, reserve }) => state === 'planned' && !reserve)) return 'to-come';
  return sent < FEWEST_TOLD ? 'too-few' : 'told';
}
