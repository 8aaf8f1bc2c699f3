import { cleanText } from '#domain/text/characters';

/** Most notes that one paste makes. */
const MOST_LINES = 200;

/** The lines of a pasted text that say something, without the bullet or number in front of a list item. */
export function linesOf(text: string): string[] {
  return cleanText(text)
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
