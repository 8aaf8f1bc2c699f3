/**
 * What a person typed while it could not be seen by the server any more: a reveal took the note out
 * of the pile, or the board closed, before the last letters arrived. Decides what is made again as a
 * late note, and what is offered to its writer. Nothing typed may be lost; nothing that did arrive
 * may be doubled ([L8], [L14]).
 */
import { spliceBetween } from '#document/text';
import type { DirtyRecord } from './dirty-records';

export type RescueSource = {
  /** Unacknowledged texts of one room. */
  records: readonly DirtyRecord[];
  /** Ids that are in the room now, as the server has it. */
  present: ReadonlySet<string>;
  /** Trimmed texts that are on the wall of that board; undefined while that is not known. */
  onWall: (boardId: string) => ReadonlySet<string> | undefined;
};

export type Rescue = {
  /** To be made again under the same id, so that two tabs that do it make one note. */
  again: DirtyRecord[];
  /** Arrived after all, or empty: the records may go. */
  settled: string[];
  /** To be asked again when the wall is known. */
  waiting: string[];
};

/** Sorts the unacknowledged notes that are gone from a pile. Notes that are still there are left alone. */
export function rescueFromPile({ records, present, onWall }: RescueSource): Rescue {
  const rescue: Rescue = { again: [], settled: [], waiting: [] };
  for (const record of records) {
    if (present.has(record.noteId) || record.wall === '') continue;
    const text = record.text.trim();
    const texts = onWall(record.wall);
    if (text === '') rescue.settled.push(record.noteId);
    else if (texts === undefined) rescue.waiting.push(record.noteId);
    else if (texts.has(text)) rescue.settled.push(record.noteId);
    else rescue.again.push(record);
  }
  return rescue;
}

/**
 * Texts of a closed wall that never arrived there, to be kept in the pile as late notes.
 * @param server texts by note id as the server has the wall.
 */
export function rescueFromWall(
  records: readonly DirtyRecord[],
  server: ReadonlyMap<string, string>,
): DirtyRecord[] {
  return records.filter(
    ({ noteId, text }) => text.trim() !== '' && server.get(noteId)?.trim() !== text.trim(),
  );
}

export type OldPile = {
  /** Texts by note id, as the server has the pile now. */
  now: ReadonlyMap<string, string>;
  /** Trimmed texts that are on the wall of that board. */
  onWall: (boardId: string) => ReadonlySet<string>;
  lineage: string;
};

/**
 * Texts that never arrived in a pile before it began anew. Where the note came along with other words,
 * the text is a note of its own, under an id that every tab arrives at.
 */
export function rescueFromOldPile(
  records: readonly DirtyRecord[],
  { now, onWall, lineage }: OldPile,
): DirtyRecord[] {
  return rescueFromWall(records, now)
    .filter(({ wall, text }) => wall !== '' && !onWall(wall).has(text.trim()))
    .map((record) =>
      now.has(record.noteId)
        ? { ...record, noteId: `${record.noteId.slice(0, 48)}-${lineage.slice(0, 12)}` }
        : record,
    );
}

/**
 * What becomes of somebody's lost words once what they stood in is back: they are there already, they
 * only add to what is there and go in again, or they stay offered, because putting them in would take
 * away what another made of it.
 */
export function lostWordsBack(words: string, now: string): 'there' | 'add' | 'offer' {
  if (words.trim() === '' || spliceBetween(words, now)?.remove === 0 || words === now)
    return 'there';
  return spliceBetween(now, words)?.remove === 0 ? 'add' : 'offer';
}
