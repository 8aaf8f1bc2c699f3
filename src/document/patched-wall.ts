/**
 * A wall of which only some notes changed, without arranging all of it again: typing, colouring and
 * moving a loose note touch nothing else. Used by the browser's reader; equal to `arrangedWall` ([D30]).
 */
import type { PlainNote } from '#document/plain';
import { STACK_STEP } from '#document/schema';
import type { StoredNote } from '#document/shapes';

export type NoteChange = {
  /** As it was read before; undefined when it was not there. */
  before: StoredNote | undefined;
  /** As it is read now; undefined when it is gone. */
  after: StoredNote | undefined;
};

/** Whether two readings of a note lie in the same group, stack and order. */
function sameStructure(a: StoredNote, b: StoredNote): boolean {
  return a.group === b.group && a.under === b.under && a.order === b.order;
}

/**
 * @param changes what was touched, of a wall on which no group was touched.
 * @param shown the wall's notes as they were arranged before.
 * @returns the notes that are drawn differently now; undefined when the whole wall is to be arranged.
 */
export function patchedNotes(
  changes: readonly NoteChange[],
  shown: ReadonlyMap<string, PlainNote>,
): PlainNote[] | undefined {
  const patched = new Map<string, PlainNote>();
  const moved: PlainNote[] = [];
  for (const { before, after } of changes) {
    const was = after && shown.get(after.id);
    if (!before || !was || !sameStructure(before, after)) return undefined;
    const { group, under, top, beneath } = was;
    const isLoose = top === after.id && group === null;
    const place = isLoose ? { x: after.at[0], y: after.at[1] } : was.place;
    const note = { ...after, group, under, top, beneath, place };
    patched.set(note.id, note);
    if (isLoose && beneath.length > 0) moved.push(note);
  }
  for (const { place, beneath } of moved) {
    beneath.forEach((id, index) => {
      const note = patched.get(id) ?? shown.get(id);
      const step = (index + 1) * STACK_STEP;
      if (note) patched.set(id, { ...note, place: { x: place.x + step, y: place.y + step } });
    });
  }
  return [...patched.values()];
}
