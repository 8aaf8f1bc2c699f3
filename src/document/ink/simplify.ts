/**
 * Leaves out the points of a line that lie within a tolerance of what remains (Ramer-Douglas-Peucker),
 * with the pressure as a third direction, so that a line that swells keeps its swelling. Pure.
 */

export type RawPoint = {
  readonly x: number;
  readonly y: number;
  readonly pressure: number | null;
};

/** A pressure that is a tenth off counts as two thousandths beside the line: about what is seen of it. */
const PRESSURE_REACH = 20;

/** @returns some of the points, in order; the first and the last always. Never more work than points times their logarithm on a hand's line. */
export function simplify(points: readonly RawPoint[], tolerance: number): RawPoint[] {
  if (points.length <= 2) return [...points];
  const isKept = new Uint8Array(points.length);
  isKept[0] = isKept[points.length - 1] = 1;
  const open: [from: number, to: number][] = [[0, points.length - 1]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [from, to] = piece;
    const { index, distance } = furthest(points, from, to);
    if (distance <= tolerance) continue;
    isKept[index] = 1;
    open.push([from, index], [index, to]);
  }
  return points.filter((_, index) => isKept[index] === 1);
}

function furthest(
  points: readonly RawPoint[],
  from: number,
  to: number,
): { index: number; distance: number } {
  const found = { index: from, distance: 0 };
  const [start, end] = [points[from], points[to]];
  if (!start || !end) return found;
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index];
    const distance = point ? distanceTo(point, start, end) : 0;
    if (distance > found.distance) Object.assign(found, { index, distance });
  }
  return found;
}

/** From a point to the piece of line between two others. */
function distanceTo(point: RawPoint, start: RawPoint, end: RawPoint): number {
  const [ax, ay, az] = place(start);
  const [bx, by, bz] = place(end);
  const [px, py, pz] = place(point);
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const length = dx * dx + dy * dy + dz * dz;
  const along = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy + (pz - az) * dz) / length;
  const within = Math.max(0, Math.min(1, along));
  return Math.hypot(px - ax - within * dx, py - ay - within * dy, pz - az - within * dz);
}

function place({ x, y, pressure }: RawPoint): [number, number, number] {
  return [x, y, (pressure ?? 0) * PRESSURE_REACH];
}
