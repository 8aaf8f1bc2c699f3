/**
 * Where loose notes go when a group is laid over them: to the nearest free place beside it, so that
 * nothing seems to be in a group that it is not in. Pure; the board and the stand-ins of an
 * example write the answer.
 */
import { overlaps, type Box, type XY } from '#document/layout';

export type Standing = { readonly id: string; readonly box: Box };

/** Rings of places tried around where a note lay; beyond that it stays, half covered. */
const RINGS = 14;

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

/** How far an offset feels: up and to the left lead out of the reading and sooner out of view. */
function felt({ x, y }: XY): number {
  return Math.hypot(x < 0 ? x * 1.2 : x, y < 0 ? y * 1.7 : y);
}

/** Offsets of one ring, nearest first. */
function ring(step: XY, distance: number): XY[] {
  const offsets: XY[] = [];
  for (let across = -distance; across <= distance; across++) {
    for (let down = -distance; down <= distance; down++) {
      if (Math.max(Math.abs(across), Math.abs(down)) === distance) {
        offsets.push({ x: across * step.x, y: down * step.y });
      }
    }
  }
  return offsets.sort((a, b) => felt(a) - felt(b));
}

/**
 * @param over the group's box as it will be.
 * @param loose notes that may be moved. @param fixed everything else that is in the way.
 * @param gap space kept between things.
 * @returns the new top left of each note that has to go, by id; the others stay.
 */
export function makeRoom(
  over: Box,
  { loose, fixed, gap }: { loose: readonly Standing[]; fixed: readonly Box[]; gap: number },
): Map<string, XY> {
  const moved = new Map<string, XY>();
  const covered = loose.filter(({ box }) => overlaps(box, over));
  const taken = [
    grown(over, gap),
    ...fixed.map((box) => grown(box, gap / 2)),
    ...loose.filter(({ box }) => !overlaps(box, over)).map(({ box }) => grown(box, gap / 2)),
  ];
  for (const { id, box } of covered) {
    const place = nearestFree(box, taken, halfOf(box, gap));
    if (!place) continue;
    moved.set(id, place);
    taken.push(grown({ ...place, w: box.w, h: box.h }, gap / 2));
  }
  return moved;
}

/**
 * Where something of this size lies free: at `wanted` itself, else as near as may be.
 * @param step how fine to look; half its own size unless told.
 */
export function freeNear(
  wanted: Box,
  { taken, gap, step }: { taken: readonly Box[]; gap: number; step?: XY },
): XY {
  const wide = taken.map((box) => grown(box, gap));
  if (!wide.some((box) => overlaps(box, wanted))) return wanted;
  return nearestFree(wanted, wide, step ?? halfOf(wanted, gap)) ?? wanted;
}

/** Half a note at a time: close enough to stay near, coarse enough to look laid by hand in rows. */
function halfOf(box: Box, gap: number): XY {
  return { x: (box.w + gap) / 2, y: (box.h + gap) / 2 };
}

function nearestFree(box: Box, taken: readonly Box[], step: XY): XY | undefined {
  for (let distance = 1; distance <= RINGS; distance++) {
    for (const offset of ring(step, distance)) {
      const at = { x: box.x + offset.x, y: box.y + offset.y, w: box.w, h: box.h };
      if (!taken.some((other) => overlaps(other, at))) {
        return { x: Math.round(at.x), y: Math.round(at.y) };
      }
    }
  }
  return undefined;
}
