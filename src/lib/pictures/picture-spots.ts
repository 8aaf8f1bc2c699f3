/** Where pictures that were dropped, pasted or chosen come to lie: the first where it was pointed, the others beside it, on nothing else. */
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type Place } from '#document/schema';
import { freeNear } from '#document/make-room';
import type { Box, Point } from '$lib/plane/viewport';

const IN_A_ROW = 4;

/**
 * @param middle of the first picture, in the plane's units. @param taken what lies there already.
 * @param exact the person pointed at the place: the first lies there, whatever lies there already.
 * @returns the top left of each, whole numbers.
 */
export function pictureSpots(
  count: number,
  { middle, taken, exact }: { middle: Point; taken: readonly Box[]; exact: boolean },
): Place[] {
  const size = { w: NOTE_WIDTH, h: NOTE_HEIGHT };
  const across = Math.min(count, IN_A_ROW);
  // Around the middle of the view, or from where it was pointed on.
  const back = exact ? 0 : ((across - 1) * (size.w + NOTE_GAP)) / 2;
  const first = { x: middle.x - size.w / 2 - back, y: middle.y - size.h / 2 };
  const laid: Box[] = [];
  return Array.from({ length: count }, (_, index): Place => {
    const column = index % IN_A_ROW;
    const row = Math.floor(index / IN_A_ROW);
    const wanted = {
      x: first.x + column * (size.w + NOTE_GAP),
      y: first.y + row * (size.h + NOTE_GAP),
      ...size,
    };
    const spot =
      index === 0 && exact
        ? first
        : freeNear(wanted, { taken: [...taken, ...laid], gap: NOTE_GAP });
    laid.push({ ...spot, ...size });
    return [Math.round(spot.x), Math.round(spot.y)];
  });
}
