/**
 * Four corners of a sheet of paper on a photograph, in its pixels. Pure; used by what finds a sheet, by who
 * corrects it by hand, and by what straightens it.
 */
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
/** As the sheet is read: left above, right above, right below, left below. */
export type Quad = readonly [Point, Point, Point, Point];
export const corners = [0, 1, 2, 3] as const;
export type Corner = (typeof corners)[number];

export function wholeOf({ width, height }: Size): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** Twice the area, positive when the corners go round clockwise on a screen. */
export function doubleArea(points: readonly Point[]): number {
  return points.reduce((sum, a, at) => {
    const b = points[(at + 1) % points.length] ?? a;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
}

/** No corner is dented and no sides cross: only then is there one way to lay it flat. */
export function isConvex(quad: Quad): boolean {
  return corners.every((at) => {
    const [a, b, c] = [quad[at], quad[next(at)], quad[next(next(at))]];
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0;
  });
}

/** The four as they are read, whatever order they come in: by angle, begun at the one nearest to left above. */
export function inReadingOrder(points: Quad): Quad {
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / 4,
    y: points.reduce((sum, { y }) => sum + y, 0) / 4,
  };
  const angle = ({ x, y }: Point): number => Math.atan2(y - middle.y, x - middle.x);
  const round = [...points].sort((a, b) => angle(a) - angle(b));
  const first = round.reduce(
    (best, { x, y }, at) => {
      const sum = x + y;
      return sum < best.sum ? { at, sum } : best;
    },
    { at: 0, sum: Number.POSITIVE_INFINITY },
  ).at;
  return corners.map((at) => round[(first + at) % 4]) as unknown as Quad;
}

/** A quarter turn clockwise: what was left below is read first. */
export function turned([a, b, c, d]: Quad): Quad {
  return [d, a, b, c];
}

export function scaled(quad: Quad, by: number): Quad {
  return quad.map(({ x, y }) => ({ x: x * by, y: y * by })) as unknown as Quad;
}

/** One corner put elsewhere, within the photograph; the quad itself where it would no longer lie flat. */
export function withCorner(quad: Quad, corner: Corner, to: Point, { width, height }: Size): Quad {
  const kept = {
    x: Math.max(0, Math.min(width, to.x)),
    y: Math.max(0, Math.min(height, to.y)),
  };
  const moved = quad.map((point, at) => (at === corner ? kept : point)) as unknown as Quad;
  return isConvex(moved) ? moved : quad;
}

export function next(at: Corner): Corner {
  return ((at + 1) % 4) as Corner;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
