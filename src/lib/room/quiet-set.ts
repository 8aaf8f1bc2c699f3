/**
 * A set that nothing is drawn from: reading it makes nothing depend on it. Views keep their books in
 * it where a reactive set would cost and tell nobody anything.
 */
export function quietSet<T>(items: Iterable<T> = []): Set<T> {
  return new Set(items);
}
