/**
 * A photograph of a sheet of paper, made without a camera: at an angle, on a table of wood, in bad light. What is
 * on the sheet is drawn by the caller, so that a test knows what it must find again.
 */
import type { Pixels } from '$lib/paper/pixels';
import type { Point, Quad, Size } from '$lib/paper/quad';
import { dice } from '#tests/convergence/support/seeded';

type Color = readonly [red: number, green: number, blue: number];

export type Scene = Size & {
  /** Where the sheet's corners are; null: a table with nothing on it. */
  quad: Quad | null;
  /** What is on the sheet, by place in parts of it; null where it is blank. */
  drawn?: (u: number, v: number) => Color | null;
  /** How light it is at a place of the photograph, as a part of daylight. */
  light?: (x: number, y: number) => number;
  table?: Color;
  seed?: number;
};

/** A lamp on the left, and a hand's shadow over the lower right. */
export function badLight({ width, height }: Size): (x: number, y: number) => number {
  return (x, y) => {
    const lamp = 1 - 0.5 * (x / width) - 0.15 * (y / height);
    const shade = Math.hypot(x / width - 0.85, y / height - 0.8) < 0.35 ? 0.78 : 1;
    return lamp * shade;
  };
}

export function photoOf(scene: Scene): Pixels {
  const { width, height, quad, drawn, light = () => 1, table = [122, 84, 56], seed = 5 } = scene;
  const chance = dice(seed);
  const photo: Pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const onto = quad ? inverseOf(quad) : () => null;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = onto({ x: x + 0.5, y: y + 0.5 });
      const isSheet = at !== null && at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1;
      const grain = Math.sin(y / 5 + Math.sin(x / 60) * 3) * 10;
      const color: Color = isSheet
        ? (drawn?.(at.x, at.y) ?? [243, 240, 230])
        : [table[0] + grain, table[1] + grain, table[2] + grain];
      const shine = light(x, y);
      const noise = (chance.next() - 0.5) * 10;
      const to = (y * width + x) * 4;
      for (const part of [0, 1, 2] as const) photo.data[to + part] = color[part] * shine + noise;
      photo.data[to + 3] = 255;
    }
  }
  return photo;
}

/** Solves where on the sheet a pixel lies, by the inverse of the matrix; written apart from what it tests. */
function inverseOf([a, b, c, d]: Quad): (point: Point) => Point {
  const rows: number[][] = [
    [a, 0, 0],
    [b, 1, 0],
    [c, 1, 1],
    [d, 0, 1],
  ].flatMap((known) => {
    const [{ x, y }, u, v] = known as [Point, number, number];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const h = solved(rows);
  return ({ x, y }) => {
    const [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0] = h;
    const w = h6 * x + h7 * y + 1;
    return { x: (h0 * x + h1 * y + h2) / w, y: (h3 * x + h4 * y + h5) / w };
  };
}

/** Gauss with pivots; the last of each row is what it equals. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    const best = rows
      .slice(at)
      .reduce((most, row) => (Math.abs(row[at] ?? 0) > Math.abs(most[at] ?? 0) ? row : most));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(at, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const by = (row[at] ?? 0) / (best[at] ?? 1);
      for (let column = at; column <= size; column += 1) {
        row[column] = (row[column] ?? 0) - by * (best[column] ?? 0);
      }
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
