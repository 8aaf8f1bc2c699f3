/** What drawing a wall needs from the browser: colours, widths of words, pictures and typefaces. A shape only. */
import type { PaperColor } from '#document/schema';
import type { Measure } from '$lib/boards/wall/notes/fit-text';

/** Colours as every program reads them: #rrggbb. */
export type Palette = {
  wall: string;
  ink: string;
  paperInk: string;
  paperInkSoft: string;
  groupLine: string;
  groupFill: string;
  dot: string;
  onDot: string;
  papers: Record<PaperColor, { paper: string; edge: string; edgeDeep: string }>;
};

export type WallLook = {
  palette: Palette;
  /** Font size of a note's text in px, as on the board. */
  sizeOf(text: string): number;
  /** Widths in the notes' typeface, and in that of titles. */
  measure: Measure;
  measureTitle: Measure;
  /** Data addresses of the pictures that could be had, by id. */
  pictures: ReadonlyMap<string, string>;
  /** `@font-face` rules with the typefaces inside; '' where the reader's own have to do. */
  fontCss: string;
  words: { chosen: string; unnamedGroup: string };
};

export const TEXT_FAMILY = "'Figtree Variable', Figtree, system-ui, sans-serif";
export const TITLE_FAMILY =
  "'Bricolage Grotesque Variable', 'Bricolage Grotesque', 'Figtree Variable', sans-serif";
