/**
 * Writing in a pile: a member's own hidden notes, for all walls of the sprint in one flat root. The
 * server alone takes notes out of it (reveal, late notes). Each function is one transaction.
 */
import * as Y from 'yjs';
import { server, type Origin } from '#document/origins';
import { orderKeys } from '#document/order';
import { plainPile, type PlainPileNote } from '#document/plain';
import { roots, type PaperColor } from '#document/schema';
import { newText, setFields, storedMap } from '#document/boards/stored';

export {
  colorNotes as colorPileNotes,
  editNoteText as editPileNoteText,
  setNoteText as setPileNoteText,
} from '#document/boards/note-fields';

export type NewPileNote = {
  id: string;
  /** The board it is written for. */
  wall: string;
  text?: string;
  color: PaperColor;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** What on that board it is about; left out where exercises know of no such thing. */
  about?: string;
  /** Id of the pile note that shall follow; last when left out. */
  before?: string | null;
};

export function addPileNote(doc: Y.Doc, note: NewPileNote, origin: Origin): void {
  addPileNotes(doc, [note], origin);
}

/** Adds notes in this order; all go before the first one's `before`. A text beyond the limit is cut. */
export function addPileNotes(doc: Y.Doc, notes: readonly NewPileNote[], origin: Origin): void {
  doc.transact(() => {
    const keys = orderKeys(plainPile(doc), {
      before: notes[0]?.before ?? null,
      count: notes.length,
    });
    notes.forEach((note, index) => {
      const map = new Y.Map<unknown>();
      map.set('wall', note.wall);
      map.set('text', newText(note.text ?? ''));
      map.set('color', note.color);
      map.set('order', keys[index]);
      map.set('createdAt', note.createdAt);
      if (note.about !== undefined) map.set('about', note.about);
      roots.notes(doc).set(note.id, map);
    });
  }, origin);
}

/** Writes notes as they were read once, with their order and time, where none of that id is. Texts come whole. */
export function putPileNotes(doc: Y.Doc, notes: readonly PlainPileNote[], origin: Origin): void {
  doc.transact(() => {
    for (const { id, text, ...fields } of notes) {
      if (roots.notes(doc).has(id)) continue;
      const map = new Y.Map<unknown>();
      map.set('text', newText(text, text.length));
      for (const [field, value] of Object.entries(fields)) map.set(field, value);
      roots.notes(doc).set(id, map);
    }
  }, origin);
}

/** Puts a note before another of the pile; null is last. */
export function reorderPileNote(
  doc: Y.Doc,
  noteId: string,
  before: string | null,
  origin: Origin,
): void {
  doc.transact(() => {
    const rest = plainPile(doc).filter((note) => note.id !== noteId);
    const note = storedMap(roots.notes(doc), noteId);
    if (note) setFields(note, { order: orderKeys(rest, { before, count: 1 })[0] });
  }, origin);
}

export function removePileNotes(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  doc.transact(() => {
    for (const id of noteIds) roots.notes(doc).delete(id);
  }, origin);
}

/** Notes with text for one wall: what the facilitator sees of a pile. */
export function countPile(doc: Y.Doc, boardId: string): number {
  return plainPile(doc).filter((note) => note.wall === boardId && note.text.trim() !== '').length;
}

/**
 * Takes notes of one wall out of the pile: all, or those named. Empty ones go too but are not given back.
 * @returns the notes with text, in the writer's order; nothing when called again.
 */
export function takeFromPile(
  doc: Y.Doc,
  boardId: string,
  noteIds?: readonly string[],
  origin: Origin = server,
): PlainPileNote[] {
  const taken = plainPile(doc).filter(
    (note) => note.wall === boardId && (!noteIds || noteIds.includes(note.id)),
  );
  doc.transact(() => {
    for (const note of taken) roots.notes(doc).delete(note.id);
  }, origin);
  return taken.filter((note) => note.text.trim() !== '');
}
