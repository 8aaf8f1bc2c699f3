/** A wall as it is read afterwards: its groups with what is in them, then what lay loose; a stack as one. */
import type { PlainNote, PlainWall } from '#document/plain';

export type ReadNote = { id: string; color: PlainNote['color']; texts: string[] };
export type ReadGroup = { id: string; label: string | null; notes: ReadNote[] };

/** Empty notes and empty groups are left out. */
export function readWall(wall: PlainWall): ReadGroup[] {
  const byId = new Map(wall.notes.map((note) => [note.id, note]));
  const read = (note: PlainNote): ReadNote => ({
    id: note.id,
    color: note.color,
    texts: [note.id, ...note.beneath].flatMap((id) => byId.get(id)?.text.trim() || []),
  });
  const tops = wall.notes.filter((note) => note.top === note.id);
  const inGroup = (group: string | null): ReadNote[] =>
    tops
      .filter((note) => note.group === group)
      .map(read)
      .filter((note) => note.texts.length > 0);
  return [
    ...wall.groups.map((group) => ({ id: group.id, label: group.label, notes: inGroup(group.id) })),
    { id: 'loose', label: null, notes: inGroup(null) },
  ].filter((group) => group.notes.length > 0);
}
