/**
 * How many klantbeloften a set has: three to seven can be remembered and kept. More is warned of, and
 * above twelve the set is not signed. Asked by the set's screen and by who signs.
 */
export const FEWEST_BELOFTEN = 3;
export const MOST_BELOFTEN = 7;
/** Above this a set cannot be signed. */
export const MOST_SIGNED = 12;

export type SetCount = 'none' | 'few' | 'fine' | 'many' | 'too-many';

export function setCount(beloften: number): SetCount {
  if (beloften === 0) return 'none';
  if (beloften < FEWEST_BELOFTEN) return 'few';
  if (beloften <= MOST_BELOFTEN) return 'fine';
  return beloften <= MOST_SIGNED ? 'many' : 'too-many';
}

/** Whether customers were never asked about it: it came after the concepts that they ranked. */
export function isNew(
  { concept }: { readonly concept: boolean },
  of: readonly { readonly concept: boolean }[],
): boolean {
  return !concept && of.some((one) => one.concept);
}
