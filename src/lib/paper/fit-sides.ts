/**
 * Draws the sides of a quadrilateral onto the edges beside them: a straight line through where the light
 * changes most along each side, and the corners anew where those lines cross. Pure.
 */
import { distance, type Point, type Quad, type Size } from './quad';

/** How far beside a side its edge is looked for, in pixels. */
const REACH = 7;
const SAMPLES = 48;
/** A corner that would move further than this is left: its sides were not understood. */
const MOST_MOVE = 14;

type Line = { readonly through: Point; readonly along: Point };

export function fitted(quad: Quad, edges: Float32Array, size: Size): Quad {
  const lines = quad.map((from, at) => lineNear(from, quad[(at + 1) % 4] ?? from, edges, size));
  return quad.map((corner, at) => {
    const [before, after] = [lines[(at + 3) % 4], lines[at]];
    const cross = before && after ? crossing(before, after) : null;
    if (!cross || distance(cross, corner) > MOST_MOVE) return corner;
    return {
      x: Math.max(0, Math.min(size.width, cross.x)),
      y: Math.max(0, Math.min(size.height, cross.y)),
    };
  }) as unknown as Quad;
}

/** Fitted twice: the second time without the points that a pen, a finger or a knot in the wood drew away. */
function lineNear(from: Point, to: Point, edges: Float32Array, size: Size): Line | null {
  const length = distance(from, to);
  if (length < 8) return null;
  const [tx, ty] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const points: Point[] = [];
  for (let at = 3; at < SAMPLES - 2; at += 1) {
    const along = (at / SAMPLES) * length;
    let best: { point: Point; step: number } | null = null;
    for (let off = -REACH; off <= REACH; off += 0.5) {
      const point = { x: from.x + tx * along - ty * off, y: from.y + ty * along + tx * off };
      const [px, py] = [Math.floor(point.x), Math.floor(point.y)];
      if (px < 1 || py < 1 || px >= size.width - 1 || py >= size.height - 1) continue;
      // Of two that are as steep the nearer.
      const step = (edges[py * size.width + px] ?? 0) * (1 - Math.abs(off) / (3 * REACH));
      if (step > (best?.step ?? 4)) best = { point, step };
    }
    if (best) points.push(best.point);
  }
  if (points.length < SAMPLES / 3) return null;
  const first = lineThrough(points);
  const off = (point: Point): number => offLine(first, point);
  const middle = points.map(off).sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 0;
  return lineThrough(points.filter((point) => off(point) <= Math.max(1, middle * 1.5)));
}

/** Total least squares: the direction in which the points lie. */
function lineThrough(points: readonly Point[]): Line {
  const count = points.length || 1;
  const x = points.reduce((sum, point) => sum + point.x, 0) / count;
  const y = points.reduce((sum, point) => sum + point.y, 0) / count;
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { through: { x, y }, along: { x: Math.cos(angle), y: Math.sin(angle) } };
}

function offLine({ through, along }: Line, { x, y }: Point): number {
  return Math.abs((x - through.x) * along.y - (y - through.y) * along.x);
}

function crossing(a: Line, b: Line): Point | null {
  const det = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(det) < 0.1) return null;
  const [dx, dy] = [b.through.x - a.through.x, b.through.y - a.through.y];
  const far = (dx * b.along.y - dy * b.along.x) / det;
  return { x: a.through.x + a.along.x * far, y: a.through.y + a.along.y * far };
}
