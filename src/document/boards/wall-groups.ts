/** Groups and stacks of a wall: one transaction each. Leaves through `wall.ts`. */
import * as Y from 'yjs';
import { limits } from '#domain/limits';
import type { Origin } from '#document/origins';
import { byOrder, orderKeys } from '#document/order';
import { plainWall, type PlainWall } from '#document/plain';
import { NOTE_GAP, NOTE_WIDTH, roots, type Place } from '#document/schema';
import { applyEdit } from '#document/text';
import {
  letGo,
  newText,
  setFields,
  storedMap,
  storedNotes,
  storedText,
} from '#document/boards/stored';

/** A new group at `at` (top left of its box), holding `noteIds` in this order. */
export function makeGroup(
  doc: Y.Doc,
  group: { id: string; at: Place; label?: string; noteIds?: readonly string[] },
  origin: Origin,
): void {
  doc.transact(() => {
    const sorted = [...plainWall(doc).groups].sort(byOrder);
    const map = new Y.Map<unknown>();
    map.set('label', newText(group.label ?? '', limits.label));
    map.set('at', [...group.at]);
    map.set('order', orderKeys(sorted, { before: null, count: 1 })[0]);
    roots.groups(doc).set(group.id, map);
    if (group.noteIds?.length) putInGroup(doc, group.noteIds, { groupId: group.id, before: null });
  }, origin);
}

export function labelGroup(doc: Y.Doc, groupId: string, label: string, origin: Origin): void {
  const text = storedText(storedMap(roots.groups(doc), groupId), 'label');
  if (text) editGroupLabel(doc, groupId, { before: text.toString(), after: label }, origin);
}

/** One person's change of a label, like `editNoteText`. */
export function editGroupLabel(
  doc: Y.Doc,
  groupId: string,
  edit: { before: string; after: string; caret?: number },
  origin: Origin,
): void {
  const text = storedText(storedMap(roots.groups(doc), groupId), 'label');
  if (text) doc.transact(() => applyEdit(text, { ...edit, max: limits.label }), origin);
}

/** Moves a group; what is in it goes along, because that is drawn from the group's place. */
export function moveGroup(doc: Y.Doc, groupId: string, at: Place, origin: Origin): void {
  doc.transact(() => {
    const group = storedMap(roots.groups(doc), groupId);
    if (group) setFields(group, { at: [at[0], at[1]] });
  }, origin);
}

/** Puts a group before another in reading order; null is last. */
export function reorderGroup(
  doc: Y.Doc,
  groupId: string,
  before: string | null,
  origin: Origin,
): void {
  doc.transact(() => {
    const rest = plainWall(doc).groups.filter((group) => group.id !== groupId);
    const group = storedMap(roots.groups(doc), groupId);
    if (group) setFields(group, { order: orderKeys(rest, { before, count: 1 })[0] });
  }, origin);
}

/** Takes the group away; its notes stay where they were drawn. */
export function ungroup(doc: Y.Doc, groupId: string, origin: Origin): void {
  doc.transact(() => {
    const group = plainWall(doc).groups.find((one) => one.id === groupId);
    if (!group) return;
    settle(doc, group.noteIds, null);
    roots.groups(doc).delete(groupId);
  }, origin);
}

/** Lays notes in a group, in this order, before one of its notes or last. A top takes its stack along. */
export function placeInGroup(
  doc: Y.Doc,
  noteIds: readonly string[],
  where: { groupId: string; before?: string | null },
  origin: Origin,
): void {
  doc.transact(() => {
    if (!storedMap(roots.groups(doc), where.groupId)) return;
    putInGroup(doc, noteIds, { groupId: where.groupId, before: where.before ?? null });
  }, origin);
}

function putInGroup(
  doc: Y.Doc,
  noteIds: readonly string[],
  where: { groupId: string; before: string | null },
): void {
  const rest = storedNotes(doc)
    .filter((note) => !noteIds.includes(note.id))
    .sort(byOrder);
  const keys = orderKeys(rest, { before: where.before, count: noteIds.length });
  letGo(doc, noteIds);
  noteIds.forEach((id, index) => {
    const note = storedMap(roots.notes(doc), id);
    if (note) setFields(note, { group: where.groupId, under: null, order: keys[index] });
  });
  const stacked = plainWall(doc).notes.filter((note) => noteIds.includes(note.top));
  settle(
    doc,
    stacked.map((note) => note.id),
    where.groupId,
  );
}

/**
 * Writes the drawn place and the group of notes into their own fields: the place they fall back to
 * when somebody else takes the group or the top away at the same moment.
 */
function settle(doc: Y.Doc, noteIds: readonly string[], group: string | null): void {
  const wall = plainWall(doc);
  for (const note of wall.notes) {
    if (!noteIds.includes(note.id)) continue;
    const map = storedMap(roots.notes(doc), note.id);
    if (map) setFields(map, { at: [note.place.x, note.place.y], group });
  }
}

/**
 * Lays notes, with what lies beneath them, under the stack that `onto` is in. The top of that stack
 * stays on top; a note that already is in the stack keeps its place.
 */
export function stackOn(
  doc: Y.Doc,
  noteIds: readonly string[],
  onto: string,
  origin: Origin,
): void {
  doc.transact(() => {
    const wall = plainWall(doc);
    const top = noteOf(wall, onto)?.top;
    const head = top === undefined ? undefined : noteOf(wall, top);
    if (!head) return;
    const moved = noteIds.flatMap((id) => {
      const note = noteOf(wall, id);
      return !note || note.top === head.id ? [] : [note.id, ...note.beneath];
    });
    const ids = [...new Set(moved)];
    const rest = storedNotes(doc)
      .filter((note) => !ids.includes(note.id))
      .sort(byOrder);
    const last = head.beneath.at(-1) ?? head.id;
    const after = rest[rest.findIndex((note) => note.id === last) + 1]?.id ?? null;
    const keys = orderKeys(rest, { before: after, count: ids.length });
    ids.forEach((id, index) => {
      const note = storedMap(roots.notes(doc), id);
      if (note)
        setFields(note, {
          under: head.id,
          group: head.group,
          at: [head.place.x, head.place.y],
          order: keys[index],
        });
    });
  }, origin);
}

/** Takes notes out of their stack and lays them beside it; of a top, it spreads the whole stack. */
export function unstack(doc: Y.Doc, noteIds: readonly string[], origin: Origin): void {
  doc.transact(() => {
    const wall = plainWall(doc);
    const freed = [...new Set(noteIds.flatMap((id) => freedBy(wall, id)))];
    letGo(doc, freed);
    const taken = new Map<string, number>();
    for (const id of freed) {
      const note = noteOf(wall, id);
      const top = note && noteOf(wall, note.top);
      const map = storedMap(roots.notes(doc), id);
      if (!top || !map) continue;
      const steps = (taken.get(top.id) ?? 0) + 1;
      taken.set(top.id, steps);
      const at = [top.place.x + steps * (NOTE_WIDTH + NOTE_GAP), top.place.y];
      setFields(map, { under: null, group: top.group, at });
    }
  }, origin);
}

function freedBy(wall: PlainWall, id: string): string[] {
  const note = noteOf(wall, id);
  if (!note) return [];
  return note.top === id ? note.beneath : [id];
}

function noteOf(wall: PlainWall, id: string): PlainWall['notes'][number] | undefined {
  return wall.notes.find((note) => note.id === id);
}
