/**
 * A storyboard as an SVG of our own: its panels in rows, each with its number, what is drawn and all of
 * its words. On paper a sheet holds so many panels; on a picture all of them stand together. A part of a
 * sketch stands by its name: the sketch itself hangs in the museum. Pure.
 */
import {
  isOpenPoint,
  type PlainClip,
  type PlainPanel,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { PANEL_HEIGHT, PANEL_WIDTH } from '#document/kinds/storyboard/records';
import type { Box } from '$lib/plane/viewport';
import type { ExhibitPanel } from '#document/kinds/gallery/records';
import type { BoardExport } from './board-export';
import { sketchPartSvg } from './gallery-svg';
import { inkSvg } from './ink-svg';
import { card, paragraph } from './map-cards';
import { svgFile } from './svg-file';
import { element, short } from './svg-text';
import type { WallLook } from './wall-look';

export type StoryExport = Pick<BoardExport, 'sprint' | 'board'> & {
  readonly story: PlainStoryboard;
  /** 'uit schets 4'. */
  readonly clipWords: (number: number) => string;
  /** What a clip is a part of; undefined of a sketch that is not at hand. */
  readonly partOf?: (clip: PlainClip) => ExhibitPanel | undefined;
};

type Clips = Pick<StoryExport, 'clipWords' | 'partOf'>;

/** How many panels a sheet of paper may hold, with how many of them stand beside each other. */
export const perSheet = { 2: 2, 4: 2, 6: 3, 9: 3 } as const;
export type PerSheet = keyof typeof perSheet;

const MARGIN = 40;
const WIDTH = 320;
const DRAWN = (WIDTH * PANEL_HEIGHT) / PANEL_WIDTH;
const GAP = 24;
const PAD = 12;
const COLUMNS = 4;

export type StoryPart = {
  /** Panels from this one, counted from 0, and so many; all when left out. */
  readonly from?: number;
  readonly count?: number;
  readonly columns?: number;
};

type Placed = { pieces: string[]; box: Box };

export function storyBox(board: StoryExport, look: WallLook, part?: StoryPart): Box {
  return placed(board, look, part).box;
}

/** @param shown of the picture to draw, in its own units; the whole when left out. */
export function storySvg(
  board: StoryExport,
  look: WallLook,
  { part, shown }: { part?: StoryPart; shown?: Box } = {},
): string {
  const { pieces, box } = placed(board, look, part);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, shown ?? box);
}

function placed(
  { story, clipWords, partOf }: StoryExport,
  look: WallLook,
  { from = 0, count = story.panels.length, columns = COLUMNS }: StoryPart = {},
): Placed {
  const cards = story.panels
    .slice(from, from + count)
    .map((panel, at) => panelCard(panel, { number: from + at + 1, look, clipWords, partOf }));
  const pieces: string[] = [];
  let y = 0;
  for (let row = 0; row < cards.length; row += columns) {
    const beside = cards.slice(row, row + columns);
    const height = Math.max(...beside.map((one) => one.height));
    pieces.push(...beside.map((one, at) => one.draw(at * (WIDTH + GAP), y, height)));
    y += height + GAP;
  }
  const across = Math.max(1, Math.min(columns, cards.length));
  const w = across * (WIDTH + GAP) - GAP + 2 * MARGIN;
  return { pieces, box: { x: -MARGIN, y: -MARGIN, w, h: Math.max(DRAWN, y - GAP) + 2 * MARGIN } };
}

/** Its height follows from its words; it is drawn as high as the highest of its row. */
function panelCard(
  panel: PlainPanel,
  { number, look, ...clipping }: { number: number; look: WallLook } & Clips,
): { height: number; draw: (x: number, y: number, height: number) => string } {
  const inside = WIDTH - 2 * PAD;
  const words = [
    { text: panel.title, weight: 700 },
    { text: panel.caption, weight: 550 },
    ...panel.points.filter(isOpenPoint).map(({ text }) => ({ text: `? ${text}`, weight: 550 })),
  ].filter(({ text }) => text.trim() !== '');
  const draw = (x: number, y: number, height: number): string => {
    let top = y + DRAWN + PAD;
    const lines = words.map(({ text, weight }) => {
      const line = paragraph(text, { x: x + PAD, y: top, w: inside, look, size: 15, weight });
      top += line.height + 4;
      return line.svg;
    });
    const sign = paragraph(String(number), {
      ...{ x: x + 8, y: y + 8, w: 34, look, size: 15, weight: 700 },
    });
    return [
      card({ x, y, w: WIDTH, h: height }, look.palette.papers.white.paper),
      drawingSvg(panel, { x, y, look, ...clipping }),
      element('path', {
        ...{ d: `M${short(x)} ${short(y + DRAWN)}H${short(x + WIDTH)}`, fill: 'none' },
        ...{ stroke: look.palette.ink, 'stroke-width': 0.6, 'stroke-opacity': 0.35 },
      }),
      sign.svg,
      ...lines,
    ].join('');
  };
  const heights = words.map(
    ({ text, weight }) =>
      paragraph(text, { x: 0, y: 0, w: inside, look, size: 15, weight }).height + 4,
  );
  const height =
    DRAWN +
    2 * PAD +
    Math.max(
      20,
      heights.reduce((sum, one) => sum + one, 0),
    );
  return { height, draw };
}

function drawingSvg(
  { clips, strokes }: PlainPanel,
  { x, y, look, ...clipping }: { x: number; y: number; look: WallLook } & Clips,
): string {
  const scale = WIDTH / PANEL_WIDTH;
  const parts = clips.map((clip) => clipSvg(clip, look, clipping));
  // Cut off at the edge of its own panel, as on the screen.
  return element(
    'svg',
    {
      ...{ x: short(x), y: short(y), width: WIDTH, height: short(DRAWN), overflow: 'hidden' },
      viewBox: `0 0 ${PANEL_WIDTH} ${short(DRAWN / scale)}`,
    },
    [...parts, inkSvg(strokes.map(({ ink }) => ink))].join(''),
  );
}

function clipSvg(clip: PlainClip, look: WallLook, { clipWords, partOf }: Clips): string {
  const { at, width, crop, turn } = clip;
  const [, , w, h] = crop;
  const height = Math.min(PANEL_HEIGHT, (width * h) / Math.max(1, w));
  const place = { x: -width / 2, y: -height / 2, w: width, h: height };
  const frame = card(place, look.palette.papers.yellow.paper);
  const part = partOf?.(clip);
  const drawn = part ? sketchPartSvg(part, { place, look, crop }) : '';
  // Over the middle where nothing is drawn, else at the foot.
  const y = part ? height / 2 - 46 : -24;
  const name = paragraph(clipWords(clip.number), {
    ...{ x: place.x + 10, y, w: width - 20, look, size: 40, weight: 600, centred: true },
  });
  const transform = `translate(${short(at[0])} ${short(at[1])}) rotate(${turn})`;
  return element('g', { transform }, frame + drawn + name.svg);
}
