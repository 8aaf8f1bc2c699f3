/**
 * How a sheet of paper is cut into the frames of a pad: lines across and down, which may be moved, and the
 * parts between them. Pure; who cuts shows the lines before anything is sent.
 */
import type { PadShape } from '#domain/sketches/pad-shape';
import type { PaperPiece } from '#protocol/paper';
import type { Size } from './quad';

/** Each a part of the sheet from 0 to 1, ascending, without its ends. */
export type CutLines = { readonly columns: readonly number[]; readonly rows: readonly number[] };

/** No piece is narrower than this part of the sheet. */
const NARROWEST = 0.05;

/** Folds lie as on the sheet that was folded three times; panels follow each other along its longest side. */
export function cutLinesFor(shape: PadShape, { width, height }: Size): CutLines {
  const isWide = width >= height;
  if (shape === 'folds') return evenLines(isWide ? [4, 2] : [2, 4]);
  if (shape === 'sketch') return evenLines(isWide ? [3, 1] : [1, 3]);
  return evenLines([1, 1]);
}

function evenLines([columns, rows]: readonly [number, number]): CutLines {
  const even = (count: number): number[] =>
    Array.from({ length: count - 1 }, (_, at) => (at + 1) / count);
  return { columns: even(columns), rows: even(rows) };
}

/** One line put elsewhere; it stays between its neighbours. */
export function withLine(
  lines: CutLines,
  { along, at }: { along: keyof CutLines; at: number },
  to: number,
): CutLines {
  const all = lines[along];
  const low = (all[at - 1] ?? 0) + NARROWEST;
  const high = (all[at + 1] ?? 1) - NARROWEST;
  const kept = Math.max(low, Math.min(high, to));
  return { ...lines, [along]: all.map((line, index) => (index === at ? kept : line)) };
}

/** Row by row, from left to right; places count from 1. */
export function piecesBetween({ columns, rows }: CutLines): PaperPiece[] {
  const [across, down] = [
    [0, ...columns, 1],
    [0, ...rows, 1],
  ];
  return down.slice(1).flatMap((bottom, row) =>
    across.slice(1).map((right, column): PaperPiece => {
      const [left, top] = [across[column] ?? 0, down[row] ?? 0];
      const place = row * (across.length - 1) + column + 1;
      return { place, crop: [left, top, right - left, bottom - top].map(rounded) as never };
    }),
  );
}

function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}
