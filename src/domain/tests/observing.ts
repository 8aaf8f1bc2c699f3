/**
 * How an observer writes: which key picks which mark, what is a quote, and how a row of the grid is
 * counted, in customers and never in notes. Pure; the observer's page and the grid ask it.
 */
import { distinct, type Mark, type Observation } from '#domain/tests/patterns';

const marksByKey: Readonly<Record<string, Mark>> = { '+': '+', '0': '0', '-': '-', '−': '-' };
/** With Alt, by the place of the key, which is the same on every keyboard. */
const marksByCode: Readonly<Record<string, Mark>> = { Digit1: '+', Digit2: '0', Digit3: '-' };

/**
 * The mark that a key picks: + 0 and - in a field in which nothing stands, Alt with 1, 2 and 3 always.
 * @returns null for a key that is a letter like any other.
 */
export function markOfKey(
  { key, code, altKey }: { key: string; code: string; altKey: boolean },
  { isEmpty }: { isEmpty: boolean },
): Mark | null {
  if (altKey) return marksByCode[code] ?? null;
  return isEmpty ? (marksByKey[key] ?? null) : null;
}

/** A quotation mark in front says that these are the customer's own words. */
export function isQuoted(text: string): boolean {
  return /^\s*['"‘’“”„«‹]/.test(text);
}

/** So many different customers showed each, and in so many something was seen. */
export type RowCounts = Readonly<Record<Mark, number>> & { readonly seen: number };

/** @param observations of one row. A customer who showed both counts for both. */
export function rowCounts(
  observations: readonly Pick<Observation, 'customer' | 'mark'>[],
): RowCounts {
  const of = (mark: Mark): number =>
    distinct(observations.filter((one) => one.mark === mark)).length;
  return { '+': of('+'), '0': of('0'), '-': of('-'), seen: distinct(observations).length };
}
