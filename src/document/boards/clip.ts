/**
 * Copying and pasting between boards: a piece of a wall for the clipboard, and back. Who wrote a note,
 * locks and ids do not travel. Text from a clipboard becomes a clip in `read-clip.ts`.
 */
import type * as Y from 'yjs';
import { limits } from '#domain/limits';
import { cutText } from '#domain/text/cut';
import type { Origin } from '#document/origins';
import { byOrder, orderKeys } from '#document/order';
import { plainWall } from '#document/plain';
import { roots, type PaperColor, type Place } from '#document/schema';
import { putNote } from '#document/boards/put-note';
import { setFields, storedMap, storedNotes } from '#document/boards/stored';
import { makeGroup } from '#document/boards/wall-groups';

export const CLIP_MAX_NOTES = 500;
export const CLIP_MAX_GROUPS = 100;

/** A picture of the sprint that the clip comes from. */
type ClipPicture = { id: string; width: number; height: number };

export type Clip = {
  kind: 'sprintkamer-clip';
  version: 1;
  /** The sprint whose pictures these are: in another one they are not to be had. */
  sprintId: string | null;
  /** In order. Places count from the upper left corner of all that was copied. */
  notes: {
    text: string;
    color: PaperColor;
    at: [number, number];
    /** Number of the group in `groups`; null: loose. */
    group: number | null;
    /** Number of the note on top of its stack; null: on top itself. */
    under: number | null;
    picture: ClipPicture | null;
  }[];
  groups: { label: string; at: [number, number] }[];
};

/**
 * @param ids notes and groups. A group takes along what is in it; a group all of whose notes are
 * named comes with them; the top of a stack takes along what lies beneath.
 * @param options.sprintId whose pictures these are.
 * @returns the clip, at most `CLIP_MAX_NOTES` notes; null when nothing of it is there.
 */
export function copyNotes(
  doc: Y.Doc,
  ids: readonly string[],
  options: { sprintId?: string } = {},
): Clip | null {
  const wall = plainWall(doc);
  const meant = new Set(ids);
  for (const group of wall.groups) {
    if (meant.has(group.id)) for (const id of group.noteIds) meant.add(id);
  }
  for (const note of wall.notes) if (meant.has(note.top)) meant.add(note.id);
  const notes = wall.notes.filter((note) => meant.has(note.id)).slice(0, CLIP_MAX_NOTES);
  const taken = new Set(notes.map((note) => note.id));
  const groups = wall.groups
    .filter(
      ({ id, noteIds }) =>
        meant.has(id) || (noteIds.length > 0 && noteIds.every((noteId) => taken.has(noteId))),
    )
    .slice(0, CLIP_MAX_GROUPS);
  if (notes.length === 0 && groups.length === 0) return null;
  const corners = [...notes.map(({ place }) => place), ...groups.map(({ box }) => box)];
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  const numberOf = (list: readonly { id: string }[], id: string | null): number | null => {
    const at = list.findIndex((one) => one.id === id);
    return at === -1 ? null : at;
  };
  return {
    kind: 'sprintkamer-clip',
    version: 1,
    sprintId: options.sprintId ?? null,
    notes: notes.map((note) => ({
      text: cutText(note.text, limits.note),
      color: note.color,
      at: [note.place.x - left, note.place.y - top],
      group: numberOf(groups, note.group),
      under: note.top === note.id ? null : numberOf(notes, note.top),
      picture: note.picture,
    })),
    groups: groups.map(({ label, box }) => ({
      label: cutText(label, limits.label),
      at: [box.x - left, box.y - top],
    })),
  };
}

/**
 * Lays a clip on a wall with its upper left corner at `at`, as one transaction: new ids, last in
 * order. Pictures of another sprint are left out, and with them notes that had nothing else.
 * @returns the ids of what was laid.
 */
export function pasteNotes(
  doc: Y.Doc,
  clip: Clip,
  options: {
    at: Place;
    newId: () => string;
    sprintId?: string;
    /** Who pastes, where the exercise shows authors. */
    by?: string;
    author?: string;
  },
  origin: Origin,
): { noteIds: string[]; groupIds: string[] } {
  const { at, newId, sprintId, by, author } = options;
  const picturesTravel = clip.sprintId === null || clip.sprintId === (sprintId ?? null);
  const here = (place: readonly [number, number]): Place => [
    Math.round(at[0] + place[0]),
    Math.round(at[1] + place[1]),
  ];
  const groupIds = clip.groups.map(() => newId());
  const ids = clip.notes.map(({ text, picture }) =>
    picture && !picturesTravel && text.trim() === '' ? null : newId(),
  );
  doc.transact(() => {
    clip.groups.forEach((group, number) => {
      makeGroup(
        doc,
        { id: groupIds[number] ?? '', at: here(group.at), label: group.label },
        origin,
      );
    });
    const sorted = storedNotes(doc).sort(byOrder);
    const keys = orderKeys(sorted, { before: null, count: ids.length });
    clip.notes.forEach((note, number) => {
      const id = ids[number];
      if (id == null) return;
      const { text, color } = note;
      const picture = picturesTravel ? note.picture : null;
      const group = note.group === null ? null : (groupIds[note.group] ?? null);
      const whose = {
        ...(by === undefined ? {} : { by }),
        ...(author === undefined ? {} : { author }),
      };
      putNote(
        doc,
        { id, text, color, at: here(note.at), group, picture, ...whose },
        keys[number] ?? 'a0',
      );
      const top = note.under === null ? null : (ids[note.under] ?? null);
      const map = top === null || top === id ? undefined : storedMap(roots.notes(doc), id);
      if (map) setFields(map, { under: top });
    });
  }, origin);
  return { noteIds: ids.flatMap((id) => id ?? []), groupIds };
}
