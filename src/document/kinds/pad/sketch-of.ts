/**
 * The sketch of one step, as it is handed in: everything that others will see of it and nothing else.
 * No ids of the pad, no order of drawing but the one in which it is painted, no pressure: a hand would
 * be known by it. For the preview on screen and for the server, which both copy from here.
 */
import type { InkColor } from '#document/ink/stroke';
import { withoutPressure } from '#document/ink/stroke-bytes';
import { frameIn, wordsIn, type PlainPad } from '#document/kinds/pad/plain';
import { frameOf, frameOfStep, PANELS, type Crop } from '#document/kinds/pad/records';
import type { Place } from '#document/schema';
import type { StoredPicture } from '#document/shapes';

export type SketchText = { at: Place; color: InkColor; text: string };
export type SketchPanel = {
  /** Each the bytes of one stroke, from below to above. */
  strokes: Uint8Array[];
  words: string;
  /** What is drawn, in its maker's words; empty where they wrote none. */
  description: string;
  texts: SketchText[];
  picture: (StoredPicture & { crop: Crop }) | null;
};
export type Sketch = { title: string; panels: SketchPanel[] };

/** @returns three panels, also of what is empty. */
export function sketchOf(pad: PlainPad, stepId: string): Sketch {
  return {
    title: wordsIn(pad, frameOfStep(stepId), 'title').trim(),
    panels: Array.from({ length: PANELS }, (_, index) => panelOf(pad, frameOf(stepId, index + 1))),
  };
}

/** Whether nothing at all is on it: there would be nothing to see. */
export function isEmptySketch({ title, panels }: Sketch): boolean {
  return title === '' && panels.every(isEmptyPanel);
}

export function isEmptyPanel({ strokes, words, texts, picture }: SketchPanel): boolean {
  return strokes.length === 0 && words === '' && texts.length === 0 && picture === null;
}

function panelOf(pad: PlainPad, frame: string): SketchPanel {
  const { strokes, texts, picture, words, description } = frameIn(pad, frame);
  return {
    strokes: strokes.flatMap(({ ink }) => withoutPressure(ink) ?? []),
    words: words.trim(),
    description: description.trim(),
    texts: texts
      .filter(({ text }) => text.trim() !== '')
      .map(({ at, color, text }) => ({ at, color, text: text.trim() })),
    picture: picture && { ...picture.picture, crop: picture.crop },
  };
}
