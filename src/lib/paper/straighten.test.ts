import { describe, expect, it } from 'vitest';
import { badLight, photoOf } from '#tests/support/paper-photo';
import { evenLight } from './even-light';
import type { Pixels } from './pixels';
import { inReadingOrder, isConvex, turned, withCorner, wholeOf, type Quad } from './quad';
import { flatSize, projectionTo, straightened } from './straighten';

const quad: Quad = [
  { x: 62, y: 38 },
  { x: 302, y: 60 },
  { x: 282, y: 372 },
  { x: 30, y: 350 },
];
const size = { width: 340, height: 420 };

/** In each of eight fields a bar of its own length, in the colour of its field. */
const inks: readonly [number, number, number][] = [
  [30, 30, 36],
  [176, 40, 40],
  [30, 80, 170],
  [160, 100, 10],
];
function bars(u: number, v: number): [number, number, number] | null {
  const [column, row] = [Math.floor(u * 2), Math.floor(v * 4)];
  const [x, y] = [(u * 2) % 1, (v * 4) % 1];
  const field = row * 2 + column;
  return x > 0.1 && x < 0.2 + 0.08 * field && y > 0.4 && y < 0.6 ? (inks[field % 4] ?? null) : null;
}

function partsAt({ width, height, data }: Pixels, u: number, v: number): [number, number, number] {
  const at = (Math.floor(v * height) * width + Math.floor(u * width)) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}
const lightAt = (pixels: Pixels, u: number, v: number): number =>
  partsAt(pixels, u, v).reduce((sum, part) => sum + part, 0) / 3;

const photo = photoOf({ ...size, quad, drawn: bars, light: badLight(size) });
const flat = straightened(photo, quad, { width: 200, height: 283 });

describe('straightening a sheet', () => {
  it('[L44] takes the corners to the corners, and a middle to where the diagonals cross', () => {
    const project = projectionTo(quad);
    for (const [at, [x, y]] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].entries()) {
      const { x: px, y: py } = project({ x: x ?? 0, y: y ?? 0 });
      expect(px).toBeCloseTo(quad[at]?.x ?? 0, 6);
      expect(py).toBeCloseTo(quad[at]?.y ?? 0, 6);
    }
    const [a, b, c, d] = quad;
    const { x, y } = project({ x: 0.5, y: 0.5 });
    const off = (p: typeof a, q: typeof a): number =>
      Math.abs((q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x));
    expect(off(a, c)).toBeLessThan(1e-6);
    expect(off(b, d)).toBeLessThan(1e-6);
  });

  it('[L44] lays each thing on the sheet where it was drawn, whatever the angle', () => {
    const even = evenLight(flat, 'black');
    for (let field = 0; field < 8; field += 1) {
      const [left, top] = [(field % 2) / 2, Math.floor(field / 2) / 4];
      const middle = top + 0.125;
      expect(lightAt(even, left + 0.07, middle)).toBeLessThan(90);
      expect(lightAt(even, left + 0.1 + 0.04 * field - 0.02, middle)).toBeLessThan(90);
      expect(lightAt(even, left + 0.1 + 0.04 * field + 0.02, middle)).toBeGreaterThan(240);
    }
  });

  it('[L44] makes paper white in lamplight and shadow alike, and keeps the colour of a pen when asked', () => {
    for (const ink of ['black', 'color'] as const) {
      const even = evenLight(flat, ink);
      for (const [u, v] of [
        [0.03, 0.03],
        [0.97, 0.03],
        [0.97, 0.97],
        [0.03, 0.97],
        [0.5, 0.5],
      ]) {
        expect(lightAt(even, u ?? 0, v ?? 0)).toBeGreaterThan(240);
      }
    }
    const [red, , blue] = partsAt(evenLight(flat, 'color'), 0.57, 0.125);
    expect(red - blue).toBeGreaterThan(60);
    const [r, g, b] = partsAt(evenLight(flat, 'black'), 0.57, 0.125);
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(3);
  });

  it('[L44] keeps the proportions of paper of the A series, and of nothing else', () => {
    const { width, height } = flatSize(quad, 1_000);
    expect(height / width).toBeCloseTo(Math.SQRT2, 1);
    expect(flatSize(wholeOf({ width: 500, height: 500 }), 1_000)).toEqual({
      width: 500,
      height: 500,
    });
    expect(flatSize(wholeOf({ width: 4_000, height: 2_800 }), 1_000)).toEqual({
      width: 1_000,
      height: 707,
    });
  });

  it('[L44] reads four corners in one order, turns them, and lets none be pulled across another', () => {
    const [a, b, c, d] = quad;
    expect(inReadingOrder([c, a, d, b])).toEqual(quad);
    expect(turned(quad)).toEqual([d, a, b, c]);
    expect(withCorner(quad, 0, { x: 70, y: 30 }, size)[0]).toEqual({ x: 70, y: 30 });
    expect(withCorner(quad, 0, { x: -9, y: 50 }, size)[0]).toEqual({ x: 0, y: 50 });
    expect(withCorner(quad, 0, { x: 300, y: 370 }, size)).toBe(quad);
    expect(isConvex([a, c, b, d])).toBe(false);
  });

  it('[L44] goes through a sheet that is black or blank without a fault', () => {
    for (const value of [0, 255]) {
      const plain = { width: 30, height: 20, data: new Uint8ClampedArray(2_400).fill(value) };
      expect(evenLight(plain, 'black').data).toHaveLength(2_400);
    }
  });
});
