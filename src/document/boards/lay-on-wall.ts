/**
 * The reveal: notes from hidden piles go up on the wall, shuffled, so that neither place nor order
 * nor id tells who wrote which. Also lays late notes.
 */
import { shuffled } from '#domain/shuffled';
import type * as Y from 'yjs';
import { server, type Origin } from '#document/origins';
import { byOrder, orderKeys } from '#document/order';
import { plainWall, type PlainWall } from '#document/plain';
import { NOTE_HEIGHT, NOTE_WIDTH, type PaperColor, type Place } from '#document/schema';
import { putNote } from '#document/boards/put-note';
import { storedNotes } from '#document/boards/stored';

/**
 * `author` (a name) and `by` (the member) only where the exercise shows them after the reveal. `about`: what on
 * the board it was written about, where a board has such a thing.
 */
export type NoteToLay = {
  text: string;
  color: PaperColor;
  author?: string;
  by?: string;
  about?: string;
};

/** Room between laid notes. */
const LAY_GAP = 24;
/** A laid field is about this much wider than high. */
const LAY_RATIO = 1.6;

/**
 * Lays notes below everything that is on the wall, in a field of rows, free of overlap.
 * @param options.newId gives each note a new id: one from a pile would name its writer.
 * @param options.random uniform in [0, 1); the shuffle is made of it.
 * @returns the new ids, in the order in which they lie.
 */
export function layOnWall(
  doc: Y.Doc,
  notes: readonly NoteToLay[],
  options: { newId: () => string; random: () => number; origin?: Origin },
): string[] {
  const laid = shuffled(notes, options.random).map((note) => ({ ...note, id: options.newId() }));
  doc.transact(() => {
    const places = freePlaces(plainWall(doc), laid.length);
    const sorted = storedNotes(doc).sort(byOrder);
    const keys = orderKeys(sorted, { before: null, count: laid.length, random: options.random });
    laid.forEach((note, index) => {
      putNote(doc, { ...note, at: places[index] ?? [0, 0] }, keys[index] ?? 'a0');
    });
  }, options.origin ?? server);
  return laid.map((note) => note.id);
}

/** `count` places in rows under all that is drawn; also where a browser lays notes pasted as lines. */
export function freePlaces(wall: PlainWall, count: number): Place[] {
  const boxes = [
    ...wall.groups.map((group) => group.box),
    ...wall.notes.map(({ place }) => ({ x: place.x, y: place.y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
  ];
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * LAY_RATIO)));
  const left = boxes.reduce((least, box) => Math.min(least, box.x), boxes.length ? Infinity : 0);
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.h), -Infinity);
  const top = boxes.length ? bottom + LAY_GAP : 0;
  return Array.from({ length: count }, (_, index): Place => [
    left + (index % columns) * (NOTE_WIDTH + LAY_GAP),
    top + Math.floor(index / columns) * (NOTE_HEIGHT + LAY_GAP),
  ]);
}
