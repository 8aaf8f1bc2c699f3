/** An order that tells nothing, where notes are laid and sketches hung. Chance is passed in. */

/** By Fisher and Yates. Each order is as likely as any other when `random` is uniform. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = result[at] as T;
    result[at] = result[other] as T;
    result[other] = kept;
  }
  return result;
}
