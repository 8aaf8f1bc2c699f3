/**
 * What a pad's document holds: one member's own drawings and words of the whole week, which nobody else
 * reads. What lies on a sheet of paper says so by its frame, a name that follows from the step and the
 * place on its sheet, so that two devices of one person never make the same container.
 *
 * `sheets`   id -> { step, order }: sheets that were added to a step's first one; its id is its frame
 * `strokes`  id -> { frame, order, ink: bytes of one stroke }
 * `words`    id -> { frame, role: words | title | description, text: Y.Text }
 * `texts`    id -> { frame, at: [x, y] in thousandths of the frame's width, color, text: Y.Text, order }
 * `pictures` id -> { frame, picture: [id, width, height], crop: [left, top, width, height], order }
 */
import type * as Y from 'yjs';
import type { recordNames } from '#document/kinds/record-roots';

export type PadRecord = (typeof recordNames.pad)[number];

/** `title`: of the sketch; `words`: beneath a drawing; `description`: what is drawn, for who does not see it. */
export const wordRoles = ['words', 'title', 'description'] as const;
export type WordRole = (typeof wordRoles)[number];

/** Folds of a Crazy 8s sheet, and panels of a solution sketch. */
export const FOLDS = 8;
export const PANELS = 3;

/** Longest texts, in UTF-16 units. */
export const padLimits = { words: 2_000, title: 120, description: 500, text: 160 } as const;

/** Left, top, width and height of what is seen of a picture, each as a part of the whole from 0 to 1. */
export type Crop = readonly [left: number, top: number, width: number, height: number];
export const WHOLE: Crop = [0, 0, 1, 1];

export type PadRoot = Y.Map<Y.Map<unknown>>;

export function padRoot(doc: Y.Doc, record: PadRecord): PadRoot {
  return doc.getMap(record);
}

/** The frame of a step's fold, panel or first sheet. @param place from 1. */
export function frameOf(stepId: string, place: number): string {
  return `${stepId}.${place}`;
}

/** The frame of what is said of the whole step: the title of its sketch. */
export function frameOfStep(stepId: string): string {
  return stepId;
}
