/**
 * Where a stand-in begins a group: among the notes, where the note lies that begins it, so that all
 * of the wall stays in view. The field is covered by cells that each hold a full group; a note begins
 * its group in the nearest cell that is free. Pure.
 */
import { groupBox, overlaps, type Box } from '#document/layout';
import type { PlainNote, PlainWall } from '#document/plain';
import { NOTE_HEIGHT, NOTE_WIDTH, type Place } from '#document/schema';
import { themeKeys } from '#server/example/case';

/** Groups that stand-ins begin are known by their id, so that they name no group of a visitor's. */
export const GROUP_ID_PREFIX = 'voorbeeld-';
/** A group of this size is left alone: a larger one says nothing any more. */
export const GROUP_MOST = 9;

const CELL = groupBox({ at: [0, 0] }, GROUP_MOST);
/** As large as a group soon is: no smaller, or it would grow over what a person holds. */
const BEGUN = groupBox({ at: [0, 0] }, 4);
const GAP = 16;
const STEP = { x: CELL.w + GAP, y: CELL.h + GAP };
/** Cells that are tried around the first one, in each direction. */
const REACH = 8;

type Cell = Box & { readonly isInField: boolean; readonly away: number };

/**
 * @param hands notes that are left where they are: no group is begun over them.
 * @returns the top left of the new group.
 */
export function placeToBegin(
  note: PlainNote,
  { wall, hands }: { wall: PlainWall; hands: ReadonlySet<string> },
): Place {
  const field = boundsOf(wall);
  const [left, top] = firstCell(wall, field);
  const kept = [
    // A group may still grow to its full size.
    ...wall.groups.map(({ box }) => {
      return { ...box, w: Math.max(box.w, CELL.w), h: Math.max(box.h, CELL.h) };
    }),
  ];
  const held = wall.notes.filter(({ id, group }) => group === null && hands.has(id)).map(boxOf);
  const cells: Cell[] = [];
  for (let column = -REACH; column <= REACH; column += 1) {
    for (let row = -REACH; row <= REACH; row += 1) {
      const cell = { ...CELL, x: left + column * STEP.x, y: top + row * STEP.y };
      const begun = { ...cell, w: BEGUN.w, h: BEGUN.h };
      if (kept.some((box) => overlaps(box, cell))) continue;
      if (held.some((box) => overlaps(box, begun))) continue;
      cells.push({
        ...cell,
        isInField: overlaps({ ...middleOf(cell), w: 0, h: 0 }, field),
        away: distance(middleOf(cell), middleOf(boxOf(note))),
      });
    }
  }
  const [nearest] = cells.toSorted(
    (a, b) => Number(b.isInField) - Number(a.isInField) || a.away - b.away,
  );
  return nearest ? [nearest.x, nearest.y] : [field.x, field.y + field.h + GAP];
}

/** One cell, from which the others follow: a group that lies there, else so that all cover the field. */
function firstCell(wall: PlainWall, field: Box): Place {
  const begun = wall.groups.find(({ id }) => id.startsWith(GROUP_ID_PREFIX));
  if (begun) return [begun.box.x, begun.box.y];
  const columns = Math.max(1, Math.round(field.w / STEP.x));
  const rows = Math.max(Math.round(field.h / STEP.y), Math.ceil(themeKeys.length / columns));
  return [
    // Hardly out of view on the left, where groups have their names and first notes.
    Math.round(Math.max(field.x - GAP, field.x + (field.w - columns * STEP.x + GAP) / 2)),
    Math.round(field.y + (field.h - rows * STEP.y + GAP) / 2),
  ];
}

/** The box around all that is drawn. */
export function boundsOf({ notes, groups }: PlainWall): Box {
  const boxes = [...groups.map(({ box }) => box), ...notes.map(boxOf)];
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

function boxOf({ place }: PlainNote): Box {
  return { ...place, w: NOTE_WIDTH, h: NOTE_HEIGHT };
}

function middleOf({ x, y, w, h }: Box): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
