/**
 * Text edits as one insert-and-delete, so that two people who type in the same note merge letter by
 * letter. Offsets are UTF-16 units; a splice never falls inside a surrogate pair.
 */
import type * as Y from 'yjs';
import { cleanText } from '#domain/text/characters';
import { cutText } from '#domain/text/cut';

/** Replace `remove` units at `index` by `insert`. */
export type Splice = { readonly index: number; readonly remove: number; readonly insert: string };

/** What a field showed before and after somebody typed, and where the caret was then. */
export type TextEdit = { before: string; after: string; caret?: number };

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function splitsPair(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
  );
}

/**
 * The one splice that turns `before` into `after`. The caret decides first: what stands behind it was
 * there already. Then common beginning, common end, the rest.
 * @param caret offset in `after` where typing ended, when known: says which of equal letters was typed.
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let end =
    caret === undefined ? 0 : commonEnd(before, after, Math.min(most, after.length - caret));
  let start = 0;
  while (start < most - end && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  end = commonEnd(before, after, most - start, end);
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

/** How many units, at most `most`, the two have in common at their end; `from` of them are known to be. */
function commonEnd(before: string, after: string, most: number, from = 0): number {
  let end = from;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  return end;
}

/** Where an offset of the text before `splice` lies after it; at the very spot of an insertion it stays before it. */
export function shiftOffset(offset: number, splice: Splice): number {
  if (offset <= splice.index) return offset;
  if (offset >= splice.index + splice.remove) return offset + splice.insert.length - splice.remove;
  return splice.index;
}

/**
 * Brings what a person changed (`before` -> `after`, as their field showed it) into a text that may
 * have moved on meanwhile. Letters that others typed inside the changed piece are kept. What no text
 * may hold is left out, and what would make the text longer than `max`, letter by letter.
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
  const insert = cutText(cleanText(mine.insert), Math.max(0, max - text.length));
  if (insert) text.insert(at, insert);
}

/**
 * What a field may hold of an edit: what no text may hold is left out of what came in, and what would
 * make it longer than `max`, letter by letter; what was there already stays.
 * @returns the text and where the caret comes to stand; undefined when the edit fits as it is.
 */
export function fittedEdit(
  before: string,
  after: string,
  { max, caret }: { max: number; caret?: number },
): { text: string; caret: number } | undefined {
  const splice = spliceBetween(before, after, caret);
  if (!splice) return undefined;
  const { index, remove } = splice;
  const room = Math.max(0, max - (before.length - remove));
  const insert = cutText(cleanText(splice.insert), room);
  if (insert === splice.insert) return undefined;
  return {
    text: before.slice(0, index) + insert + before.slice(index + remove),
    caret: index + insert.length,
  };
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
