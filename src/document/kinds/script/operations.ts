/**
 * Writing the script of the interviews. Each function is one transaction with the origin it is given, writes
 * only what changes and does nothing to what is gone; ids are the caller's.
 */
import type * as Y from 'yjs';
import {
  actMinutes,
  type ScriptAct,
  type ScriptLineKind,
  type ScriptNoteKind,
} from '#domain/script/acts';
import { newText, storedMap } from '#document/boards/stored';
import { plainScript, wholeMinutes, type PlainScriptLine } from '#document/kinds/script/plain';
import { scriptLimits as most } from '#document/kinds/script/records';
import { change, keyBefore, put, remove, sharedText } from '#document/kinds/stored-records';
import type { Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import { applyEdit } from '#document/text';

/** A text of the script: of a line, or of a note beside one. */
export type ScriptText = { root: 'lines' | 'notes'; id: string };

/** Longest text, in UTF-16 units. */
export function longestScriptText({ root }: Pick<ScriptText, 'root'>): number {
  return root === 'lines' ? most.line : most.note;
}

/** @param minutes rounded, from one up to an hour. */
export function setActMinutes(doc: Y.Doc, act: ScriptAct, minutes: number, origin: Origin): void {
  change(doc, 'acts', act, { minutes: wholeMinutes(minutes, actMinutes[act]) }, origin);
}

/** @param line.before the line in front of which it comes in that act; null: last. */
export function addLine(
  doc: Y.Doc,
  id: string,
  line: { act: ScriptAct; kind: ScriptLineKind; text?: string; before?: string | null },
  origin: Origin,
): void {
  const { act, kind, text = '', before = null } = line;
  put(doc, 'lines', id, origin, () => ({
    ...{ act, kind, says: '', text: newText(text, most.line) },
    order: keyBefore(linesOf(doc, act), id, before),
  }));
}

/** Puts a line before another of an act, or last there. Two who move the same one leave it in one place. */
export function moveLine(
  doc: Y.Doc,
  id: string,
  { act, before }: { act: ScriptAct; before: string | null },
  origin: Origin,
): void {
  if (id === before) return;
  const lines = linesOf(doc, act);
  const at = lines.findIndex((line) => line.id === id);
  if (at !== -1 && (lines[at + 1]?.id ?? null) === before) return;
  change(doc, 'lines', id, { act, order: keyBefore(lines, id, before) }, origin);
}

export function setLineKind(doc: Y.Doc, id: string, kind: ScriptLineKind, origin: Origin): void {
  change(doc, 'lines', id, { kind }, origin);
}

/** With what lies beside it and what it hangs on. */
export function removeLine(doc: Y.Doc, id: string, origin: Origin): void {
  doc.transact(() => {
    for (const root of ['notes', 'hangs']) {
      const theirs: string[] = [];
      doc.getMap<Y.Map<unknown>>(root).forEach((one, key) => {
        if (one.get('line') === id) theirs.push(key);
      });
      remove(doc, root, theirs, origin);
    }
    remove(doc, 'lines', [id], origin);
  }, origin);
}

/** Beside a line, behind what is there; nothing where the line is gone. */
export function addScriptNote(
  doc: Y.Doc,
  id: string,
  { lineId, kind, text = '' }: { lineId: string; kind: ScriptNoteKind; text?: string },
  origin: Origin,
): void {
  const line = lineIn(doc, lineId);
  if (!line) return;
  put(doc, 'notes', id, origin, () => ({
    ...{ line: lineId, kind, text: newText(text, most.note) },
    order: keyBefore(line.notes, id, null),
  }));
}

export function removeScriptNote(doc: Y.Doc, id: string, origin: Origin): void {
  remove(doc, 'notes', [id], origin);
}

/** A line is there for a sprint question, or no more. The same two make the same record. */
export function hangOn(
  doc: Y.Doc,
  lineId: string,
  { questionId, hangs }: { questionId: string; hangs: boolean },
  origin: Origin,
): void {
  const id = `${lineId.slice(0, 31)}-${questionId.slice(0, 31)}`;
  if (!hangs) remove(doc, 'hangs', [id], origin);
  else if (!storedMap(doc.getMap('hangs'), id)) {
    put(doc, 'hangs', id, origin, () => ({ line: lineId, question: questionId }));
  }
}

/** Lays sprint questions behind what is there, each once: under the id of its note. */
export function layScriptQuestions(
  doc: Y.Doc,
  laid: readonly { id: string; text: string }[],
  origin: Origin,
): void {
  const { questions } = plainScript(doc);
  const fresh = laid.filter(({ id }) => !questions.some((one) => one.id === id));
  const keys = orderKeys(questions, { before: null, count: fresh.length });
  doc.transact(() => {
    fresh.forEach(({ id, text }, at) =>
      put(doc, 'questions', id, origin, () => ({
        ...{ note: id, text: newText(text, most.question), order: keys[at] ?? 'a0' },
      })),
    );
  }, origin);
}

/** Undefined when it is gone. */
export function textOfScript(doc: Y.Doc, { root, id }: ScriptText): string | undefined {
  return sharedText(doc, { record: root, id, field: 'text' })?.toString();
}

/** One person's change of the words, as their field showed them before and after. */
export function editScriptText(
  doc: Y.Doc,
  at: ScriptText,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = sharedText(doc, { record: at.root, id: at.id, field: 'text' });
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: longestScriptText(at) }), origin);
}

function linesOf(doc: Y.Doc, act: ScriptAct): PlainScriptLine[] {
  return plainScript(doc).acts.find((one) => one.act === act)?.lines ?? [];
}

function lineIn(doc: Y.Doc, id: string): PlainScriptLine | undefined {
  return plainScript(doc)
    .acts.flatMap(({ lines }) => lines)
    .find((line) => line.id === id);
}
