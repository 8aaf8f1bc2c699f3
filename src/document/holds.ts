/**
 * What somebody may not change on a wall, and why: the one rule that greys a button in the browser
 * and that the server's guard enforces ([D25], [D26]). Pure; asks a wall as it is stored. Who
 * facilitates is not asked at all.
 */
import type { WallIndex } from '#document/wall-index';
import type { StoredNote } from '#document/shapes';

/** Why a note or group is not theirs to change. */
export type HoldRule = 'locked' | 'not-the-author';

/** Somebody who does not facilitate, on one board. */
export type Writer = {
  readonly memberId: string;
  /** Name as shown; stands on their notes where authors are shown. */
  readonly name: string;
  readonly authorsShown: boolean;
  /** Notes of others are not theirs to change. */
  readonly authorEdits: boolean;
};

type Wall = Pick<WallIndex, 'notes' | 'groups' | 'under' | 'inGroup'>;

/** The note itself: its text, colour, picture, height and everything else of its own. */
export function noteHold(note: StoredNote | undefined, writer: Writer): HoldRule | null {
  if (!note) return null;
  if (note.locked) return 'locked';
  const isOthers = note.by !== undefined && note.by !== writer.memberId;
  return writer.authorEdits && isOthers ? 'not-the-author' : null;
}

/**
 * Where the note lies, whether it is there at all: held with the note itself, with whatever lies
 * beneath it and would go along, and by a locked group that it is drawn in.
 */
export function placeHold(wall: Wall, noteId: string, writer: Writer): HoldRule | null {
  const group = drawnIn(wall, noteId);
  if (group !== null && wall.groups.get(group)?.locked) return 'locked';
  return stackHold(wall, noteId, writer);
}

/** A group's place and its being there: held by its own lock and by each note that would go along. */
export function groupPlaceHold(wall: Wall, groupId: string, writer: Writer): HoldRule | null {
  if (wall.groups.get(groupId)?.locked) return 'locked';
  return contentHold(wall, groupId, writer);
}

/** The first reason why notes that are drawn in a group, there or not, may not be moved with it. */
export function contentHold(wall: Wall, groupId: string, writer: Writer): HoldRule | null {
  for (const id of wall.inGroup(groupId)) {
    const rule = topOf(wall, id) === id ? stackHold(wall, id, writer) : null;
    if (rule) return rule;
  }
  return null;
}

/** The note and everything that lies beneath it, directly or not. */
export function stackHold(wall: Wall, noteId: string, writer: Writer): HoldRule | null {
  const seen = new Set<string>();
  const path = [noteId];
  for (let id = path.pop(); id !== undefined; id = path.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const rule = noteHold(wall.notes.get(id), writer);
    if (rule) return rule;
    path.push(...wall.under(id));
  }
  return null;
}

/** The note on top of the stack that it is in ([D9]); undefined when it is not there. */
export function topOf(wall: Wall, noteId: string): string | undefined {
  const path: string[] = [];
  let at = wall.notes.get(noteId);
  while (at) {
    const seen = path.indexOf(at.id);
    if (seen !== -1) return path.slice(seen).reduce((least, id) => (id < least ? id : least));
    path.push(at.id);
    const next = at.under === null ? undefined : wall.notes.get(at.under);
    if (!next) return at.id;
    at = next;
  }
  return undefined;
}

/** The group in which a note is drawn: its top's, if that group is there. */
export function drawnIn(wall: Wall, noteId: string): string | null {
  const top = topOf(wall, noteId);
  const group = top === undefined ? null : (wall.notes.get(top)?.group ?? null);
  return group !== null && wall.groups.has(group) ? group : null;
}
