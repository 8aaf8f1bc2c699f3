/** How a board is drawn on paper, whatever its kind: how large it is, and the SVG of all or a part of it. Pure. */
import type { Box } from '$lib/components/board/viewport';
import type { BoardExport } from './board-export';
import { mapBox, mapSvg } from './map-svg';
import type { WallLook } from './wall-look';
import { wallBox, wallSvg } from './wall-svg';

export type BoardPainter = {
  readonly box: Box;
  /** @param part of the board, in its own units; the whole of it when left out. */
  svg(part?: Box): string;
};

export function boardPainter(board: BoardExport, look: WallLook): BoardPainter {
  const { map } = board;
  if (map) {
    const box = mapBox({ ...board, map }, look);
    return { box, svg: (part = box) => mapSvg({ ...board, map }, look, part) };
  }
  const box = wallBox(board);
  return { box, svg: (part = box) => wallSvg(board, look, part) };
}
