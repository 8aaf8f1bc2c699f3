/** The shape of one new note on a wall, written in one place for adding, pasting and the reveal. */
import * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { roots, type PaperColor, type Place } from '#document/schema';

export type NewNote = {
  id: string;
  text?: string;
  at: Place;
  color: PaperColor;
  /** Lies in this group, last. */
  group?: string | null;
  /** Name shown with the note, where the exercise shows authors. */
  author?: string;
};

/** Inside a transaction: writes one new note under its order key. */
export function putNote(doc: Y.Doc, note: NewNote, order: string): void {
  const map = new Y.Map<unknown>();
  map.set('text', newText(note.text ?? ''));
  map.set('at', [...note.at]);
  map.set('color', note.color);
  map.set('group', note.group ?? null);
  map.set('under', null);
  map.set('order', order);
  if (note.author !== undefined) map.set('author', note.author);
  roots.notes(doc).set(note.id, map);
}
