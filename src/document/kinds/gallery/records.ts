/**
 * What a museum's document holds. The server hangs the exhibits and lays the questions, and nobody else
 * writes them; people pin standouts. Nothing in it tells who made what, or when.
 *
 * `exhibits`   id -> { number, title, panels, source: what it answers | null }: one immutable value each, laid when the museum opens
 * `questions`  id -> { exhibit, text, order }: laid together and shuffled
 * `standouts`  id -> { exhibit, sign, at: [x, y], text: Y.Text, order }: what struck in the critique of
 *              that exhibit, on the spot that it is about
 *
 * An exhibit's box is 1,000 wide; its panels, each `PANEL_HEIGHT` high, lie below each other in it. All
 * places are thousandths of its width.
 */
import { limits } from '#domain/limits';
import type { InkColor } from '#document/ink/stroke';
import type { SketchSource } from '#domain/sketches/sketch-source';
import type { Crop } from '#document/kinds/pad/records';
import type { Place } from '#document/schema';
import type { StoredPicture } from '#document/shapes';

/** What a scribe pins: what stood out, a worry, and what the maker said was missed. */
export const standoutSigns = ['standout', 'worry', 'missed'] as const;
export type StandoutSign = (typeof standoutSigns)[number];

/** Longest texts, in UTF-16 units. */
export const galleryLimits = { standout: 200, question: limits.galleryQuestion } as const;

/** Words that stand on a drawing. `at`: their top left, in the box of the panel. */
export type ExhibitText = { at: Place; color: InkColor; text: string };

/** `strokes`: each the bytes of one, from below to above (`document/ink`). */
export type ExhibitPanel = {
  strokes: Uint8Array[];
  /** Below the drawing. */
  words: string;
  /** What is drawn, for who does not see it. */
  description: string;
  texts: ExhibitText[];
  /** A photograph under the drawing, of which `crop` is seen. */
  picture: (StoredPicture & { crop: Crop }) | null;
};

/** A sketch as it hangs: its number is the only name that it has beside its title. */
export type Exhibit = {
  id: string;
  /** From 1, drawn at random for all of them together. */
  number: number;
  title: string;
  panels: ExhibitPanel[];
  /** What it answers, where its maker said so. */
  source: SketchSource | null;
};
