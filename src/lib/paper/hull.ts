/** The convex hull of points, and the largest quadrilateral in it: what four corners a region has. Pure. */
import { doubleArea, type Point, type Quad } from './quad';

/** Corners of a hull that are looked at: four of more than these are too many to try. */
const MOST_CORNERS = 22;

/** Clockwise on a screen, without points on a straight side. Andrew's monotone chain. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (all: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of all) {
      while (chain.length >= 2 && turnOf(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** The four of its corners that enclose most; null of fewer than four. */
export function largestQuadIn(hull: readonly Point[]): Quad | null {
  const few = fewer(hull);
  let best: { quad: Quad; area: number } | null = null;
  for (let a = 0; a < few.length - 3; a += 1) {
    for (let b = a + 1; b < few.length - 2; b += 1) {
      for (let c = b + 1; c < few.length - 1; c += 1) {
        for (let d = c + 1; d < few.length; d += 1) {
          const quad = [few[a], few[b], few[c], few[d]] as unknown as Quad;
          const area = Math.abs(doubleArea(quad));
          if (area > (best?.area ?? 0)) best = { quad, area };
        }
      }
    }
  }
  return best && best.quad;
}

/** Takes away, one by one, the corner that changes the hull least. */
function fewer(hull: readonly Point[]): Point[] {
  const left = [...hull];
  while (left.length > MOST_CORNERS) {
    let [least, at] = [Number.POSITIVE_INFINITY, 0];
    for (let index = 0; index < left.length; index += 1) {
      const area = Math.abs(
        turnOf(left.at(index - 1), left[index], left[(index + 1) % left.length]),
      );
      if (area < least) [least, at] = [area, index];
    }
    left.splice(at, 1);
  }
  return left;
}

function turnOf(a?: Point, b?: Point, c?: Point): number {
  if (!a || !b || !c) return 0;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
