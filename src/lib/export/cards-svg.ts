/** A wall of cards as an SVG of our own: a grid in the order of the turns. Pure: pictures and widths come in as a look. */
import { hostOf } from '#domain/demos/web-address';
import type { PlainCard } from '#document/kinds/cards/plain';
import type { Box } from '$lib/plane/viewport';
import type { BoardExport } from './board-export';
import { card as sheetOf, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import { element } from './svg-text';
import type { WallLook } from './wall-look';

export type CardsDrawing = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly cards: readonly PlainCard[];
};

const MARGIN = 40;
const WIDTH = 260;
const GAP = 20;
const INSET = 14;
const BETWEEN = 8;
const PICTURE_MOST = 160;
/** About as wide as a sheet of paper on its side. */
const RATIO = 1.3;

export function cardsBox(board: CardsDrawing, look: WallLook): Box {
  const { width, height } = placed(board, look);
  return { x: -MARGIN, y: -MARGIN, w: width + 2 * MARGIN, h: height + 2 * MARGIN };
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function cardsSvg(
  board: CardsDrawing,
  look: WallLook,
  part = cardsBox(board, look),
): string {
  const { pieces } = placed(board, look);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, part);
}

function placed({ cards }: CardsDrawing, look: WallLook) {
  const columns = Math.max(1, Math.min(6, Math.ceil(Math.sqrt(cards.length * RATIO))));
  const pieces: string[] = [];
  let top = 0;
  for (let first = 0; first < cards.length; first += columns) {
    const row = cards.slice(first, first + columns);
    const drawn = row.map((card, at) =>
      cardPieces(card, { number: first + at + 1, x: at * (WIDTH + GAP), y: top, look }),
    );
    const height = Math.max(...drawn.map(({ bottom }) => bottom)) - top + INSET;
    drawn.forEach(({ pieces: inside }, at) => {
      const frame = { x: at * (WIDTH + GAP), y: top, w: WIDTH, h: height };
      pieces.push(sheetOf(frame, look.palette.papers.white.paper), ...inside);
    });
    top += height + GAP;
  }
  const width = Math.min(columns, Math.max(1, cards.length)) * (WIDTH + GAP) - GAP;
  return { pieces, width, height: Math.max(0, top - GAP) };
}

function cardPieces(
  card: PlainCard,
  { number, x, y, look }: { number: number; x: number; y: number; look: WallLook },
): { pieces: string[]; bottom: number } {
  const pieces: string[] = [];
  let bottom = y + INSET;
  const place = { x: x + INSET, w: WIDTH - 2 * INSET, look };
  const write = (text: string, how: { size: number; weight: number; titled?: boolean }): void => {
    const words = paragraph(text, { ...place, y: bottom, ...how });
    if (words.height === 0) return;
    pieces.push(words.svg);
    bottom += words.height + BETWEEN;
  };
  write([String(number), card.presenter].filter(Boolean).join('  '), { size: 12, weight: 600 });
  write(card.title, { size: 17, weight: 650, titled: true });
  const address = card.picture ? look.pictures.get(card.picture.id) : undefined;
  if (card.picture && address !== undefined) {
    const height = Math.min(PICTURE_MOST, (place.w * card.picture.height) / card.picture.width);
    const frame = { x: place.x, y: bottom, width: place.w, height };
    pieces.push(element('image', { ...frame, href: address }));
    bottom += height + BETWEEN;
  }
  write(card.idea, { size: 14, weight: 500 });
  const host = hostOf(card.link);
  write([card.linkTitle.trim(), host].filter(Boolean).join(', '), { size: 12, weight: 600 });
  return { pieces, bottom: bottom - BETWEEN };
}
