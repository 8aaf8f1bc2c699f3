/**
 * Where things are drawn, derived from the stored wall by rule alone: the same document gives the
 * same picture in every browser ([D7]-[D10]). Nothing that is computed here is stored.
 */
import { byOrder } from '#document/order';
import type { StoredGroup, StoredNote } from '#document/shapes';
import {
  GROUP_HEADER,
  GROUP_MAX_COLUMNS,
  GROUP_MIN_COLUMNS,
  GROUP_PADDING,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  STACK_STEP,
} from '#document/schema';

export type Box = { x: number; y: number; w: number; h: number };
export type XY = { x: number; y: number };

export { overlaps } from '#domain/boxes';

/** How many notes wide a group of `count` is. */
export function groupColumns(count: number): number {
  return Math.min(GROUP_MAX_COLUMNS, Math.max(GROUP_MIN_COLUMNS, Math.ceil(Math.sqrt(count))));
}

export function groupBox(group: Pick<StoredGroup, 'at'>, count: number): Box {
  const columns = groupColumns(count);
  const rows = Math.max(1, Math.ceil(count / columns));
  return {
    x: group.at[0],
    y: group.at[1],
    w: GROUP_PADDING * 2 + columns * NOTE_WIDTH + (columns - 1) * NOTE_GAP,
    h: GROUP_HEADER + GROUP_PADDING * 2 + rows * NOTE_HEIGHT + (rows - 1) * NOTE_GAP,
  };
}

/** Top left of the `index`-th of `count` notes in a group. */
export function placeInBox(group: Pick<StoredGroup, 'at'>, index: number, count: number): XY {
  const columns = groupColumns(count);
  return {
    x: group.at[0] + GROUP_PADDING + (index % columns) * (NOTE_WIDTH + NOTE_GAP),
    y:
      group.at[1] +
      GROUP_HEADER +
      GROUP_PADDING +
      Math.floor(index / columns) * (NOTE_HEIGHT + NOTE_GAP),
  };
}

/**
 * The note on top of each note's stack. `under` is followed until it ends: at a note that lies on
 * nothing or under something that is gone, which is the top; in a ring the smallest id is the top.
 */
export function stackTops(notes: readonly StoredNote[]): Map<string, string> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const tops = new Map<string, string>();
  for (const note of notes) {
    const path: string[] = [];
    let at: StoredNote = note;
    let top: string | undefined;
    while (top === undefined) {
      const known = tops.get(at.id);
      const seen = path.indexOf(at.id);
      const next = at.under === null ? undefined : byId.get(at.under);
      if (known !== undefined) top = known;
      else if (seen !== -1) top = path.slice(seen).reduce((least, id) => (id < least ? id : least));
      else if (next === undefined) {
        path.push(at.id);
        top = at.id;
      } else {
        path.push(at.id);
        at = next;
      }
    }
    for (const id of path) tops.set(id, top);
  }
  return tops;
}

export type Arranged = {
  /** Top of the stack that each note is in; a note alone is its own top. */
  tops: Map<string, string>;
  /** Per top, the notes beneath it from high to low. */
  beneath: Map<string, string[]>;
  /** Per note, the group in which it is drawn. */
  groupOf: Map<string, string | null>;
  /** Per group, its tops in order. */
  members: Map<string, string[]>;
  places: Map<string, XY>;
};

export function arrange(notes: readonly StoredNote[], groups: readonly StoredGroup[]): Arranged {
  const sorted = [...notes].sort(byOrder);
  const tops = stackTops(sorted);
  const beneath = new Map<string, string[]>();
  const members = new Map<string, string[]>(groups.map((group) => [group.id, []]));
  const groupOf = new Map<string, string | null>();
  const places = new Map<string, XY>();
  for (const note of sorted) {
    if (tops.get(note.id) === note.id) {
      const group = note.group !== null && members.has(note.group) ? note.group : null;
      groupOf.set(note.id, group);
      places.set(note.id, { x: note.at[0], y: note.at[1] });
      if (group !== null) members.get(group)?.push(note.id);
    }
  }
  for (const group of groups) {
    const ids = members.get(group.id) ?? [];
    ids.forEach((id, index) => places.set(id, placeInBox(group, index, ids.length)));
  }
  for (const note of sorted) {
    const top = tops.get(note.id) ?? note.id;
    if (top === note.id) continue;
    const stack = beneath.get(top) ?? [];
    stack.push(note.id);
    beneath.set(top, stack);
    groupOf.set(note.id, groupOf.get(top) ?? null);
    const place = places.get(top) ?? { x: note.at[0], y: note.at[1] };
    places.set(note.id, {
      x: place.x + stack.length * STACK_STEP,
      y: place.y + stack.length * STACK_STEP,
    });
  }
  return { tops, beneath, groupOf, members, places };
}
