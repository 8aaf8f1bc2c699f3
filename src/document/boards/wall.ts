/**
 * Writing on a wall. Each function is one transaction with the origin it is given, does nothing to
 * notes or groups that are gone, and writes only what changes. Ids are the caller's.
 * Groups and stacks are in `wall-groups.ts`, lining up in `arrange.ts`, locks and height in
 * `note-marks.ts`, copying in `clip.ts`, the reveal in `lay-on-wall.ts`; all leave through here.
 */
import type * as Y from 'yjs';
import type { Origin } from '#document/origins';
import { byOrder, orderKeys } from '#document/order';
import { plainWall } from '#document/plain';
import { roots, type Place } from '#document/schema';
import { putNote, type NewNote } from '#document/boards/put-note';
import type { StoredNote } from '#document/shapes';
import { letGo, setFields, storedMap, storedNotes } from '#document/boards/stored';

export * from '#document/boards/arrange';
export * from '#document/boards/note-marks';
export * from '#document/boards/wall-groups';
export { copyNotes, pasteNotes, type Clip } from '#document/boards/clip';
export { restoreWall } from '#document/boards/restore-wall';
export { colorNotes, editNoteText, setNoteText } from '#document/boards/note-fields';
export { freePlaces, layOnWall, type NoteToLay } from '#document/boards/lay-on-wall';
export type { NewNote } from '#document/boards/put-note';

/** Adds one note, last in order. */
export function addNote(doc: Y.Doc, note: NewNote, origin: Origin): void {
  addNotes(doc, [note], origin);
}

/** Adds notes in this order, after all others; a text beyond the limit is cut. */
export function addNotes(doc: Y.Doc, notes: readonly NewNote[], origin: Origin): void {
  doc.transact(() => {
    const sorted = storedNotes(doc).sort(byOrder);
    const keys = orderKeys(sorted, { before: null, count: notes.length });
    notes.forEach((note, index) => putNote(doc, note, keys[index] ?? 'a0'));
  }, origin);
}

/** Lays notes loose at these places: out of their group, off their stack. A top takes its stack along. */
export function moveNotes(
  doc: Y.Doc,
  moves: readonly { id: string; at: Place }[],
  origin: Origin,
): void {
  doc.transact(() => {
    letGo(
      doc,
      moves.map(({ id }) => id),
    );
    for (const { id, at } of moves) {
      const note = storedMap(roots.notes(doc), id);
      if (note) setFields(note, { at: [at[0], at[1]], group: null, under: null });
    }
  }, origin);
}

/** Puts notes, in this order, in front of another in the reading order of their group or of the loose notes; null is last. */
export function reorderNotes(
  doc: Y.Doc,
  noteIds: readonly string[],
  before: string | null,
  origin: Origin,
): void {
  doc.transact(() => {
    const rest = storedNotes(doc)
      .filter((note) => !noteIds.includes(note.id))
      .sort(byOrder);
    const keys = orderKeys(rest, { before, count: noteIds.length });
    noteIds.forEach((id, index) => {
      const note = storedMap(roots.notes(doc), id);
      if (note) setFields(note, { order: keys[index] });
    });
  }, origin);
}

/** Removes those of these notes that have neither words nor a picture now, whatever a screen showed. */
export function removeEmptyNotes(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  const isEmpty = (note: StoredNote): boolean => note.text.trim() === '' && note.picture === null;
  const empty = storedNotes(doc).filter((note) => noteIds.includes(note.id) && isEmpty(note));
  if (empty.length === 0) return;
  removeNotes(
    doc,
    empty.map((note) => note.id),
    origin,
  );
}

/** Removes every note that holds nothing: what somebody had begun when the board was closed. A locked one was meant. */
export function clearEmptyNotes(doc: Y.Doc, origin: Origin): void {
  const free = storedNotes(doc).filter((note) => !note.locked);
  removeEmptyNotes(
    doc,
    free.map((note) => note.id),
    origin,
  );
}

/** Removes notes. What lay beneath a removed top stays: the highest takes its place. */
export function removeNotes(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  doc.transact(() => {
    const gone = new Set(noteIds);
    letGo(doc, noteIds);
    const { notes } = plainWall(doc);
    const wall = new Map(notes.map((note) => [note.id, note]));
    for (const note of notes) {
      if (!gone.has(note.id) || note.beneath.length === 0) continue;
      const [heir, ...others] = note.beneath.filter((id) => !gone.has(id));
      if (heir === undefined) continue;
      const map = storedMap(roots.notes(doc), heir);
      if (!map) continue;
      setFields(map, { under: null, at: [...note.at], group: note.group, order: note.order });
      // What was covered by the stack stays covered, and what lay over it too.
      if (note.z !== (wall.get(heir)?.z ?? 0)) setFields(map, { z: note.z });
      for (const id of others) {
        const other = storedMap(roots.notes(doc), id);
        if (other) setFields(other, { under: heir });
      }
    }
    for (const id of gone) roots.notes(doc).delete(id);
  }, origin);
}
