/**
 * Open points of a storyboard: asked about a panel, closed with an answer. Each function is one
 * transaction and does nothing to what is gone; leaves through `operations.ts`.
 */
import type * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { storyLimits, storyRoot } from '#document/kinds/storyboard/records';
import { byOrder } from '#document/order';
import type { Origin } from '#document/origins';
import { change, keyBefore, put, remove } from '#document/kinds/stored-records';
import { cleanText } from '#domain/text/characters';
import { cutText } from '#domain/text/cut';

/** A question about a panel; null: about the story. */
export function addPoint(
  doc: Y.Doc,
  { id, panelId, text = '' }: { id: string; panelId: string | null; text?: string },
  origin: Origin,
): void {
  const { panels, loose } = plainStoryboard(doc);
  const all = [...panels.flatMap(({ points }) => points), ...loose];
  put(doc, 'points', id, origin, () => ({
    panel: panelId,
    text: newText(text, storyLimits.point),
    answer: '',
    answeredBy: '',
    order: keyBefore(all.sort(byOrder), id, null),
  }));
}

/** To another panel. */
export function movePoint(doc: Y.Doc, id: string, panelId: string, origin: Origin): void {
  if (storyRoot(doc, 'panels').has(panelId)) change(doc, 'points', id, { panel: panelId }, origin);
}

/** Closes a point with what was decided; an empty answer opens it again. */
export function answerPoint(
  doc: Y.Doc,
  id: string,
  { answer, by }: { answer: string; by: string },
  origin: Origin,
): void {
  const words = cutText(cleanText(answer).trim(), storyLimits.answer);
  change(doc, 'points', id, { answer: words, answeredBy: words === '' ? '' : by }, origin);
}

export function removePoint(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'points', [id], origin);
}
