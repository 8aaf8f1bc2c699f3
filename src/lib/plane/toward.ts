/**
 * Which thing an arrow key leads to: the nearest in its direction, what lies straight ahead before what
 * lies aside. Pure arithmetic on boxes; for everything that lies in places and is one Tab stop.
 */
import type { Box } from './viewport';

export type Direction = 'left' | 'right' | 'up' | 'down';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How much farther something counts that lies aside of where one looks. */
const ASIDE = 3;

/** @param key as a keyboard event names it. @returns where it points; undefined for any other key. */
export function directionOf(key: string): Direction | undefined {
  return arrows[key];
}

/** @returns the index of the nearest of `others` in that direction; -1 when there is none. */
export function nearestToward(from: Box, others: readonly Box[], direction: Direction): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  others.forEach((to, at) => {
    const ahead = distanceAhead(from, to, direction);
    if (ahead <= 0) return;
    const distance = ahead + ASIDE * aside(from, to, direction);
    if (distance < least) {
      least = distance;
      best = at;
    }
  });
  return best;
}

/** From middle to middle along the direction, so that things which overlap a little still count. */
function distanceAhead(from: Box, to: Box, direction: Direction): number {
  const across = to.x + to.w / 2 - from.x - from.w / 2;
  const down = to.y + to.h / 2 - from.y - from.h / 2;
  switch (direction) {
    case 'left':
      return -across;
    case 'right':
      return across;
    case 'up':
      return -down;
    case 'down':
      return down;
  }
}

/** How far it lies beside the way; nothing where both overlap across it. */
function aside(from: Box, to: Box, direction: Direction): number {
  const across = direction === 'left' || direction === 'right';
  return across
    ? Math.max(0, to.y - from.y - from.h, from.y - to.y - to.h)
    : Math.max(0, to.x - from.x - from.w, from.x - to.x - to.w);
}
