/**
 * Finds a sheet of paper on a photograph: the four corners of the largest light thing with straight sides.
 * Works on a small copy and without a library: paper is lighter than what lies around it, or at least has
 * an edge. So regions are grown from many thresholds of light and of edge, each is made a quadrilateral, and
 * the one whose sides lie best on edges wins. Pure; who calls it lets a person correct what it says.
 */
import { fitted } from './fit-sides';
import { hullOf, largestQuadIn } from './hull';
import { lightOf, type Pixels } from './pixels';
import { doubleArea, inReadingOrder, isConvex, type Point, type Quad, type Size } from './quad';

/** Of the small copy that is looked at: its longest side, in pixels. */
export const LOOKED_AT_PX = 320;

/** Parts of the photograph that a sheet covers at least and at most: less is a note far away, more is no sheet on a table. */
const LEAST_PART = 0.12;
const MOST_PART = 0.97;
/** How much of its quadrilateral a region fills at least: a hand or a lamp does not. */
const LEAST_FILL = 0.82;
/** Mean step of light along the weakest side, in levels of 255, below which there is no edge. */
const LEAST_EDGE = 7;

/** @param photo small: LOOKED_AT_PX on its longest side. @returns null where there is no sheet to be seen. */
export function findPaper(photo: Pixels): Quad | null {
  const size: Size = photo;
  const light = smoothed(lightOf(photo), size);
  const channels = [0, 1, 2].map((part) => smoothed(channelOf(photo, part), size));
  const edges = edgesOf(light, size);
  const masks = [
    ...[light, palenessOf(channels), greynessOf(channels)].flatMap((values) =>
      levelsOf(values).map((level) => values.map((value) => (value >= level ? 1 : 0))),
    ),
    ...[6, 10, 16, 24].map((step) => edges.map((value) => (value <= step ? 1 : 0))),
  ];
  let best: { quad: Quad; score: number } | null = null;
  for (const mask of masks) {
    const region = largestRegion(mask, size);
    const rough = region && quadOf(region, size);
    if (!rough) continue;
    const quad = fitted(rough, edges, size);
    if (!isConvex(quad)) continue;
    const score = scoreOf(quad, edges, size);
    if (score > (best?.score ?? 0)) best = { quad, score };
  }
  return best && inReadingOrder(best.quad);
}

function channelOf({ width, height, data }: Pixels, part: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, at) => data[at * 4 + part] ?? 0);
}

/** White is in all three colours; a wooden table is light in red alone. */
function palenessOf([red, green, blue]: readonly Float32Array[]): Float32Array {
  return (red ?? new Float32Array()).map((value, at) =>
    Math.min(value, green?.[at] ?? 0, blue?.[at] ?? 0),
  );
}

/** The same apart from how much light there is: white in a shadow is still grey. */
function greynessOf([red, green, blue]: readonly Float32Array[]): Float32Array {
  return (red ?? new Float32Array()).map((value, at) => {
    const [g, b] = [green?.[at] ?? 0, blue?.[at] ?? 0];
    return (255 * Math.min(value, g, b)) / Math.max(value, g, b, 24);
  });
}

/** Blurred by its neighbours, twice: noise of bad light makes no edge. */
function smoothed(values: Float32Array, { width, height }: Size): Float32Array {
  let from = values;
  for (let round = 0; round < 2; round += 1) {
    const to = new Float32Array(from.length);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        let [sum, count] = [0, 0];
        for (let dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy += 1) {
          for (let dx = Math.max(0, x - 1); dx <= Math.min(width - 1, x + 1); dx += 1) {
            sum += from[dy * width + dx] ?? 0;
            count += 1;
          }
        }
        to[y * width + x] = sum / count;
      }
    }
    from = to;
  }
  return from;
}

/** How steep the light is at each pixel, in levels of 255 over two pixels. */
function edgesOf(light: Float32Array, { width, height }: Size): Float32Array {
  const at = (x: number, y: number): number =>
    light[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] ?? 0;
  return Float32Array.from(light, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return Math.hypot(at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1));
  });
}

/** Thresholds between the darkest and the lightest of a picture, apart by their share of pixels and by level. */
function levelsOf(values: Float32Array): number[] {
  const sorted = Float32Array.from(values).sort();
  const share = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const [low, high] = [share(0.02), share(0.98)];
  if (high - low < 2 * LEAST_EDGE) return [];
  const steps = Array.from({ length: 8 }, (_, at) => low + ((at + 1) / 9) * (high - low));
  return [...steps, ...[0.3, 0.45, 0.6, 0.75].map(share)];
}

/** Pixels of the largest connected part of a mask; null when it is too small to be a sheet. */
function largestRegion(mask: ArrayLike<number>, { width, height }: Size): Int32Array | null {
  const seen = new Uint8Array(mask.length);
  const queue = new Int32Array(mask.length);
  let largest: Int32Array | null = null;
  for (let start = 0; start < mask.length; start += 1) {
    if (seen[start] === 1 || mask[start] !== 1) continue;
    let [head, tail] = [0, 1];
    queue[0] = start;
    seen[start] = 1;
    while (head < tail) {
      const at = queue[head] ?? 0;
      head += 1;
      const x = at % width;
      for (const to of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (to < 0 || to >= mask.length || seen[to] === 1 || mask[to] !== 1) continue;
        seen[to] = 1;
        queue[tail] = to;
        tail += 1;
      }
    }
    if (tail > (largest?.length ?? LEAST_PART * 0.7 * width * height)) {
      largest = queue.slice(0, tail);
    }
  }
  return largest;
}

/** The quadrilateral that a region fills; null when it is no sheet by its form. */
function quadOf(region: Int32Array, { width, height }: Size): Quad | null {
  const ends = new Map<number, { left: number; right: number }>();
  for (const at of region) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = ends.get(y);
    ends.set(y, {
      left: Math.min(row?.left ?? x, x),
      right: Math.max(row?.right ?? x + 1, x + 1),
    });
  }
  const outline: Point[] = [...ends].flatMap(([y, { left, right }]) =>
    [y, y + 1].flatMap((line) => [
      { x: left, y: line },
      { x: right, y: line },
    ]),
  );
  const hull = hullOf(outline);
  const quad = largestQuadIn(hull);
  if (!quad || !isConvex(quad)) return null;
  const area = Math.abs(doubleArea(quad)) / 2;
  const part = area / (width * height);
  // What was drawn leaves holes in a sheet, and they count as sheet: the hull has none.
  const fill = area / (Math.abs(doubleArea(hull)) / 2);
  const isFull = region.length / area > 0.55 && fill > LEAST_FILL;
  return part >= LEAST_PART && part <= MOST_PART && isFull ? quad : null;
}

/** Larger for a larger sheet whose every side lies on an edge; 0 when one does not. */
function scoreOf(quad: Quad, edges: Float32Array, size: Size): number {
  const sides = quad.map((from, at) => sideEdge(from, quad[(at + 1) % 4] ?? from, edges, size));
  const seen = sides.filter((side) => side !== null);
  const weakest = Math.min(...seen);
  // A side along the end of the photograph cannot be seen; two of them may be, of a sheet that is cut off.
  if (seen.length < 2 || weakest < LEAST_EDGE) return 0;
  const strength = seen.reduce((sum, side) => sum + Math.min(side, 40), 0) / seen.length;
  const part = Math.abs(doubleArea(quad)) / 2 / (size.width * size.height);
  return strength * Math.sqrt(part) * (seen.length === 4 ? 1.3 : 1);
}

/** The median step of light along a side; null where it lies at the end of the photograph. */
function sideEdge(
  from: Point,
  to: Point,
  edges: Float32Array,
  { width, height }: Size,
): number | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [nx, ny] = [-(to.y - from.y) / (length || 1), (to.x - from.x) / (length || 1)];
  const steps: number[] = [];
  let outside = 0;
  const samples = 40;
  for (let at = 2; at < samples - 1; at += 1) {
    const [x, y] = [
      from.x + ((to.x - from.x) * at) / samples,
      from.y + ((to.y - from.y) * at) / samples,
    ];
    if (x < 3 || y < 3 || x > width - 3 || y > height - 3) outside += 1;
    let strongest = 0;
    for (let off = -2; off <= 2; off += 1) {
      const [px, py] = [Math.round(x + nx * off), Math.round(y + ny * off)];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      strongest = Math.max(strongest, edges[py * width + px] ?? 0);
    }
    steps.push(strongest);
  }
  if (outside > steps.length * 0.7) return null;
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.3)] ?? 0;
}
