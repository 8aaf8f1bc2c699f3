/**
 * Order keys: fractional indices compared by code unit, ties broken by id. Keys get jitter, so that
 * two people who put something in the same gap rarely draw the same key; when they do, both survive.
 */
import { generateKeyBetween } from 'fractional-indexing';

export type Ordered = { readonly id: string; readonly order: string };

/** Rounds of halving: 2^12 keys in each gap. */
const JITTER_ROUNDS = 12;

export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The order in which loose things are drawn, last on top: by `z`, equals by order ([D20]). */
export function byDrawing(a: Ordered & { z: number }, b: Ordered & { z: number }): number {
  return a.z === b.z ? byOrder(a, b) : a.z - b.z;
}

/** Whether a string is a key of ours; what a browser stored is not trusted to be one. */
export function isOrderKey(key: string): boolean {
  if (key.length > 200) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * Keys for `count` things between two neighbours, ascending.
 * @param sorted everything in the list now, sorted by `byOrder`, without the things to be placed.
 * @param before id of what shall follow; null puts them last.
 */
export function orderKeys(
  sorted: readonly Ordered[],
  {
    before,
    count,
    random = Math.random,
  }: { before: string | null; count: number; random?: () => number },
): string[] {
  const at = before === null ? -1 : sorted.findIndex((item) => item.id === before);
  const index = at === -1 ? sorted.length : at;
  const lower = lastKey(sorted.slice(0, index));
  // Equal keys leave no room between them: then what is placed follows all of the equals.
  const upper = sorted
    .slice(index)
    .find((item) => isOrderKey(item.order) && (lower === null || item.order > lower));
  const keys: string[] = [];
  let previous = lower;
  for (let n = 0; n < count; n += 1) {
    previous = jittered(previous, upper?.order ?? null, random);
    keys.push(previous);
  }
  return keys;
}

function lastKey(items: readonly Ordered[]): string | null {
  let last: string | null = null;
  for (const { order } of items) {
    if (isOrderKey(order) && (last === null || order > last)) last = order;
  }
  return last;
}

/** With an open end a halving would eat whole numbers, so the gap is closed by the next whole key first. */
function jittered(lower: string | null, upper: string | null, random: () => number): string {
  let low = lower;
  let high = upper;
  if (high === null) {
    low = generateKeyBetween(low, null);
    high = generateKeyBetween(low, null);
  } else if (low === null) {
    low = generateKeyBetween(null, high);
  }
  let key = generateKeyBetween(low, high);
  for (let round = 0; round < JITTER_ROUNDS; round += 1) {
    if (random() < 0.5) high = key;
    else low = key;
    key = generateKeyBetween(low, high);
  }
  return key;
}
