/**
 * What a storyboard's document holds: every root, every field and its shape. What lies on a panel says
 * so by the panel's id and is not drawn while that is gone, so that it is back where it was when the
 * panel returns. A panel's drawing is measured in thousandths of its width, whatever its size on screen.
 *
 * `panels`  id -> { title: Y.Text, caption: Y.Text, order, source: what it came from | null }
 * `strokes` id -> { panel, order, ink: bytes of one stroke }
 * `clips`   id -> { panel, exhibit, number, part, crop: [x, y, w, h], at: [x, y], width, turn, order }: a
 *           rectangle of a sketch in the museum, by reference
 * `points`  id -> { panel, text: Y.Text, answer, answeredBy, order }: what the team has yet to settle
 */
import type * as Y from 'yjs';
import type { recordNames } from '#document/kinds/record-roots';

export type StoryRecord = (typeof recordNames.storyboard)[number];

/** Longest texts, in UTF-16 units. */
export const storyLimits = { title: 80, caption: 240, point: 240, answer: 240 } as const;

/** A panel's drawing is this wide and this high; all places and sizes on it are in these units. */
export const PANEL_WIDTH = 1_000;
export const PANEL_HEIGHT = 600;

/** What a panel can have come from: an action of a row of the walk through the test, another panel, a sketch. */
export const sourceKinds = ['row', 'panel', 'exhibit'] as const;
export type SourceKind = (typeof sourceKinds)[number];
/** `id`: of a row `<stepId>/<candidateId>`, else of the panel or exhibit. `nth`: which part of it, from 0. */
export type PanelSource = {
  readonly kind: SourceKind;
  readonly id: string;
  readonly nth: number;
};

/** A rectangle of one panel of a sketch, in thousandths of that panel's width. */
export type Crop = readonly [x: number, y: number, width: number, height: number];

export type StoryRoot = Y.Map<Y.Map<unknown>>;

export function storyRoot(doc: Y.Doc, record: StoryRecord): StoryRoot {
  return doc.getMap(record);
}
