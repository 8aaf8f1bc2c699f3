/**
 * Where notes go when somebody lines them up, spreads them evenly or tidies them into a grid. Pure:
 * places in, places out; `boards/arrange.ts` writes them. All notes have one size.
 */
import type { XY } from '#document/layout';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type Place } from '#document/schema';

export type Lying = { readonly id: string; readonly place: XY };
export type Move = { readonly id: string; readonly at: Place };

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export type Way = 'across' | 'down';

/** A tidied field is about this much wider than high. */
const TIDY_RATIO = 1.5;

/** Lines notes up with the outermost of them, or with the middle between the two outermost. */
export function aligned(notes: readonly Lying[], how: Alignment): Move[] {
  const across = how === 'left' || how === 'centre' || how === 'right';
  const values = notes.map(({ place }) => (across ? place.x : place.y));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const to =
    how === 'left' || how === 'top'
      ? least
      : how === 'right' || how === 'bottom'
        ? most
        : Math.round((least + most) / 2);
  return notes.map(({ id, place }) => ({ id, at: across ? [to, place.y] : [place.x, to] }));
}

/** Spreads notes so that the same space lies between each two; the outermost stay. Of fewer than three: nothing. */
export function distributed(notes: readonly Lying[], way: Way): Move[] {
  if (notes.length < 3) return [];
  const value = ({ place }: Lying): number => (way === 'across' ? place.x : place.y);
  const sorted = [...notes].sort((a, b) => value(a) - value(b) || (a.id < b.id ? -1 : 1));
  const first = value(sorted[0] as Lying);
  const last = value(sorted.at(-1) as Lying);
  const step = (last - first) / (sorted.length - 1);
  return sorted.map(({ id, place }, index) => {
    const to = Math.round(first + index * step);
    return { id, at: way === 'across' ? [to, place.y] : [place.x, to] };
  });
}

/** Lays notes in a grid from their upper left corner on, in the order in which they were read. */
export function tidied(notes: readonly Lying[]): Move[] {
  const left = Math.round(Math.min(...notes.map(({ place }) => place.x)));
  const top = Math.round(Math.min(...notes.map(({ place }) => place.y)));
  const columns = Math.max(1, Math.ceil(Math.sqrt(notes.length * TIDY_RATIO)));
  return inRows(notes).map(({ id }, index) => ({
    id,
    at: [
      left + (index % columns) * (NOTE_WIDTH + NOTE_GAP),
      top + Math.floor(index / columns) * (NOTE_HEIGHT + NOTE_GAP),
    ],
  }));
}

/** Rows from the top, each from the left: what begins less than half a note lower is in the same row. */
function inRows(notes: readonly Lying[]): Lying[] {
  const down = [...notes].sort((a, b) => a.place.y - b.place.y || (a.id < b.id ? -1 : 1));
  const rows: Lying[][] = [];
  for (const note of down) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row && head && note.place.y - head.place.y < NOTE_HEIGHT / 2) row.push(note);
    else rows.push([note]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.place.x - b.place.x || (a.id < b.id ? -1 : 1)));
}
