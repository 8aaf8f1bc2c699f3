/** Lists as an SVG of our own: each heading with its items under each other, ticked or not. Pure. */
import type { PlainLists } from '#document/kinds/lists/plain';
import type { Box } from '$lib/plane/viewport';
import type { BoardExport } from './board-export';
import { card, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import { element } from './svg-text';
import type { WallLook } from './wall-look';

export type ListsDrawing = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly lists: PlainLists['lists'];
  /** In the language of the sprint. */
  heading(id: string): string;
  words(item: PlainLists['lists'][number]['items'][number]): string;
};

const MARGIN = 40;
const WIDTH = 720;
const INSET = 20;
const BOX = 16;
const BETWEEN = 10;
const HEADING = { size: 20, weight: 650, titled: true } as const;
const WORDS = { size: 15, weight: 500 } as const;

export function listsBox(board: ListsDrawing, look: WallLook): Box {
  const { height } = placed(board, look);
  return { x: -MARGIN, y: -MARGIN, w: WIDTH + 2 * MARGIN, h: height + 2 * MARGIN };
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function listsSvg(
  board: ListsDrawing,
  look: WallLook,
  part = listsBox(board, look),
): string {
  const { pieces } = placed(board, look);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, part);
}

function placed(board: ListsDrawing, look: WallLook): { pieces: string[]; height: number } {
  const pieces: string[] = [];
  let top = 0;
  for (const list of board.lists) {
    const inside: string[] = [];
    let y = top + INSET;
    const place = { x: INSET, w: WIDTH - 2 * INSET, look };
    const heading = paragraph(board.heading(list.id), { ...place, y, ...HEADING });
    inside.push(heading.svg);
    y += heading.height + BETWEEN;
    for (const item of list.items) {
      const indent = BOX + BETWEEN;
      const beside = { ...place, x: place.x + indent, w: place.w - indent };
      const words = paragraph(board.words(item), { ...beside, y, ...WORDS });
      inside.push(box(item.done, { x: INSET, y: y + 1, look }), words.svg);
      y += Math.max(words.height, BOX) + BETWEEN;
    }
    const height = y - top + INSET - BETWEEN;
    pieces.push(card({ x: 0, y: top, w: WIDTH, h: height }, look.palette.papers.white.paper));
    pieces.push(...inside);
    top += height + INSET;
  }
  return { pieces, height: Math.max(0, top - INSET) };
}

function box(done: boolean, { x, y, look }: { x: number; y: number; look: WallLook }): string {
  const { paperInk, dot } = look.palette;
  const sign = `M${x + 3.5} ${y + 8.5}l3.2 3.2 6-7`;
  const outline = { x, y, width: BOX, height: BOX, rx: 3, fill: 'none', stroke: paperInk };
  const tick = { d: sign, fill: 'none', stroke: dot, 'stroke-width': 2.5 };
  return element('rect', outline) + (done ? element('path', tick) : '');
}
