/**
 * Makes a straightened sheet look like paper again: uneven light goes, and so does the tint of the lamp;
 * what was written stays, and grows darker. Pure. The sheet's own white is measured in squares all over
 * it (the light end of each), and every pixel is told as a part of the white at its place.
 */
import { blankPixels, type Pixels } from './pixels';

/** `black`: as a pen on paper; `color`: colours of pens stay. */
export type Ink = 'black' | 'color';

/** Squares along the longest side in which white is measured: larger than a fat letter, smaller than a shadow. */
const SQUARES = 44;
/** Of the pixels in a square, the part that is darker than its white. */
const WHITE_AT = 0.9;
/** A square darker than this part of those around it holds no paper; a shadow is lighter than that. */
const ALL_INK = 0.62;
/** Parts of white: above the first all is paper, below the second all is ink. */
const PAPER = 0.88;
const FULL_INK = 0.35;

export function evenLight(sheet: Pixels, ink: Ink): Pixels {
  const { width, height, data } = sheet;
  const square = Math.max(4, Math.ceil(Math.max(width, height) / SQUARES));
  const squares = { square, columns: Math.ceil(width / square), rows: Math.ceil(height / square) };
  const whites = [0, 1, 2].map((part) => levelled(whitesOf(sheet, { part, ...squares }), squares));
  const [red, green, blue] = whites.map(() => new Float32Array(width)) as Three;
  const even = blankPixels(width, height);
  for (let y = 0; y < height; y += 1) {
    for (const [part, row] of [red, green, blue].entries()) {
      layWhiteOfRow(row, whites[part] ?? row, { y, ...squares });
    }
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const r = (data[at] ?? 0) / (red[x] ?? 1);
      const g = (data[at + 1] ?? 0) / (green[x] ?? 1);
      const b = (data[at + 2] ?? 0) / (blue[x] ?? 1);
      const light = 0.299 * r + 0.587 * g + 0.114 * b;
      const kept = Math.max(0, Math.min(1, (light - FULL_INK) / (PAPER - FULL_INK)));
      // A colour is how far a part is from grey; it stays as the whole grows darker or lighter.
      const tint = ink === 'black' || kept === 1 ? 0 : 1.2;
      even.data[at] = 255 * (kept + (r - light) * tint);
      even.data[at + 1] = 255 * (kept + (g - light) * tint);
      even.data[at + 2] = 255 * (kept + (b - light) * tint);
      even.data[at + 3] = 255;
    }
  }
  return even;
}

type Three = [Float32Array, Float32Array, Float32Array];
type Squares = { square: number; columns: number; rows: number };

/** The light end of each square, row by row. */
function whitesOf(
  { width, height, data }: Pixels,
  { part, square, columns, rows }: Squares & { part: number },
): Float32Array {
  const whites = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let all = 0;
      for (let y = row * square; y < Math.min(height, (row + 1) * square); y += 2) {
        for (let x = column * square; x < Math.min(width, (column + 1) * square); x += 2) {
          const value = data[(y * width + x) * 4 + part] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
          all += 1;
        }
      }
      whites[row * columns + column] = valueAt(counts, all * WHITE_AT);
    }
  }
  return whites;
}

function valueAt(counts: Uint32Array, share: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value += 1) {
    sum += counts[value] ?? 0;
    if (sum >= share) return value;
  }
  return 255;
}

/** A square that is all ink has no white: it takes that of most around it; then they flow together. */
function levelled(whites: Float32Array, { columns, rows }: Squares): Float32Array {
  const around = (from: Float32Array, at: number, reach: number): number[] => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const found: number[] = [];
    for (let row = Math.max(0, y - reach); row <= Math.min(rows - 1, y + reach); row += 1) {
      const [first, last] = [Math.max(0, x - reach), Math.min(columns - 1, x + reach)];
      for (let column = first; column <= last; column += 1) {
        found.push(from[row * columns + column] ?? 0);
      }
    }
    return found.sort((a, b) => a - b);
  };
  const filled = whites.map((white, at) => {
    const near = around(whites, at, 3);
    const usual = near[Math.floor(near.length * 0.6)] ?? white;
    return white < usual * ALL_INK ? usual : white;
  });
  return filled.map((_, at) => {
    const near = around(filled, at, 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

/** The white at each pixel of one row, between the squares around it; never 0. */
function layWhiteOfRow(
  row: Float32Array,
  whites: Float32Array,
  { y, square, columns, rows }: Squares & { y: number },
): void {
  const py = Math.max(0, Math.min(rows - 1, y / square - 0.5));
  const top = Math.floor(py);
  const below = Math.min(rows - 1, top + 1);
  const down = (column: number): number =>
    (whites[top * columns + column] ?? 0) * (1 - py + top) +
    (whites[below * columns + column] ?? 0) * (py - top);
  for (let x = 0; x < row.length; x += 1) {
    const px = Math.max(0, Math.min(columns - 1, x / square - 0.5));
    const left = Math.floor(px);
    const right = Math.min(columns - 1, left + 1);
    row[x] = Math.max(1, down(left) * (1 - px + left) + down(right) * (px - left));
  }
}
