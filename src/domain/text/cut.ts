/**
 * Cutting a text where a reader sees an end of a letter: an emoji of several joined ones, a flag, a
 * letter with its accents stay whole. Lengths are UTF-16 units, as limits are.
 */
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning of at most `max` units that ends between two letters. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const at = Math.max(0, Math.floor(max));
  return text.slice(0, letters.segment(text).containing(at)?.index ?? 0);
}

/** The same for a text in a sentence: at most `max` units, with an ellipsis where something was left out. */
export function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${cutText(text, max - 1).trimEnd()}…`;
}

/** The letters of a text as a reader sees them. */
export function lettersOf(text: string): string[] {
  return Array.from(letters.segment(text), ({ segment }) => segment);
}
