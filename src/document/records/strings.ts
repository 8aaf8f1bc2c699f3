/**
 * What a string must be to become content of a document, wherever in it: the words of a text, a
 * value, an id. The server's judge asks here for every string of every new struct, and nowhere else.
 */

/** @param most longest length, in UTF-16 units. */
export function isContentString(text: string, most: number): boolean {
  return text.length <= most;
}
