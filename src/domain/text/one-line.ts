/** Words that are kept as one line: what no text may hold is left out, white space is one space. */
import { cleanText } from '#domain/text/characters';
import { cutText } from '#domain/text/cut';

/** @param most in UTF-16 units; what is longer is cut. */
export function oneLine(text: string, most: number): string {
  return cutText(cleanText(text).replace(/\s+/gu, ' ').trim(), most);
}
