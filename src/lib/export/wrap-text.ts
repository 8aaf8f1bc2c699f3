/**
 * Breaks a note's text into lines as the board does (see fit-text): at spaces, a word that is wider
 * than the paper anywhere. Pure: widths come from outside.
 */
import { lettersOf } from '#domain/text/cut';
import type { Measure } from '$lib/boards/wall/notes/fit-text';

/** One line of a text, and where in the text it begins. */
export type Line = { text: string; start: number };

export function wrapText(
  text: string,
  { size, width, measure }: { size: number; width: number; measure: Measure },
): Line[] {
  const lines: Line[] = [];
  const space = measure(' ') * size;
  let at = 0;
  for (const paragraph of text.split('\n')) {
    let line: Line = { text: '', start: at };
    let used = 0;
    const next = (start: number): void => {
      lines.push(line);
      line = { text: '', start };
      used = 0;
    };
    for (const [index, word] of paragraph.split(' ').entries()) {
      if (index > 0) at++;
      const wide = measure(word) * size;
      if (index > 0 && used + space + wide > width && used > 0) next(at);
      else if (index > 0) {
        line.text += ' ';
        used += space;
      }
      let rest = word;
      while (measure(rest) * size > width && lettersOf(rest).length > 1) {
        const piece = widestPiece(rest, { size, width, measure });
        line.text += piece;
        at += piece.length;
        rest = rest.slice(piece.length);
        next(at);
      }
      line.text += rest;
      at += rest.length;
      used += measure(rest) * size;
    }
    lines.push(line);
    at++;
  }
  return lines;
}

function widestPiece(
  word: string,
  { size, width, measure }: { size: number; width: number; measure: Measure },
): string {
  let piece = '';
  for (const letter of lettersOf(word)) {
    if (piece !== '' && measure(piece + letter) * size > width) break;
    piece += letter;
  }
  return piece;
}
