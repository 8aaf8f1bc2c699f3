/**
 * Working on the grid of a test. Each function is one transaction with the origin it is given, writes only
 * what changes and does nothing to what is gone; ids are the caller's.
 */
import type * as Y from 'yjs';
import type { Mark } from '#domain/tests/patterns';
import { newText } from '#document/boards/stored';
import { addObservation, type NewObservation } from '#document/kinds/grid/observations';
import { plainGrid } from '#document/kinds/grid/plain';
import { gridLimits, patternId } from '#document/kinds/grid/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import { server, type Origin } from '#document/origins';
import { applyEdit } from '#document/text';

export {
  addQuestion,
  eraseAnswersOf,
  giveAnswer,
  hangFinding,
  layQuestions,
  layVerdict,
  removeQuestion,
  setCloser,
  setGap,
} from '#document/kinds/grid/answers';
export {
  addObservation,
  editObservationText,
  markObservation,
  moveObservation,
  removeObservations,
  setQuote,
  setStrong,
  takeObservations,
  textOfObservation,
} from '#document/kinds/grid/observations';

/** A text of the grid apart from its observations, by the record that it belongs to. */
export type GridText = { record: keyof typeof texts; id: string };

const texts = {
  rows: { field: 'title', most: gridLimits.row },
  patterns: { field: 'name', most: gridLimits.pattern },
  questions: { field: 'text', most: gridLimits.question },
  answers: { field: 'why', most: gridLimits.why },
  lookback: { field: 'words', most: gridLimits.lookback },
} as const;

/** Longest text of it, in UTF-16 units. */
export function longestGridText({ record }: Pick<GridText, 'record'>): number {
  return texts[record].most;
}

/** @param before the row in front of which it comes; null: last. */
export function addRow(
  doc: Y.Doc,
  { id, title = '', before = null }: { id: string; title?: string; before?: string | null },
  origin: Origin,
): void {
  const { rows } = plainGrid(doc);
  put(doc, 'rows', id, origin, () => ({
    title: newText(title, gridLimits.row),
    order: keyBefore(rows, id, before),
  }));
}

/** Puts a row before another, or last. Two who move the same one leave it in one place. */
export function moveRow(doc: Y.Doc, id: string, before: string | null, origin: Origin): void {
  if (id === before) return;
  change(doc, 'rows', id, { order: keyBefore(plainGrid(doc).rows, id, before) }, origin);
}

/** What was seen at it stays, at no row. */
export function removeRow(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'rows', [id], origin);
}

/** @returns undefined when it is gone. */
export function textOfGrid(doc: Y.Doc, { record, id }: GridText): string | undefined {
  return sharedText(doc, { record, id, field: texts[record].field })?.toString();
}

export function editGridText(
  doc: Y.Doc,
  { record, id }: GridText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record, id, field: texts[record].field });
  if (text)
    doc.transact(() => applyEdit(text, { ...edit, max: longestGridText({ record }) }), origin);
}

/** The team says that a proposal is a pattern, and names it; or that it is none. */
export function answerProposal(
  doc: Y.Doc,
  { row, mark, name, aside }: { row: string; mark: Mark; name: string; aside: boolean },
  origin: Origin,
): void {
  put(doc, 'patterns', patternId(row, mark), origin, () => ({
    ...{ row, mark, name: newText(name, gridLimits.pattern) },
    ...(aside && { aside: true }),
  }));
}

/** It is proposed again. */
export function withdrawAnswer(
  doc: Y.Doc,
  { row, mark }: { row: string; mark: Mark },
  origin: Origin,
): void {
  remove(doc, 'patterns', [patternId(row, mark)], origin);
}

/** The end of a talk: what each observer wrote, laid under new ids, in the order in which it was seen. */
export function layObservations(
  doc: Y.Doc,
  seen: readonly Omit<NewObservation, 'id'>[],
  { newId }: { newId: () => string },
): void {
  doc.transact(() => {
    const inTime = seen.toSorted((a, b) => a.seconds - b.seconds);
    for (const one of inTime) addObservation(doc, { ...one, id: newId() }, server);
  }, server);
}
