/**
 * The reveal, the one theatrical moment: all hidden notes turn over, from the middle of the wall
 * outwards. Only when each of them begins is worked out here; NotePaper draws the turn.
 */
import type { Box, Point } from '$lib/plane/viewport';

/** Between the first note that turns and the last. */
const SPREAD_MS = 560;
/** What one note takes to turn, and what the paper's animation takes: keep the two equal. */
const TURN_MS = 620;

/** After this every note lies still. A slow screen has some time left to draw the last of them. */
export const REVEAL_MS = SPREAD_MS + TURN_MS + 400;

/**
 * @param place of the note's corner, on the plane.
 * @param bounds of all that turns; without them nobody waits.
 * @returns how long a note waits before it turns, in ms.
 */
export function turnDelay(place: Point, bounds: Box | undefined): number {
  if (!bounds) return 0;
  const reach = Math.hypot(bounds.w, bounds.h) / 2;
  if (reach === 0) return 0;
  const away = Math.hypot(place.x - (bounds.x + bounds.w / 2), place.y - (bounds.y + bounds.h / 2));
  return Math.round(Math.min(1, away / reach) * SPREAD_MS);
}

/** The reveal of one wall: notes get their element a few at a time, and still all keep one beat. */
export class Turns {
  #since: number | null = null;
  #bounds: Box | undefined;

  /** @returns how long a note that appears now still waits, in ms. `bounds` is asked once. */
  delayOf(place: Point, bounds: () => Box | undefined, now = performance.now()): number {
    if (this.#since === null) {
      this.#since = now;
      this.#bounds = bounds();
    }
    return Math.max(0, Math.round(turnDelay(place, this.#bounds) - (now - this.#since)));
  }
}
