/** The grid of a test as an SVG of our own: customers across, rows down, each note with its sign. Pure. */
import type { PlainGrid, PlainObservation } from '#document/kinds/grid/plain';
import type { Box } from '$lib/plane/viewport';
import type { AnswerLine } from './answers-words';
import type { BoardExport } from './board-export';
import { card, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import type { WallLook } from './wall-look';

export type GridDrawing = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly grid: PlainGrid;
  /** 'K1' and so on, in order. */
  readonly columns: readonly string[];
  /** What a row is called; of none: what stands for that. */
  rowOf(id: string | null): string;
  /** What stands below it: the sprint questions that are answered from it. */
  readonly below: readonly AnswerLine[];
};

const MARGIN = 40;
const FIRST = 180;
const WIDTH = 220;
const GAP = 10;
const INSET = 10;
const HEAD = 40;
const papers = { '+': 'green', '0': 'white', '-': 'pink' } as const;

export function gridBox(drawing: GridDrawing, look: WallLook): Box {
  const { height } = placed(drawing, look);
  const least = drawing.below.length > 0 ? 3 : 1;
  const width = FIRST + Math.max(least, drawing.columns.length) * (WIDTH + GAP);
  return { x: -MARGIN, y: -MARGIN, w: width + 2 * MARGIN, h: height + 2 * MARGIN };
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function gridSvg(
  drawing: GridDrawing,
  look: WallLook,
  part = gridBox(drawing, look),
): string {
  const { pieces } = placed(drawing, look);
  return svgFile({ names: [drawing.sprint, drawing.board], pieces }, look, part);
}

function placed(drawing: GridDrawing, look: WallLook): { pieces: string[]; height: number } {
  const { grid, columns, rowOf } = drawing;
  const known = new Set(grid.rows.map(({ id }) => id));
  const isOf = (one: PlainObservation, row: string | null): boolean =>
    row === null ? one.row === null || !known.has(one.row) : one.row === row;
  const loose = grid.observations.some((one) => isOf(one, null));
  const rows: (string | null)[] = [...grid.rows.map(({ id }) => id), ...(loose ? [null] : [])];
  const left = (at: number): number => FIRST + at * (WIDTH + GAP);
  const pieces = columns.map((label, at) => {
    const place = { x: left(at) + INSET, y: 0, w: WIDTH - 2 * INSET, look };
    return paragraph(label, { ...place, size: 16, weight: 650, titled: true }).svg;
  });
  let top = HEAD;
  for (const row of rows) {
    const title = paragraph(rowOf(row), {
      ...{ x: 0, y: top + INSET, w: FIRST - GAP, look, size: 15, weight: 650 },
    });
    const cells = columns.map((label, at) => {
      const inside: string[] = [];
      let y = top + INSET;
      for (const one of grid.observations) {
        if (one.customer !== label || !isOf(one, row)) continue;
        const text = `${one.mark === '-' ? '−' : one.mark}  ${one.text.trim()}`;
        const place = { x: left(at) + 2 * INSET, w: WIDTH - 4 * INSET, look };
        const words = paragraph(text, { ...place, y: y + 6, size: 13, weight: 500 });
        const box = { x: left(at) + INSET, y, w: WIDTH - 2 * INSET, h: words.height + 12 };
        inside.push(card(box, look.palette.papers[papers[one.mark]].paper), words.svg);
        y += box.h + 6;
      }
      return { inside, bottom: y };
    });
    const bottom = Math.max(
      top + INSET + title.height,
      top + 60,
      ...cells.map((cell) => cell.bottom),
    );
    cells.forEach(({ inside }, at) => {
      const frame = { x: left(at), y: top, w: WIDTH, h: bottom - top };
      pieces.push(card(frame, look.palette.papers.white.paper), ...inside);
    });
    pieces.push(title.svg);
    top = bottom + GAP;
  }
  const width = FIRST + Math.max(3, columns.length) * (WIDTH + GAP) - GAP;
  for (const { text, heading } of drawing.below) {
    if (heading) top += 2 * GAP;
    const size = heading ? 17 : 13;
    const place = { x: 0, y: top, w: width, look, size, titled: heading };
    const words = paragraph(text, { ...place, weight: heading ? 650 : 500 });
    pieces.push(words.svg);
    top += words.height + 4;
  }
  return { pieces, height: top };
}
