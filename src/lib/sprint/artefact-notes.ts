/** A wall as it is read afterwards: its groups with what is in them, then what lay loose; a stack as one. */
import type { PlainNote, PlainWall } from '#document/plain';
import type { StoredPicture } from '#document/shapes';

/** One sheet of paper: its words, and the picture on it. */
export type ReadSheet = { text: string; picture: StoredPicture | null };
export type ReadNote = { id: string; color: PlainNote['color']; sheets: ReadSheet[] };
export type ReadGroup = { id: string; label: string | null; notes: ReadNote[] };

/** Empty notes and empty groups are left out. */
export function readWall(wall: PlainWall): ReadGroup[] {
  const byId = new Map(wall.notes.map((note) => [note.id, note]));
  const read = (note: PlainNote): ReadNote => ({
    id: note.id,
    color: note.color,
    sheets: [note.id, ...note.beneath].flatMap((id): ReadSheet[] => {
      const { text = '', picture = null } = byId.get(id) ?? {};
      return text.trim() === '' && !picture ? [] : [{ text: text.trim(), picture }];
    }),
  });
  const tops = wall.notes.filter((note) => note.top === note.id);
  const inGroup = (group: string | null): ReadNote[] =>
    tops
      .filter((note) => note.group === group)
      .map(read)
      .filter((note) => note.sheets.length > 0);
  return [
    ...wall.groups.map((group) => ({ id: group.id, label: group.label, notes: inGroup(group.id) })),
    { id: 'loose', label: null, notes: inGroup(null) },
  ].filter((group) => group.notes.length > 0);
}
