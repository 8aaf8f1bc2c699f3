/**
 * What lies on the panels of a storyboard: strokes of the pen, and parts of sketches by reference. Each
 * function is one transaction and does nothing to what is gone; leaves through `operations.ts`.
 */
import type * as Y from 'yjs';
import {
  clipPlaceOf,
  CLIP_WIDTHS,
  clipWidthOf,
  plainStoryboard,
  turnOf,
  type PlainClip,
  type PlainPanel,
} from '#document/kinds/storyboard/plain';
import {
  PANEL_HEIGHT,
  PANEL_WIDTH,
  storyRoot,
  type Crop,
} from '#document/kinds/storyboard/records';
import type { Origin } from '#document/origins';
import { change, keyBefore, put, remove } from '#document/kinds/stored-records';

/** A rectangle of a sketch: which one, of which of its panels, and how it is called on the storyboard. */
export type ClipOf = { exhibit: string; number: number; part: number; crop: Crop };

/** In the middle of its panel, at four fifths of its width, or smaller where it would be higher than the panel. */
export function addClip(
  doc: Y.Doc,
  { id, panelId, of }: { id: string; panelId: string; of: ClipOf },
  origin: Origin,
): void {
  if (!storyRoot(doc, 'panels').has(panelId)) return;
  const [, , w, h] = of.crop;
  const fitting = h > 0 ? (PANEL_HEIGHT * 0.9 * w) / h : CLIP_WIDTHS.fresh;
  const width = clipWidthOf(Math.round(Math.min(CLIP_WIDTHS.fresh, fitting)));
  const at = [PANEL_WIDTH / 2, PANEL_HEIGHT / 2] as const;
  putClip(doc, panelId, { ...of, id, at, width, turn: 0 }, origin);
}

/** Moves, sizes or turns a clip within its panel; what is left out stays. */
export function placeClip(
  doc: Y.Doc,
  id: string,
  { at, width, turn }: Partial<Pick<PlainClip, 'at' | 'width' | 'turn'>>,
  origin: Origin,
): void {
  change(
    doc,
    'clips',
    id,
    {
      ...(at && { at: clipPlaceOf([Math.round(at[0]), Math.round(at[1])]).slice() }),
      ...(width !== undefined && { width: clipWidthOf(Math.round(width)) }),
      ...(turn !== undefined && { turn: turnOf(turn) }),
    },
    origin,
  );
}

export function moveClip(doc: Y.Doc, id: string, panelId: string, origin: Origin): void {
  if (!storyRoot(doc, 'panels').has(panelId)) return;
  const order = keyBefore(panelOf(doc, panelId)?.clips ?? [], id, null);
  change(doc, 'clips', id, { panel: panelId, order }, origin);
}

export function removeClip(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'clips', [id], origin);
}

/** A stroke that was drawn to its end, over all others of its panel. */
export function addStroke(
  doc: Y.Doc,
  { id, panelId, ink }: { id: string; panelId: string; ink: Uint8Array },
  origin: Origin,
): void {
  if (storyRoot(doc, 'panels').has(panelId)) putStroke(doc, panelId, { id, ink }, origin);
}

export function removeStrokes(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'strokes', ids, origin);
}

/** Inside a transaction of who makes a panel: a stroke as it is to lie on it. */
export function putStroke(
  doc: Y.Doc,
  panelId: string,
  { id, ink }: { id: string; ink: Uint8Array },
  origin: Origin,
  order = keyBefore(panelOf(doc, panelId)?.strokes ?? [], id, null),
): void {
  put(doc, 'strokes', id, origin, () => ({ panel: panelId, order, ink }));
}

/** Inside a transaction of who makes a panel: a clip as it is to lie on it. */
export function putClip(
  doc: Y.Doc,
  panelId: string,
  { id, exhibit, number, part, crop, at, width, turn }: Omit<PlainClip, 'order'>,
  origin: Origin,
  order = keyBefore(panelOf(doc, panelId)?.clips ?? [], id, null),
): void {
  put(doc, 'clips', id, origin, () => ({
    ...{ panel: panelId, exhibit, number, part },
    crop: [...crop],
    at: [...at],
    ...{ width, turn, order },
  }));
}

function panelOf(doc: Y.Doc, id: string): PlainPanel | undefined {
  return plainStoryboard(doc).panels.find((panel) => panel.id === id);
}
