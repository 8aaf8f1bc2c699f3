/**
 * Observations as they are written: in one's own pile during the talk, and on the grid after it. Each
 * function is one transaction with the origin it is given and does nothing to what is gone.
 */
import type * as Y from 'yjs';
import type { Mark } from '#domain/tests/patterns';
import { newText } from '#document/boards/stored';
import { plainObservations, type PlainObservation } from '#document/kinds/grid/plain';
import { gridLimits } from '#document/kinds/grid/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { applyEdit } from '#document/text';

export type NewObservation = Omit<PlainObservation, 'order' | 'author' | 'by'> & {
  /** On the grid: the name as it was then, and whose it is. */
  author?: string;
  by?: string;
};

/** Comes last. A text beyond the limit is cut. */
export function addObservation(doc: Y.Doc, one: NewObservation, origin: Origin): void {
  put(doc, 'observations', one.id, origin, () => fieldsOf(doc, one));
}

export function editObservationText(
  doc: Y.Doc,
  id: string,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record: 'observations', id, field: 'text' });
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: gridLimits.observation }), origin);
}

/** @returns undefined when it is gone. */
export function textOfObservation(doc: Y.Doc, id: string): string | undefined {
  return sharedText(doc, { record: 'observations', id, field: 'text' })?.toString();
}

export function markObservation(doc: Y.Doc, id: string, mark: Mark, origin: Origin): void {
  change(doc, 'observations', id, { mark }, origin);
}

export function setStrong(doc: Y.Doc, id: string, strong: boolean, origin: Origin): void {
  change(doc, 'observations', id, { strong }, origin);
}

export function setQuote(doc: Y.Doc, id: string, quote: boolean, origin: Origin): void {
  change(doc, 'observations', id, { quote }, origin);
}

/** To another cell. */
export function moveObservation(
  doc: Y.Doc,
  id: string,
  to: { customer: string; row: string | null },
  origin: Origin,
): void {
  change(doc, 'observations', id, { customer: to.customer, row: to.row }, origin);
}

export function removeObservations(doc: Y.Doc, ids: readonly string[], origin: Origin): void {
  remove(doc, 'observations', ids, origin);
}

/**
 * Takes what was seen of one customer out of a pile. What says nothing goes too and is not given back.
 * @returns in the writer's order; nothing when called again.
 */
export function takeObservations(doc: Y.Doc, customer: string, origin: Origin): PlainObservation[] {
  const taken = plainObservations(doc).filter((one) => one.customer === customer);
  removeObservations(
    doc,
    taken.map(({ id }) => id),
    origin,
  );
  return taken.filter(({ text }) => text.trim() !== '');
}

function fieldsOf(doc: Y.Doc, one: NewObservation): Record<string, unknown> {
  return {
    ...{ customer: one.customer, row: one.row, mark: one.mark, seconds: one.seconds },
    text: newText(one.text, gridLimits.observation),
    ...(one.strong && { strong: true }),
    ...(one.quote && { quote: true }),
    ...(one.author !== undefined && { author: one.author }),
    ...(one.by !== undefined && { by: one.by }),
    order: keyBefore(plainObservations(doc), one.id, null),
  };
}
