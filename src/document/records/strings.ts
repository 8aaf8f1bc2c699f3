/**
 * What a string must be to become content of a document, wherever in it: the words of a text, a
 * value, an id. The server's judge asks here for every string of every new struct, and nowhere else.
 */

import { unfitCharacter } from '#domain/text/characters';

/**
 * Not too long, and without what no text may hold ([D43]): who types leaves that out before it is
 * written, so what holds it comes from another program.
 * @param most longest length, in UTF-16 units.
 */
export function isContentString(text: string, most: number): boolean {
  return text.length <= most && unfitCharacter(text) === undefined;
}
