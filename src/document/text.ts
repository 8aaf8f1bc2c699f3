/**
 * Text edits as one insert-and-delete, so that two people who type in the same note merge letter by
 * letter. Offsets are UTF-16 units; a cut never falls inside a surrogate pair.
 */
import type * as Y from 'yjs';

/** Replace `remove` units at `index` by `insert`. */
export type Splice = { readonly index: number; readonly remove: number; readonly insert: string };

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function splitsPair(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
  );
}

/**
 * The one splice that turns `before` into `after`: common beginning, common end, the rest.
 * @param caret offset in `after` where typing ended, when known: says which of equal letters was typed.
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  const startMost = caret === undefined ? most : Math.min(most, caret);
  let start = 0;
  while (start < startMost && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  while (start > 0 && (splitsPair(before, start) || splitsPair(after, start))) start -= 1;
  while (
    end > 0 &&
    (splitsPair(before, before.length - end) || splitsPair(after, after.length - end))
  )
    end -= 1;
  return {
    index: start,
    remove: before.length - start - end,
    insert: after.slice(start, after.length - end),
  };
}

/** Where an offset of the text before `splice` lies after it; at the very spot of an insertion it stays before it. */
export function shiftOffset(offset: number, splice: Splice): number {
  if (offset <= splice.index) return offset;
  if (offset >= splice.index + splice.remove) return offset + splice.insert.length - splice.remove;
  return splice.index;
}

/** Cuts to at most `max` units without halving a surrogate pair. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, splitsPair(text, max) ? max - 1 : max);
}

/**
 * Brings what a person changed (`before` -> `after`, as their field showed it) into a text that may
 * have moved on meanwhile. Letters that others typed inside the changed piece are kept. What would
 * make the text longer than `max` is left out.
 */
export function applyEdit(
  text: Y.Text,
  { before, after, max, caret }: { before: string; after: string; max: number; caret?: number },
): void {
  const mine = spliceBetween(before, after, caret);
  if (!mine) return;
  const theirs = spliceBetween(before, text.toString());
  const pieces = theirs
    ? removalsBeside(mine, theirs)
    : [{ index: mine.index, remove: mine.remove }];
  const index = theirs ? shiftOffset(mine.index, theirs) : mine.index;
  for (const piece of pieces.reverse())
    if (piece.remove > 0) text.delete(piece.index, piece.remove);
  const at = Math.min(index, text.length);
  const insert = cutText(mine.insert, Math.max(0, max - text.length));
  if (insert) text.insert(at, insert);
}

/** What is left to remove of `mine` once `theirs` has been done, in offsets of the text as it is now. */
function removalsBeside(mine: Splice, theirs: Splice): { index: number; remove: number }[] {
  const mineEnd = mine.index + mine.remove;
  const theirsEnd = theirs.index + theirs.remove;
  const headEnd = Math.min(mineEnd, theirs.index);
  const tailStart = Math.max(mine.index, theirsEnd);
  return [
    { index: mine.index, remove: Math.max(0, headEnd - mine.index) },
    {
      index: tailStart + theirs.insert.length - theirs.remove,
      remove: Math.max(0, mineEnd - tailStart),
    },
  ];
}
