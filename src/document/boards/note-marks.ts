/** What is set on whole notes and groups beside their words: the lock and the height. One transaction each. */
import type * as Y from 'yjs';
import type { Origin } from '#document/origins';
import { byDrawing } from '#document/order';
import { plainWall, type PlainNote } from '#document/plain';
import { roots } from '#document/schema';
import { Z_EDGE } from '#document/shapes';
import { setFields, storedMap } from '#document/boards/stored';

/** Locks notes and groups, or frees them; the server lets a facilitator do it and nobody else. */
export function setLocked(
  doc: Y.Doc,
  { noteIds = [], groupIds = [] }: { noteIds?: readonly string[]; groupIds?: readonly string[] },
  locked: boolean,
  origin: Origin,
): void {
  doc.transact(() => {
    const found = [
      ...noteIds.map((id) => storedMap(roots.notes(doc), id)),
      ...groupIds.map((id) => storedMap(roots.groups(doc), id)),
    ];
    for (const map of found) {
      if (!map) continue;
      if (locked) setFields(map, { locked: true });
      else if (map.has('locked')) map.delete('locked');
    }
  }, origin);
}

/** Draws these notes over all others; among themselves they stay as they lay. */
export function bringToFront(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  restack(doc, noteIds, origin, ({ others, steps }) => Math.max(0, ...others) + steps + 1);
}

/** Draws these notes beneath all others; among themselves they stay as they lay. */
export function sendToBack(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  restack(
    doc,
    noteIds,
    origin,
    ({ others, steps, count }) => Math.min(0, ...others) - count + steps,
  );
}

/** A stack is drawn at the height of its top, so that is where its height is written. */
function restack(
  doc: Y.Doc,
  noteIds: readonly string[],
  origin: Origin,
  height: (at: { others: readonly number[]; steps: number; count: number }) => number,
): void {
  doc.transact(() => {
    const { notes } = plainWall(doc);
    const tops = notes.filter((note) => note.top === note.id);
    const meant = new Set(notes.flatMap((note) => (noteIds.includes(note.id) ? [note.top] : [])));
    const moved = tops.filter((note) => meant.has(note.id)).sort(byDrawing);
    const others = tops.flatMap((note) => (meant.has(note.id) ? [] : [note.z]));
    const heights = [...new Set(moved.map((note) => note.z))];
    for (const note of moved) {
      const steps = heights.indexOf(note.z);
      writeHeight(doc, note, height({ others, steps, count: heights.length }));
    }
  }, origin);
}

function writeHeight(doc: Y.Doc, note: PlainNote, z: number): void {
  const map = storedMap(roots.notes(doc), note.id);
  if (map) setFields(map, { z: Math.max(-Z_EDGE, Math.min(Z_EDGE, z)) });
}
