/**
 * Making a storyboard. Each function is one transaction with the origin it is given, writes only what
 * changes and does nothing to what is gone; ids are the caller's. A move writes one field of one
 * record, so that a panel is never in two places and never in none.
 */
import type * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { putClip, putStroke } from '#document/kinds/storyboard/drawn';
import {
  isBlankPanel,
  plainStoryboard,
  type PlainPoint,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { storyLimits, type PanelSource } from '#document/kinds/storyboard/records';
import { orderKeys } from '#document/order';
import type { Origin } from '#document/origins';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import { applyEdit, type TextEdit } from '#document/text';

export {
  addClip,
  addStroke,
  moveClip,
  placeClip,
  removeClip,
  removeStrokes,
  type ClipOf,
} from '#document/kinds/storyboard/drawn';
export { addPoint, answerPoint, movePoint, removePoint } from '#document/kinds/storyboard/points';

/** A text on the storyboard: which record and which of its fields. */
export type StoryText =
  | { record: 'panels'; id: string; field: 'title' | 'caption' }
  | { record: 'points'; id: string; field: 'text' };

const longest: Readonly<Record<StoryText['field'], number>> = {
  title: storyLimits.title,
  caption: storyLimits.caption,
  text: storyLimits.point,
};

/** Longest text of that field, in UTF-16 units. */
export function longestText({ field }: Pick<StoryText, 'field'>): number {
  return longest[field];
}

/** @returns undefined when the record is gone. */
export function textOf(doc: Y.Doc, at: StoryText): string | undefined {
  return sharedText(doc, at)?.toString();
}

/** One person's change of a text, as their field showed it before and after. */
export function editStoryText(doc: Y.Doc, at: StoryText, edit: TextEdit, origin: Origin): void {
  const text = sharedText(doc, at);
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: longest[at.field] }), origin);
}

export type NewPanel = {
  id: string;
  title?: string;
  caption?: string;
  source?: PanelSource | null;
};

/** @param before the panel in front of which it comes; null: last. */
export function addPanel(
  doc: Y.Doc,
  { before = null, ...panel }: NewPanel & { before?: string | null },
  origin: Origin,
): void {
  putPanel(doc, panel, keyBefore(plainStoryboard(doc).panels, panel.id, before), origin);
}

/** Puts a panel in front of another, or last. Several who move the same one leave it in one place. */
export function movePanel(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  const { panels } = plainStoryboard(doc);
  const at = panels.findIndex((panel) => panel.id === id);
  if (at === -1 || (panels[at + 1]?.id ?? null) === before) return;
  change(doc, 'panels', id, { order: keyBefore(panels, id, before) }, origin);
}

/**
 * A second panel right behind the first, with its words. Open points stay with the first: a question
 * is answered once.
 * @param newId for what lies on it; left out where only the words are copied, because the pen is another's.
 */
export function duplicatePanel(
  doc: Y.Doc,
  { id, from, newId }: { id: string; from: string; newId?: () => string },
  origin: Origin,
): void {
  const { panels } = plainStoryboard(doc);
  const at = panels.findIndex((panel) => panel.id === from);
  const first = panels[at];
  if (!first) return;
  const before = panels[at + 1]?.id ?? null;
  const { title, caption } = first;
  const source = { kind: 'panel', id: from, nth: 0 } as const;
  doc.transact(() => {
    putPanel(doc, { id, title, caption, source }, keyBefore(panels, id, before), origin);
    if (!newId) return;
    for (const clip of first.clips) putClip(doc, id, { ...clip, id: newId() }, origin, clip.order);
    for (const stroke of first.strokes)
      putStroke(doc, id, { ...stroke, id: newId() }, origin, stroke.order);
  }, origin);
}

/** What lay on it stays in the document, unseen: taking this back brings all of it back. */
export function removePanel(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'panels', [id], origin);
}

/**
 * Lays the actions of the row that was picked as the first captions: on blank panels that stand in
 * front, then on new ones behind them. The same row is laid once, whoever does it.
 * @param row `<stepId>/<candidateId>`; actions without words are left out.
 * @returns how many panels it made or filled.
 */
export function layRow(
  doc: Y.Doc,
  { row, actions }: { row: string; actions: readonly string[] },
  origin: Origin,
): number {
  const { panels } = plainStoryboard(doc);
  if (panels.some(({ source }) => source?.kind === 'row' && source.id === row)) return 0;
  const captions = actions.map((action) => action.trim()).filter((action) => action !== '');
  const firstWorked = panels.findIndex((panel) => !isBlankPanel(panel));
  const blanks = panels.slice(0, firstWorked === -1 ? panels.length : firstWorked);
  const fresh = captions.slice(blanks.length);
  const before = firstWorked === -1 ? null : (panels[firstWorked]?.id ?? null);
  const keys = orderKeys(panels, { before, count: fresh.length });
  // Two who lay it at once make the same records.
  const stem = row.slice(row.indexOf('/') + 1).slice(0, 56);
  doc.transact(() => {
    captions.forEach((caption, nth) => {
      const source = { kind: 'row', id: row, nth } as const;
      const blank = blanks[nth];
      const key = blank?.order ?? keys[nth - blanks.length] ?? 'a0';
      if (!blank) return putPanel(doc, { id: `${stem}-${nth}`, caption, source }, key, origin);
      const at = { record: 'panels', id: blank.id, field: 'caption' } as const;
      editStoryText(doc, at, { before: blank.caption, after: caption }, origin);
      change(doc, 'panels', blank.id, { source: ['row', row, nth] }, origin);
    });
  }, origin);
  return captions.length;
}

/** Makes a whole storyboard, as it reads, in an empty document: same ids, same order. One transaction. */
export function drawStoryboard(
  doc: Y.Doc,
  { panels, loose }: PlainStoryboard,
  origin: Origin,
): void {
  const putPoint = ({ id, panelId, text, answer, answeredBy, order }: PlainPoint): void =>
    put(doc, 'points', id, origin, () => ({
      ...{ panel: panelId, text: newText(text, text.length) },
      ...{ answer, answeredBy, order },
    }));
  doc.transact(() => {
    for (const panel of panels) {
      putPanel(doc, panel, panel.order, origin);
      for (const clip of panel.clips) putClip(doc, panel.id, clip, origin, clip.order);
      for (const stroke of panel.strokes) putStroke(doc, panel.id, stroke, origin, stroke.order);
      panel.points.forEach(putPoint);
    }
    loose.forEach(putPoint);
  }, origin);
}

function putPanel(
  doc: Y.Doc,
  { id, title = '', caption = '', source = null }: NewPanel,
  order: string,
  origin: Origin,
): void {
  put(doc, 'panels', id, origin, () => ({
    title: newText(title, storyLimits.title),
    caption: newText(caption, storyLimits.caption),
    order,
    ...(source && { source: [source.kind, source.id, source.nth] }),
  }));
}
