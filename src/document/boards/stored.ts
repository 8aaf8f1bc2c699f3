/** Typed doors to the stored maps, shared by the write functions of the boards. Never exported to a screen. */
import * as Y from 'yjs';
import { limits } from '#domain/limits';
import { cleanText } from '#domain/text/characters';
import { cutText } from '#domain/text/cut';
import { readNote, type StoredNote } from '#document/shapes';
import { stackTops } from '#document/layout';
import { roots } from '#document/schema';

/** The stored map of a note or group; undefined when it is gone or is no map. */
export function storedMap(map: Y.Map<Y.Map<unknown>>, id: string): Y.Map<unknown> | undefined {
  const value: unknown = map.get(id);
  return value instanceof Y.Map ? value : undefined;
}

/** The text of a stored map; undefined when it has none (written by something that is not ours). */
export function storedText(
  map: Y.Map<unknown> | undefined,
  field: 'text' | 'label',
): Y.Text | undefined {
  const value = map?.get(field);
  return value instanceof Y.Text ? value : undefined;
}

/** What no text may hold is left out, and what is beyond `max` UTF-16 units; no letter is cut in two. */
export function newText(text: string, max: number = limits.note): Y.Text {
  const cut = cutText(cleanText(text), max);
  return cut === '' ? new Y.Text() : new Y.Text(cut);
}

export function storedNotes(doc: Y.Doc): StoredNote[] {
  const notes: StoredNote[] = [];
  roots.notes(doc).forEach((value, id) => {
    const note = readNote(id, value);
    if (note) notes.push(note);
  });
  return notes;
}

/** Writes only fields that change: an equal value would still be a new item in the history. */
export function setFields(map: Y.Map<unknown>, fields: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!sameValue(map.get(field), value)) map.set(field, value);
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => one === b[i]);
  if (a instanceof Uint8Array && b instanceof Uint8Array)
    return a.length === b.length && a.every((one, i) => one === b[i]);
  return a === b;
}

/**
 * Inside a transaction, before notes leave their stack: what points at one of them without having
 * it as its top points at its own top instead, so that it does not come along (chains and rings).
 */
export function letGo(doc: Y.Doc, noteIds: readonly string[]): void {
  const notes = storedNotes(doc);
  const tops = stackTops(notes);
  for (const note of notes) {
    if (note.under === null || noteIds.includes(note.id) || !noteIds.includes(note.under)) continue;
    const top = tops.get(note.id) ?? note.id;
    if (top === note.under) continue;
    const map = storedMap(roots.notes(doc), note.id);
    if (map) setFields(map, { under: top === note.id ? null : top });
  }
}
