/** A table that is read and never changed: made anew where what it is made of changes. */
export function lookup<K, V>(entries: Iterable<readonly [K, V]> = []): ReadonlyMap<K, V> {
  return new Map(entries);
}
