/** How large a wall may be drawn, and in which pieces. Pure arithmetic; `board-png.ts` draws. */
import type { Box } from '$lib/plane/viewport';

/** What a browser's canvas surely takes: most take more, some (phones) only this. */
export const SIDE_MAX = 12_000;
export const AREA_MAX = 64_000_000;
/** Sharp on paper and on dense screens. */
export const SCALE_WANTED = 2;
/** Pieces are about this large, so that each is done in a moment and the work can be left. */
const PIECE_SIDE = 2_048;

/** The largest scale, at most twice, at which the whole stays within these bounds. */
export function pngScale(
  { w, h }: Pick<Box, 'w' | 'h'>,
  { side = SIDE_MAX, area = AREA_MAX }: { side?: number; area?: number } = {},
): number {
  return Math.min(SCALE_WANTED, side / w, side / h, Math.sqrt(area / (w * h)));
}

/** @returns parts of `whole`, in its own units, that together cover it without overlap, row by row. */
export function piecesOf(whole: Box, scale: number): Box[] {
  const step = PIECE_SIDE / scale;
  const pieces: Box[] = [];
  for (let y = 0; y < whole.h; y += step) {
    for (let x = 0; x < whole.w; x += step) {
      pieces.push({
        x: whole.x + x,
        y: whole.y + y,
        w: Math.min(step, whole.w - x),
        h: Math.min(step, whole.h - y),
      });
    }
  }
  return pieces;
}
