/**
 * The size at which a note's text fills its paper without spilling: from 28 px down to 13. Lines are
 * broken here by the same rule as the browser's (at spaces, long words anywhere), from word widths
 * that are measured once; nothing is laid out in the page to find it.
 */
import { cutText, lettersOf } from '#domain/text/cut';
import type { Size } from '$lib/plane/viewport';

export const TEXT_SIZES = [28, 24, 21, 19, 18, 17, 16, 15, 14, 13] as const;
export const LINE_HEIGHT = 1.28;

/** Width of a piece of text at a font size of 1 px. */
export type Measure = (piece: string) => number;

/** Number of lines that `text` takes at `size` in a column of `width`. */
export function countLines(text: string, size: number, width: number, measure: Measure): number {
  const space = measure(' ') * size;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const wide = measure(word) * size;
      if (used > 0 && used + space + wide > width) {
        lines++;
        used = 0;
      }
      if (wide > width) {
        const pieces = Math.ceil(wide / width);
        lines += pieces - 1;
        used = wide - (pieces - 1) * width;
      } else {
        used += (used > 0 ? space : 0) + wide;
      }
    }
  }
  return lines;
}

/** The lines themselves, for who draws them without a browser's help. */
export function breakLines(text: string, size: number, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || widthOf(longer, size, measure) <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
      while (widthOf(line, size, measure) > width && line.length > 1) {
        const fits = Math.floor((line.length * width) / widthOf(line, size, measure));
        const piece = cutText(line, fits) || (lettersOf(line)[0] ?? line);
        if (piece === line) break;
        lines.push(piece);
        line = line.slice(piece.length);
      }
    }
    lines.push(line);
  }
  return lines;
}

/** By words, whose widths are remembered; whole lines would be measured anew each time. */
function widthOf(line: string, size: number, measure: Measure): number {
  const words = line.split(' ');
  return words.reduce((sum, word) => sum + measure(word), measure(' ') * (words.length - 1)) * size;
}

function holds(text: string, size: number, paper: Size, measure: Measure): boolean {
  const lines = countLines(text, size, paper.w, measure);
  // Large type is for a few words: most notes of a wall are then of nearly one size, and calm to read.
  const most = size > 21 ? 2 : size > 17 ? 4 : Infinity;
  return lines * size * LINE_HEIGHT <= paper.h && lines <= most;
}

/**
 * @returns the largest size at which the text fits with every word whole; where a word is too long
 * for that, up to 17 px with the word broken; else 13, and the rest is reached by opening the note.
 */
export function fitText(text: string, paper: Size, measure: Measure): number {
  const longest = Math.max(...text.split(/[ \n]/).map(measure));
  const whole = TEXT_SIZES.find(
    (size) => longest * size <= paper.w && holds(text, size, paper, measure),
  );
  return whole ?? TEXT_SIZES.find((size) => size <= 17 && holds(text, size, paper, measure)) ?? 13;
}
