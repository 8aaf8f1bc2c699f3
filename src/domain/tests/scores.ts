/**
 * The figures of a test: NPS, CSAT, CES and SUS, each from raw answers, with the counts that are told
 * first. Five customers are people: 'how many of how many' always stands, a percentage only from
 * thirty answers on, and any figure of fewer is labelled as an indication. Answers out of range are
 * refused, not bent. Asked by the interviewer's screen, the one-time link and the outcome.
 *
 * NPS: Reichheld, 'The One Number You Need to Grow', Harvard Business Review, December 2003. 0 to 10;
 * share of 9 and 10 minus share of 0 to 6.
 * CSAT: 1 to 10; mean, and how many gave 8 to 10.
 * CES: Dixon, Freeman and Toman, 'Stop Trying to Delight Your Customers', Harvard Business Review,
 * July 2010. 1 (very little effort) to 5 (very much); mean.
 * SUS: Brooke, 'SUS: a quick and dirty usability scale', 1996. Ten items of 1 to 5; odd items count
 * their place minus 1, even ones 5 minus their place; the sum times 2.5, from 0 to 100.
 */
export const scoreKinds = ['nps', 'csat', 'ces', 'sus'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

export const SUS_ITEMS = 10;

type Range = { readonly least: number; readonly most: number };
/** What one answer may be. */
export const scoreRanges: Readonly<Record<ScoreKind, Range>> = {
  nps: { least: 0, most: 10 },
  csat: { least: 1, most: 10 },
  ces: { least: 1, most: 5 },
  sus: { least: 1, most: 5 },
};

/** Below so many answers there is no percentage, and a figure is an indication. */
export const FEWEST_FOR_SHARE = 30;

export type AnswerRefusal = 'answer-out-of-range' | 'answer-not-whole' | 'too-many-items';

/** Whether this is an answer to one item. @returns null: it is. */
export function answerRefusal(kind: ScoreKind, answer: number): AnswerRefusal | null {
  const { least, most } = scoreRanges[kind];
  if (!Number.isFinite(answer) || answer < least || answer > most) return 'answer-out-of-range';
  return Number.isInteger(answer) ? null : 'answer-not-whole';
}

/** Whether these are the items of a SUS, or a beginning of them; null stands for one that is open. */
export function susRefusal(items: readonly (number | null)[]): AnswerRefusal | null {
  if (items.length > SUS_ITEMS) return 'too-many-items';
  for (const item of items) {
    const refusal = item === null ? null : answerRefusal('sus', item);
    if (refusal) return refusal;
  }
  return null;
}

/** So many of so many people. */
export type CountOf = { readonly count: number; readonly of: number };

export type Score<Counts> = {
  readonly counts: Counts;
  /** Null while nobody answered. One decimal, of NPS a whole number. */
  readonly figure: number | null;
  /** Too few answers for more than an indication. */
  readonly isIndicative: boolean;
};

/** Answers that are none are refused before they are kept; what slipped through is not counted. */
function sound(kind: ScoreKind, answers: readonly number[]): number[] {
  return answers.filter((answer) => answerRefusal(kind, answer) === null);
}

function score<Counts>(
  counts: Counts,
  { figure, of }: { figure: number; of: number },
): Score<Counts> {
  const isIndicative = of < FEWEST_FOR_SHARE;
  return { counts, figure: of === 0 ? null : figure, isIndicative };
}

/** @returns the figure from -100 to 100. */
export function nps(
  answers: readonly number[],
): Score<{ promoters: CountOf; passives: CountOf; detractors: CountOf }> {
  const given = sound('nps', answers);
  const of = given.length;
  const promoters = given.filter((answer) => answer >= 9).length;
  const detractors = given.filter((answer) => answer <= 6).length;
  const counts = {
    promoters: { count: promoters, of },
    passives: { count: of - promoters - detractors, of },
    detractors: { count: detractors, of },
  };
  // Half a point goes up on both sides of zero; and never a minus zero.
  const figure = Math.floor(((promoters - detractors) / of) * 100 + 0.5) + 0;
  return score(counts, { figure, of });
}

/** @returns the mean, and how many gave 8 to 10. */
export function csat(answers: readonly number[]): Score<{ satisfied: CountOf }> {
  const given = sound('csat', answers);
  const satisfied = { count: given.filter((answer) => answer >= 8).length, of: given.length };
  return score({ satisfied }, { figure: mean(given), of: given.length });
}

/** @returns the mean, and how many it cost little effort: 1 or 2. */
export function ces(answers: readonly number[]): Score<{ easy: CountOf }> {
  const given = sound('ces', answers);
  const easy = { count: given.filter((answer) => answer <= 2).length, of: given.length };
  return score({ easy }, { figure: mean(given), of: given.length });
}

/** One customer's SUS, 0 to 100 in steps of 2.5. @returns null: not all ten are answered. */
export function susOf(items: readonly (number | null)[]): number | null {
  if (items.length !== SUS_ITEMS || susRefusal(items) !== null) return null;
  let sum = 0;
  for (const [at, item] of items.entries()) {
    if (item === null) return null;
    sum += at % 2 === 0 ? item - 1 : 5 - item;
  }
  return sum * 2.5;
}

/** The mean of who answered all ten, and how many that are. */
export function sus(
  questionnaires: readonly (readonly (number | null)[])[],
): Score<{ complete: CountOf }> {
  const figures = questionnaires.map(susOf).filter((figure) => figure !== null);
  const complete = { count: figures.length, of: questionnaires.length };
  return score({ complete }, { figure: mean(figures), of: figures.length });
}

/** A share as a whole percentage; null below thirty, where it is said in people. */
export function percentOf({ count, of }: CountOf): number | null {
  return of < FEWEST_FOR_SHARE ? null : Math.round((count / of) * 100);
}

/** Customers who left in a period, as a percentage of who were there at its start. Null without a start. */
export function churn({ left, atStart }: { left: number; atStart: number }): number | null {
  return rate(left, atStart);
}

/**
 * Customers who were there at the start and still are at the end, likewise. New ones do not count.
 */
export function retention({ stayed, atStart }: { stayed: number; atStart: number }): number | null {
  return rate(stayed, atStart);
}

function rate(part: number, whole: number): number | null {
  const fits = Number.isFinite(part) && Number.isFinite(whole) && whole > 0;
  return fits && part >= 0 && part <= whole ? toTenth((part / whole) * 100) : null;
}

function mean(values: readonly number[]): number {
  return toTenth(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
