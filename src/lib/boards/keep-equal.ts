/**
 * A new plain that keeps every part of the old one that reads the same, by identity: a screen that
 * draws from plains then draws only what changed. Things in lists are matched by their id.
 */
export function keepEqual<T>(before: T, after: T): T {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) return keepList(before, after) as T;
  if (!isRecord(before) || !isRecord(after)) return after;
  const kept: Record<string, unknown> = {};
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    kept[key] = keepEqual(before[key], after[key]);
    same &&= Object.hasOwn(before, key) && Object.is(kept[key], before[key]);
  }
  return same ? before : (kept as T);
}

function keepList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.map((one, at) => [idOf(one) ?? at, one]));
  const kept = after.map((one, at) => keepEqual(known.get(idOf(one) ?? at), one));
  const same = kept.length === before.length && kept.every((one, at) => Object.is(one, before[at]));
  return same ? before : kept;
}

function idOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
