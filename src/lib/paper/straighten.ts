/**
 * Lays a photographed sheet flat: the projective transform that takes four corners to a rectangle, and the
 * pixels through it. Pure. After Heckbert, 'Fundamentals of Texture Mapping and Image Warping' (1989), 2.2.
 */
import { blankPixels, type Pixels } from './pixels';
import { distance, type Point, type Quad, type Size } from './quad';

/** Height by width of paper of the A series, lying or standing. */
const SQRT2 = Math.SQRT2;
/** Within this part of it a sheet is taken for one: what is written on it keeps its proportions. */
const SNAP = 0.14;

export type Projection = (point: Point) => Point;

/** From the unit square, left above at 0,0, to the four corners. */
export function projectionTo([a, b, c, d]: Quad): Projection {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = det === 0 ? 0 : (dx3 * dy2 - dx2 * dy3) / det;
  const h = det === 0 ? 0 : (dx1 * dy3 - dx3 * dy1) / det;
  const [ax, bx] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [ay, by] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return ({ x, y }) => {
    const w = g * x + h * y + 1;
    return { x: (ax * x + bx * y + a.x) / w, y: (ay * x + by * y + a.y) / w };
  };
}

/** How large the sheet is when it lies flat: as many pixels as were seen of it, `longest` at most. */
export function flatSize(quad: Quad, longest: number): Size {
  const [a, b, c, d] = quad;
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(a, d), distance(b, c));
  const seen = (distance(a, d) + distance(b, c)) / (distance(a, b) + distance(d, c) || 1);
  const near = [SQRT2, 1 / SQRT2].find((ratio) => Math.abs(seen / ratio - 1) <= SNAP);
  const ratio = near ?? seen;
  const size = Math.min(longest, Math.max(across, down, 1));
  return ratio >= 1
    ? { width: Math.max(1, Math.round(size / ratio)), height: Math.round(size) }
    : { width: Math.round(size), height: Math.max(1, Math.round(size * ratio)) };
}

/** The sheet within those corners as a rectangle of that size; each pixel is weighed of the four that it falls between. */
export function straightened(photo: Pixels, quad: Quad, { width, height }: Size): Pixels {
  const flat = blankPixels(width, height);
  const project = projectionTo(quad);
  const stride = photo.width * 4;
  const lastX = photo.width - 1;
  const lastY = photo.height - 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = project({ x: (x + 0.5) / width, y: (y + 0.5) / height });
      const px = Math.max(0, Math.min(lastX, from.x - 0.5));
      const py = Math.max(0, Math.min(lastY, from.y - 0.5));
      const left = Math.floor(px);
      const top = Math.floor(py);
      const fx = px - left;
      const fy = py - top;
      const above = top * stride + left * 4;
      const aside = left < lastX ? 4 : 0;
      const under = above + (top < lastY ? stride : 0);
      const to = (y * width + x) * 4;
      for (let part = 0; part < 3; part += 1) {
        const upper = at(photo, above + part) * (1 - fx) + at(photo, above + aside + part) * fx;
        const lower = at(photo, under + part) * (1 - fx) + at(photo, under + aside + part) * fx;
        flat.data[to + part] = upper * (1 - fy) + lower * fy;
      }
      flat.data[to + 3] = 255;
    }
  }
  return flat;
}

function at({ data }: Pixels, index: number): number {
  return data[index] ?? 0;
}
