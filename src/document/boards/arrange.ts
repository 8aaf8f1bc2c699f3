/**
 * Moving what lies loose, as one transaction each: only places are written, measured on what the
 * document has at that moment, so that who groups or stacks one of them meanwhile finds it there.
 * Notes in a group and beneath another are left alone. Leaves through `wall.ts`.
 */
import type * as Y from 'yjs';
import type { XY } from '#document/layout';
import type { Origin } from '#document/origins';
import {
  aligned,
  distributed,
  tidied,
  type Alignment,
  type Lying,
  type Move,
  type Way,
} from '#document/placing';
import { plainWall } from '#document/plain';
import { roots, type Place } from '#document/schema';
import { setFields, storedMap } from '#document/boards/stored';

/** A move of something that steps aside: with `from`, only when it still lies there. */
export type Shift = Move & { readonly from?: Place };

/**
 * Moves loose notes out of the way of something else. Whoever groups or stacks one of them at the
 * same moment keeps it there.
 */
export function shiftNotes(doc: Y.Doc, moves: readonly Shift[], origin: Origin): void {
  doc.transact(() => {
    const loose = new Map(looseNotes(doc).map((note) => [note.id, note.place]));
    for (const { id, at, from } of moves) {
      const place = loose.get(id);
      if (place && (!from || isAt(place, from))) writePlace(doc, { id, at });
    }
  }, origin);
}

/** The same for a group that steps aside. */
export function shiftGroup(
  doc: Y.Doc,
  groupId: string,
  { from, at }: { from: Place; at: Place },
  origin: Origin,
): void {
  doc.transact(() => {
    const box = plainWall(doc).groups.find((group) => group.id === groupId)?.box;
    const group = storedMap(roots.groups(doc), groupId);
    if (group && box && isAt(box, from)) setFields(group, { at: [at[0], at[1]] });
  }, origin);
}

/** Moves loose notes by this much from where they are now. */
export function nudgeNotes(doc: Y.Doc, noteIds: readonly string[], by: XY, origin: Origin): void {
  place(doc, noteIds, origin, (notes) =>
    notes.map(({ id, place: { x, y } }) => ({ id, at: [x + by.x, y + by.y] })),
  );
}

export function alignNotes(
  doc: Y.Doc,
  noteIds: readonly string[],
  how: Alignment,
  origin: Origin,
): void {
  place(doc, noteIds, origin, (notes) => aligned(notes, how));
}

export function distributeNotes(
  doc: Y.Doc,
  noteIds: readonly string[],
  way: Way,
  origin: Origin,
): void {
  place(doc, noteIds, origin, (notes) => distributed(notes, way));
}

/** Lays the loose ones of these notes in a grid, in reading order. */
export function tidyNotes(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  place(doc, noteIds, origin, tidied);
}

function place(
  doc: Y.Doc,
  noteIds: readonly string[],
  origin: Origin,
  placed: (notes: readonly Lying[]) => readonly Move[],
): void {
  doc.transact(() => {
    const meant = new Set(noteIds);
    const notes = looseNotes(doc).filter((note) => meant.has(note.id));
    if (notes.length === 0) return;
    for (const move of placed(notes)) writePlace(doc, move);
  }, origin);
}

function looseNotes(doc: Y.Doc): Lying[] {
  return plainWall(doc).notes.filter((note) => note.top === note.id && note.group === null);
}

function writePlace(doc: Y.Doc, { id, at }: Move): void {
  const note = storedMap(roots.notes(doc), id);
  if (note) setFields(note, { at: [at[0], at[1]] });
}

function isAt(place: XY, from: Place): boolean {
  return place.x === from[0] && place.y === from[1];
}
