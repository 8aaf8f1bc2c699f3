/**
 * Documents as plain objects: what the screen draws, the outcome reads and the tests compare.
 * Equal documents give equal plains, in the same order, on every machine.
 */
import * as Y from 'yjs';
import { cleanText } from '#domain/text/characters';
import type { ExhibitBox } from '#domain/votes/exhibit-box';
import { arrange, groupBox, type Box, type XY } from '#document/layout';
import { byOrder } from '#document/order';
import { roots } from '#document/schema';
import {
  readGroup,
  readNote,
  readPileNote,
  type StoredGroup,
  type StoredNote,
  type StoredPileNote,
} from '#document/shapes';

export type PlainNote = StoredNote & {
  /** Top left of where it is drawn; in a group or a stack this follows from the rules, not from `at`. */
  place: XY;
  /** The note on top of its stack; its own id when it lies free. */
  top: string;
  /** The notes beneath it, high to low; empty unless it is the top of a stack. */
  beneath: string[];
};
export type PlainGroup = StoredGroup & {
  box: Box;
  /** Drawn in it, in order; a stack as its top followed by the notes beneath. */
  noteIds: string[];
};
/** `notes` and `groups` in reading order: groups with what is in them, then the loose notes. */
export type PlainWall = { notes: PlainNote[]; groups: PlainGroup[] };
export type PlainPileNote = StoredPileNote;

export type Candidate = {
  /** The records that it is. */
  noteIds: string[];
  text: string;
  groupLabel: string | null;
  /** Of what is seen rather than read. */
  exhibit?: ExhibitBox;
};

export function plainWall(doc: Y.Doc): PlainWall {
  const notes: StoredNote[] = [];
  roots.notes(doc).forEach((value, id) => {
    const note = readNote(id, value);
    if (note) notes.push(note);
  });
  const groups: StoredGroup[] = [];
  roots.groups(doc).forEach((value, id) => {
    const group = readGroup(id, value);
    if (group) groups.push(group);
  });
  return arrangedWall(notes, groups);
}

/** A stored wall (a whole document as one V1 update) as plain objects. Throws when it is no update. */
export function plainWallOfUpdate(bytes: Uint8Array): PlainWall {
  return ofUpdate(bytes, plainWall);
}

/** The plain wall of what was read; `group` of each note becomes the group in which it is drawn. */
export function arrangedWall(
  notes: readonly StoredNote[],
  groups: readonly StoredGroup[],
): PlainWall {
  const { tops, beneath, groupOf, members, places } = arrange(notes, groups);
  const withBeneath = (id: string): string[] => [id, ...(beneath.get(id) ?? [])];
  const plainGroups = [...groups].sort(byOrder).map((group): PlainGroup => {
    const ids = members.get(group.id) ?? [];
    return { ...group, box: groupBox(group, ids.length), noteIds: ids.flatMap(withBeneath) };
  });
  const loose = notes.filter(
    (note) => tops.get(note.id) === note.id && groupOf.get(note.id) === null,
  );
  const reading = [
    ...plainGroups.flatMap((group) => group.noteIds),
    ...[...loose].sort(byOrder).flatMap((note) => withBeneath(note.id)),
  ];
  const byId = new Map(notes.map((note) => [note.id, note]));
  const plainNotes = reading.flatMap((id): PlainNote[] => {
    const note = byId.get(id);
    if (!note) return [];
    return [
      {
        ...note,
        group: groupOf.get(id) ?? null,
        under: tops.get(id) === id ? null : note.under,
        place: places.get(id) ?? { x: note.at[0], y: note.at[1] },
        top: tops.get(id) ?? id,
        beneath: beneath.get(id) ?? [],
      },
    ];
  });
  return { notes: plainNotes, groups: plainGroups };
}

/** Without what no text may hold: a note of an older page must not be able to keep a vote from opening. */
function storable(text = ''): string {
  return cleanText(text).trim();
}

/**
 * What is voted on: a note, or a stack as one, in reading order. A stack without any text is left
 * out, a picture without a caption with it: what was chosen is read out and kept as words ([D21]).
 */
export function candidatesOf(wall: PlainWall): Candidate[] {
  const byId = new Map(wall.notes.map((note) => [note.id, note]));
  const labels = new Map(wall.groups.map((group) => [group.id, storable(group.label)]));
  return wall.notes.flatMap((note): Candidate[] => {
    if (note.top !== note.id) return [];
    const noteIds = [note.id, ...note.beneath];
    const text = noteIds.map((id) => storable(byId.get(id)?.text)).find((words) => words !== '');
    if (text === undefined) return [];
    return [
      { noteIds, text, groupLabel: (note.group === null ? null : labels.get(note.group)) || null },
    ];
  });
}

/** Everything in a pile, of all walls, in the writer's order. */
export function plainPile(doc: Y.Doc): PlainPileNote[] {
  const notes: PlainPileNote[] = [];
  roots.notes(doc).forEach((value, id) => {
    const note = readPileNote(id, value);
    if (note) notes.push(note);
  });
  return notes.sort(byOrder);
}

/** A stored pile (a whole document as one V1 update) as plain objects. Throws when it is no update. */
export function plainPileOfUpdate(bytes: Uint8Array): PlainPileNote[] {
  return ofUpdate(bytes, plainPile);
}

function ofUpdate<T>(bytes: Uint8Array, read: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    return read(doc);
  } finally {
    doc.destroy();
  }
}
