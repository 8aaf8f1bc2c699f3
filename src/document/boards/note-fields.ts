/** What may be changed on one note, on a wall or in a pile alike: its text and its colour. */
import type * as Y from 'yjs';
import { limits } from '#domain/limits';
import type { Origin } from '#document/origins';
import { roots, type PaperColor } from '#document/schema';
import { applyEdit } from '#document/text';
import { setFields, storedMap, storedText } from '#document/boards/stored';

/** Makes a note read `text`, as one insert and delete against what it reads now. */
export function setNoteText(doc: Y.Doc, noteId: string, text: string, origin: Origin): void {
  const stored = storedText(storedMap(roots.notes(doc), noteId), 'text');
  if (stored) editNoteText(doc, noteId, { before: stored.toString(), after: text }, origin);
}

/**
 * Brings in one person's change of a note. `before` is what their field showed when they typed, so
 * that letters of others which it did not show yet are kept. Cut at the limit.
 */
export function editNoteText(
  doc: Y.Doc,
  noteId: string,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = storedText(storedMap(roots.notes(doc), noteId), 'text');
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: limits.note }), origin);
}

export function colorNotes(
  doc: Y.Doc,
  noteIds: readonly string[],
  color: PaperColor,
  origin: Origin,
): void {
  doc.transact(() => {
    for (const id of noteIds) {
      const note = storedMap(roots.notes(doc), id);
      if (note) setFields(note, { color });
    }
  }, origin);
}
