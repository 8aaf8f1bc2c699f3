/** Which picture stands for a candidate: that of the first of its notes that has one. */
import type { StoredPicture } from '#document/shapes';

type WithPicture = { readonly id: string; readonly picture: StoredPicture | null };

/** @returns asks by the notes of a candidate; undefined when none of them carries a picture. */
export function picturesOf(
  notes: readonly WithPicture[],
): (noteIds: readonly string[]) => StoredPicture | undefined {
  const byNote = new Map(
    notes.flatMap(({ id, picture }) => (picture ? [[id, picture] as const] : [])),
  );
  return (noteIds) => noteIds.flatMap((id) => byNote.get(id) ?? [])[0];
}
