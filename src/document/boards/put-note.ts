/** The shape of one new note on a wall, written in one place for adding, pasting and the reveal. */
import * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import { roots, type PaperColor, type Place } from '#document/schema';
import type { StoredPicture } from '#document/shapes';

export type NewNote = {
  id: string;
  text?: string;
  at: Place;
  color: PaperColor;
  /** Lies in this group, last. */
  group?: string | null;
  /** Name shown with the note, where the exercise shows authors. */
  author?: string;
  /** The member who wrote it, where the exercise shows authors; never anywhere else. */
  by?: string;
  /** A picture on the paper; the text is its caption. */
  picture?: StoredPicture | null;
};

/** A picture as it is stored. */
export function storedPicture({ id, width, height }: StoredPicture): [string, number, number] {
  return [id, width, height];
}

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
  if (note.by !== undefined) map.set('by', note.by);
  if (note.picture) map.set('picture', storedPicture(note.picture));
  roots.notes(doc).set(note.id, map);
}
