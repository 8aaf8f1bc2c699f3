/**
 * A museum as an SVG of our own: each exhibit with its number and title, its panels beside each other with
 * their words, what was pinned in the critique, and its questions below. Nothing of it tells a maker: the
 * museum's document holds none. Pure.
 */
import type { Exhibit, ExhibitPanel, StandoutSign } from '#document/kinds/gallery/records';
import type { PlainGallery } from '#document/kinds/gallery/plain';
import { PANEL_HEIGHT } from '#domain/sketches/panel';
import type { Box } from '$lib/plane/viewport';
import { inkPaints } from '$lib/ink/stroke-shape';
import type { BoardExport } from './board-export';
import { inkSvg } from './ink-svg';
import { card, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import { element, escapeXml, short } from './svg-text';
import type { WallLook } from './wall-look';

export type GalleryExport = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly gallery: PlainGallery;
  /** 'Schets 4', where it has no title. */
  readonly untitled: (number: number) => string;
  readonly signs: Readonly<Record<StandoutSign, string>>;
};

const MARGIN = 40;
const PANEL = 360;
const DRAWN = (PANEL * PANEL_HEIGHT) / 1_000;
const GAP = 20;
const PAD = 14;
const TITLE = 24;
const TEXT = 15;
/** Of words on a drawing, in thousandths of its width; as on the screen. */
const ON_DRAWING = 42;

type Placed = { pieces: string[]; box: Box };

export function galleryBox(board: GalleryExport, look: WallLook): Box {
  return placed(board, look).box;
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function gallerySvg(board: GalleryExport, look: WallLook, part?: Box): string {
  const { pieces, box } = placed(board, look);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, part ?? box);
}

function placed(board: GalleryExport, look: WallLook): Placed {
  const { exhibits } = board.gallery;
  const across = Math.max(1, ...exhibits.map(({ panels }) => panels.length));
  const w = across * (PANEL + GAP) - GAP;
  const pieces: string[] = [];
  let y = 0;
  for (const exhibit of exhibits) {
    const drawn = exhibitSvg(exhibit, { board, look, y });
    pieces.push(...drawn.pieces);
    y = drawn.bottom + 2 * GAP;
  }
  const h = Math.max(DRAWN, y - 2 * GAP);
  return { pieces, box: { x: -MARGIN, y: -MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN } };
}

function exhibitSvg(
  exhibit: Exhibit,
  { board, look, y }: { board: GalleryExport; look: WallLook; y: number },
): { pieces: string[]; bottom: number } {
  const { id, number, title, panels } = exhibit;
  const w = Math.max(1, panels.length) * (PANEL + GAP) - GAP;
  const named = title.trim() === '' ? board.untitled(number) : `${number}. ${title.trim()}`;
  const head = paragraph(named, { x: 0, y, w, look, size: TITLE, weight: 650, titled: true });
  const top = y + head.height + 8;
  const words = panels.map((panel) => wordsBelow(panel, look));
  const height = DRAWN + 2 * PAD + Math.max(TEXT, ...words.map((one) => one(0, 0).height));
  const sheets = panels.map((panel, at) => {
    const x = at * (PANEL + GAP);
    return [
      card({ x, y: top, w: PANEL, h: height }, look.palette.papers.white.paper),
      panelSvg(panel, { x, y: top, look }),
      words[at]?.(x, top + DRAWN + PAD).svg ?? '',
    ].join('');
  });
  const below = [
    ...board.gallery.standouts
      .filter((one) => one.exhibit === id && one.text.trim() !== '')
      .map(({ sign, text }) => `${board.signs[sign]}: ${text.trim()}`),
    ...board.gallery.questions.filter((one) => one.exhibit === id).map(({ text }) => `? ${text}`),
  ];
  let bottom = top + height;
  const lines = below.map((text) => {
    const line = paragraph(text, { x: 0, y: bottom + 8, w, look, size: TEXT, weight: 550 });
    bottom += 8 + line.height;
    return line.svg;
  });
  return { pieces: [head.svg, ...sheets, ...lines], bottom };
}

/** What was written below a panel, or, of a drawing without words, what it shows. */
function wordsBelow({ words, description }: ExhibitPanel, look: WallLook) {
  const text = words.trim() === '' ? description : words;
  const w = PANEL - 2 * PAD;
  return (x: number, y: number) =>
    paragraph(text, { x: x + PAD, y, w, look, size: TEXT, weight: 550 });
}

function panelSvg(
  panel: ExhibitPanel,
  { x, y, look }: { x: number; y: number; look: WallLook },
): string {
  const place = { x, y, w: PANEL, h: DRAWN };
  return sketchPartSvg(panel, { place, look, crop: [0, 0, 1_000, PANEL_HEIGHT] });
}

/** A rectangle of a panel of a sketch, in thousandths of its width, cut off at its edge and laid in that place. */
export function sketchPartSvg(
  { strokes, texts, picture }: ExhibitPanel,
  {
    place: { x, y, w, h },
    look,
    crop,
  }: { place: Box; look: WallLook; crop: readonly [number, number, number, number] },
): string {
  const address = picture ? look.pictures.get(picture.id) : undefined;
  const photo = picture && address !== undefined ? photoSvg(picture, address) : '';
  const written = texts.map(({ at: [left, top], color, text }) =>
    element(
      'text',
      { 'font-size': ON_DRAWING, 'font-weight': 600, fill: inkPaints[color] },
      text
        .split('\n')
        .map((row, line) =>
          element('tspan', { x: left, y: top + ON_DRAWING * (0.9 + 1.2 * line) }, escapeXml(row)),
        )
        .join(''),
    ),
  );
  // Cut off at the edge of its own panel, as on the screen.
  return element(
    'svg',
    {
      ...{ x: short(x), y: short(y), width: short(w), height: short(h), overflow: 'hidden' },
      viewBox: crop.join(' '),
    },
    [photo, inkSvg(strokes), ...written].join(''),
  );
}

/** The part of it that was cut out, as large as fits, in the middle. */
function photoSvg(
  { width, height, crop }: NonNullable<ExhibitPanel['picture']>,
  href: string,
): string {
  const [left, top, across, down] = crop;
  const scale = Math.min(1_000 / (across * width), PANEL_HEIGHT / (down * height));
  const [w, h] = [across * width * scale, down * height * scale];
  const image = element('image', {
    ...{ href, preserveAspectRatio: 'none', width: short(width * scale) },
    ...{ height: short(height * scale), x: short(-left * width * scale) },
    y: short(-top * height * scale),
  });
  return element(
    'svg',
    {
      ...{ x: short((1_000 - w) / 2), y: short((PANEL_HEIGHT - h) / 2), width: short(w) },
      ...{ height: short(h), overflow: 'hidden' },
    },
    image,
  );
}
