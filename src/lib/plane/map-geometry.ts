/**
 * The arithmetic of the overview map: how the whole plane and the view fit on a small sheet, and what
 * a press on it means. Pure.
 */
import { boundsOf, type Box, type Point, type Size } from './viewport';

/** Pixels around what is on the map. */
const EDGE = 6;

/** map = (world - origin) * scale + offset */
export type MapFit = { readonly scale: number; readonly x: number; readonly y: number };

/** @returns how all that lies on the plane, and what is seen, is laid on a map of that size. */
export function mapFit(content: Box, seen: Box, map: Size): MapFit {
  const whole = boundsOf([content, seen]) ?? content;
  const scale = Math.min(
    (map.w - 2 * EDGE) / Math.max(1, whole.w),
    (map.h - 2 * EDGE) / Math.max(1, whole.h),
  );
  return {
    scale,
    x: (map.w - whole.w * scale) / 2 - whole.x * scale,
    y: (map.h - whole.h * scale) / 2 - whole.y * scale,
  };
}

export function onMap({ scale, x, y }: MapFit, box: Box): Box {
  return { x: box.x * scale + x, y: box.y * scale + y, w: box.w * scale, h: box.h * scale };
}

export function fromMap({ scale, x, y }: MapFit, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

/** One step of an arrow key: a third of what is seen. */
export function stepOf(key: string, seen: Size): Point | undefined {
  const across = seen.w / 3;
  const down = seen.h / 3;
  switch (key) {
    case 'ArrowLeft':
      return { x: -across, y: 0 };
    case 'ArrowRight':
      return { x: across, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -down };
    case 'ArrowDown':
      return { x: 0, y: down };
    default:
      return undefined;
  }
}
