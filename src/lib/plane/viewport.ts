/**
 * The look through which the plane is seen: screen = world * scale + offset. Pure arithmetic, called
 * by the board's gestures, buttons and keys; it knows nothing of elements or events.
 */

export { overlaps } from '#domain/boxes';

export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly w: number; readonly h: number };
export type Box = Point & Size;
export type Viewport = Point & { readonly scale: number };

/** Five thousand things in view at once, on a common screen. */
export const SCALE_MIN = 0.05;
export const SCALE_MAX = 3;
/** One press on a zoom button or key. */
export const ZOOM_STEP = 1.25;

export function clampScale(scale: number): number {
  return Math.min(SCALE_MAX, Math.max(SCALE_MIN, scale));
}

export function toWorld(view: Viewport, screen: Point): Point {
  return { x: (screen.x - view.x) / view.scale, y: (screen.y - view.y) / view.scale };
}

export function toScreen(view: Viewport, world: Point): Point {
  return { x: world.x * view.scale + view.x, y: world.y * view.scale + view.y };
}

export function pan(view: Viewport, by: Point): Viewport {
  return { ...view, x: view.x + by.x, y: view.y + by.y };
}

/** Zooms by a factor so that what lies under `around` (screen pixels) stays there. */
export function zoomAround(view: Viewport, around: Point, factor: number): Viewport {
  const scale = clampScale(view.scale * factor);
  const world = toWorld(view, around);
  return { scale, x: around.x - world.x * scale, y: around.y - world.y * scale };
}

/** A pinch: the middle and the distance of two fingers went from `from` to `to`. */
export function pinch(
  view: Viewport,
  from: { middle: Point; distance: number },
  to: { middle: Point; distance: number },
): Viewport {
  const moved = pan(view, { x: to.middle.x - from.middle.x, y: to.middle.y - from.middle.y });
  return zoomAround(moved, to.middle, from.distance > 0 ? to.distance / from.distance : 1);
}

/** The smallest box around all; undefined when there is nothing. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}

/** Space in screen pixels that bars cover at the edges of the board. */
export type Insets = { top: number; right: number; bottom: number; left: number };

/** The view that shows `content` whole and centred, never larger than `largest` (1 = 100 %). */
export function fit(content: Box, screen: Size, insets: Insets, largest = 1): Viewport {
  const room = {
    w: Math.max(1, screen.w - insets.left - insets.right),
    h: Math.max(1, screen.h - insets.top - insets.bottom),
  };
  const scale = clampScale(
    Math.min(largest, room.w / Math.max(1, content.w), room.h / Math.max(1, content.h)),
  );
  return {
    scale,
    x: insets.left + (room.w - content.w * scale) / 2 - content.x * scale,
    y: insets.top + (room.h - content.h * scale) / 2 - content.y * scale,
  };
}

/** The part of the world in view, with a margin in screen pixels so that things do not flicker at the edge. */
export function visibleWorld(view: Viewport, screen: Size, margin = 0): Box {
  const corner = toWorld(view, { x: -margin, y: -margin });
  return {
    ...corner,
    w: (screen.w + 2 * margin) / view.scale,
    h: (screen.h + 2 * margin) / view.scale,
  };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
  );
}

/**
 * The part of the world to have at hand: `before` as long as the view, and a third of the margin
 * around it, lie in it and it is not far too large for the view; else the view with its whole margin.
 * @param margin in screen pixels.
 */
export function askedBox(
  before: Box | undefined,
  view: Viewport,
  screen: Size,
  margin: number,
): Box {
  const whole = visibleWorld(view, screen, margin);
  if (!before) return whole;
  const enough = contains(before, visibleWorld(view, screen, margin / 3));
  return enough && before.w * before.h <= 3 * whole.w * whole.h ? before : whole;
}

/** The least pan that brings a box of the world into view; the same view when it is already there. */
export function reveal(view: Viewport, box: Box, screen: Size, insets: Insets): Viewport {
  const at = toScreen(view, box);
  const shift = (start: number, length: number, low: number, high: number): number => {
    if (start < low) return low - start;
    if (start + length > high) return Math.max(high - start - length, low - start);
    return 0;
  };
  const by = {
    x: shift(at.x, box.w * view.scale, insets.left, screen.w - insets.right),
    y: shift(at.y, box.h * view.scale, insets.top, screen.h - insets.bottom),
  };
  return by.x === 0 && by.y === 0 ? view : pan(view, by);
}

export function holds(box: Box, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h
  );
}
