/** Which strokes an eraser touches: whole ones, from above to below. Pure. */
import { decodeStroke } from '#document/ink/stroke-bytes';
import type { InkPoint } from '#document/ink/stroke';
import { strokeWidth } from './stroke-shape';

/** Around the eraser's middle, in thousandths of the frame's width. */
const REACH = 14;

/** @param scale see `shapeOf`. @returns the ids of those that lie under this point. */
export function touchedStrokes(
  strokes: readonly { id: string; ink: Uint8Array }[],
  { x, y }: { x: number; y: number },
  scale = 1,
): string[] {
  return strokes.flatMap(({ id, ink }) => {
    const stroke = decodeStroke(ink);
    if (!stroke) return [];
    const reach = REACH * scale + strokeWidth(stroke, scale) / 2;
    const line = stroke.tool === 'box' ? around(stroke.points) : stroke.points;
    const isNear = line.some(
      (point, at) => beside([x, y], line[Math.max(0, at - 1)] ?? point, point) <= reach,
    );
    return isNear ? [id] : [];
  });
}

function around([[x1, y1] = [0, 0], [x2, y2] = [0, 0]]: readonly InkPoint[]): InkPoint[] {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
    [x1, y1],
  ];
}

function beside([x, y]: InkPoint, [ax, ay]: InkPoint, [bx, by]: InkPoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const within = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - within * dx, y - ay - within * dy);
}
