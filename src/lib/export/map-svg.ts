/**
 * A map as an SVG of our own: actors and their arrows, chapters with all that hangs under them, the
 * ending, the line of moods, and the ring round the target. Places are those of the screen; heights
 * follow from the words. Pure: what the browser knows comes in as a look.
 */
import { NEUTRAL_MOOD } from '#domain/map/mood';
import type { PlainActor, PlainChapter, PlainMap } from '#document/kinds/map/plain';
import {
  ACTOR_HEIGHT,
  ACTORS_WIDTH,
  CHAPTER_WIDTH,
  COLUMN,
  GAP,
  layoutOf,
  MOOD_HEIGHT,
  moodPath,
  moodY,
  type MapLayout,
} from '$lib/boards/map/map-layout';
import type { Box } from '$lib/plane/viewport';
import type { BoardExport } from './board-export';
import { card, paragraph, type Placed } from './map-cards';
import { svgFile } from './svg-file';
import { element, escapeXml, short } from './svg-text';
import type { WallLook } from './wall-look';

export type MapExport = Pick<BoardExport, 'sprint' | 'board' | 'prefix' | 'decision'> & {
  readonly map: PlainMap;
};

const MARGIN = 40;
const ACTOR_WIDTH = ACTORS_WIDTH - GAP;
const ENDING_WIDTH = 132;
const ROW_LEAST = 84;
/** From the foot of what hangs lowest to the moods. */
const ABOVE_MOODS = 36;
/** Words under a bead, at most three lines. */
const BELOW_MOODS = 56;

/** What a picture of this map shows, with the paper around it. */
export function mapBox(board: MapExport, look: WallLook): Box {
  const { width, height } = placed(board, look);
  return { x: -MARGIN, y: -MARGIN, w: width + 2 * MARGIN, h: height + 2 * MARGIN };
}

/** @param part of the picture to draw, in its own units; the whole when left out. */
export function mapSvg(board: MapExport, look: WallLook, part: Box = mapBox(board, look)): string {
  const { pieces } = placed(board, look);
  return svgFile({ names: [board.sprint, board.board], pieces }, look, part);
}

function placed(
  board: MapExport,
  look: WallLook,
): { pieces: string[]; width: number; height: number } {
  const { map } = board;
  const { palette } = look;
  const layout = layoutOf(map);
  const row = layout.lanesHeight;
  const cards = map.chapters.map((chapter, at) => chapterCard(chapter, { at, row, look }));
  const rowHeight = Math.max(ROW_LEAST, ...cards.map(({ height }) => height));
  const hanging = map.chapters.map((chapter, at) =>
    underChapter(chapter, { x: columnX(at), y: row + rowHeight + 12, board, look }),
  );
  const foot = Math.max(row + rowHeight, ...hanging.map(({ bottom }) => bottom));
  const moods = foot + ABOVE_MOODS;
  const width = columnX(Math.max(1, map.chapters.length)) + ENDING_WIDTH;
  const target = board.decision?.target;
  const pieces = [
    ...arrowsSvg(layout, palette.ink),
    ...layout.actors.map(({ actor, top }) => actorSvg(actor, top ?? row + 18, look)),
    ...cards.map((one) => one.draw(rowHeight)),
    ...joinsSvg(map, layout, { y: row + 41, ink: palette.ink }),
    endingSvg(map, { x: width - ENDING_WIDTH, y: row - 14, look }),
    ...hanging.flatMap(({ pieces: own }) => own),
    map.chapters.length === 0 ? '' : moodsSvg(map, { y: moods, look }),
    ...(target ? ringsSvg(map, layout, { target, row, rowHeight, stroke: palette.dot }) : []),
  ];
  return { pieces, width, height: moods + MOOD_HEIGHT + BELOW_MOODS };
}

const columnX = (at: number): number => ACTORS_WIDTH + at * COLUMN;

function actorSvg({ name }: PlainActor, y: number, look: WallLook): string {
  const box = { x: 0, y, w: ACTOR_WIDTH, h: ACTOR_HEIGHT };
  return card(box, look.palette.papers.white.paper).concat(
    paragraph(name, { ...box, look, size: 14, weight: 600, middle: true }).svg,
  );
}

/** Its height follows from its words; it is drawn as high as the highest of its row. */
function chapterCard(
  { title, assignments }: PlainChapter,
  { at, row, look }: { at: number; row: number; look: WallLook },
): { height: number; draw: (height: number) => string } {
  const { paper } = look.palette.papers.yellow;
  const [x, inside] = [columnX(at), CHAPTER_WIDTH - 18];
  const words = paragraph(title, {
    ...{ x: x + 9, y: row + 26, w: inside, look, size: 15, weight: 650, titled: true },
  });
  const names = paragraph(assignments.map(({ name }) => name).join(', '), {
    ...{ x: x + 9, y: row + 34 + words.height, w: inside, look, size: 13, weight: 600 },
  });
  const number = paragraph(String(at + 1), {
    ...{ x: x + 9, y: row + 8, w: inside, look, size: 13, weight: 650 },
  });
  return {
    height: 40 + words.height + (names.height > 0 ? names.height + 8 : 0),
    draw: (h) =>
      card({ x, y: row, w: CHAPTER_WIDTH, h }, paper) + number.svg + words.svg + names.svg,
  };
}

function underChapter(
  { touchpoints, gains, pains, pins }: PlainChapter,
  { x, y, board, look }: { x: number; y: number; board: MapExport; look: WallLook },
): Placed {
  const { papers, ink, wall } = look.palette;
  const things: { text: string; fill: string; stroke?: string }[] = [
    ...touchpoints.map(({ text }) => ({ text, fill: wall, stroke: ink })),
    ...pains.map(({ text }) => ({ text: `− ${text}`, fill: papers.pink.paper })),
    ...gains.map(({ text }) => ({ text: `+ ${text}`, fill: papers.green.paper })),
    ...pins.map(({ text, color, dots }) => ({
      text: [board.prefix, text.trim(), dots > 0 ? '●'.repeat(Math.min(dots, 12)) : '']
        .filter(Boolean)
        .join(' '),
      fill: papers[color].paper,
    })),
  ];
  let bottom = y;
  const pieces = things.map(({ text, fill, stroke }) => {
    const words = paragraph(text.trim(), {
      ...{ x: x + 8, y: bottom + 5, w: CHAPTER_WIDTH - 16, look, size: 13, weight: 500 },
    });
    const box = { x, y: bottom, w: CHAPTER_WIDTH, h: words.height + 10 };
    bottom += box.h + 5;
    return card(box, fill, stroke) + words.svg;
  });
  return { pieces, bottom };
}

function endingSvg(
  { ending }: PlainMap,
  { x, y, look }: { x: number; y: number; look: WallLook },
): string {
  const words = paragraph(ending, {
    ...{ x: x + 12, y: y + 14, w: ENDING_WIDTH - 24, look, size: 15, weight: 650, titled: true },
  });
  const box = { x, y, w: ENDING_WIDTH, h: Math.max(112, words.height + 28) };
  return card(box, look.palette.papers.green.paper) + words.svg;
}

function arrowsSvg({ arrows }: MapLayout, ink: string): string[] {
  return arrows.map(({ path, words, wordsAt }) => {
    const line = element('path', { d: path, fill: 'none', stroke: ink, 'stroke-width': 2 });
    const label =
      words.trim() === ''
        ? ''
        : element(
            'text',
            {
              ...{ x: wordsAt.x, y: wordsAt.y - 6, 'text-anchor': 'end' },
              ...{ 'font-size': 13, fill: ink },
            },
            escapeXml(words.trim()),
          );
    return element('g', { transform: `translate(${ACTORS_WIDTH} 0)` }, line + label);
  });
}

/** From chapter to chapter, into the first and on to the ending. */
function joinsSvg(
  { chapters }: PlainMap,
  { opening }: MapLayout,
  { y, ink }: { y: number; ink: string },
): string[] {
  const from = opening ? 0 : 1;
  return Array.from({ length: Math.max(0, chapters.length + 1 - from) }, (_, at) => {
    const x = columnX(at + from);
    const d = `M ${x - GAP + 2} ${y} L ${x - 2} ${y} M ${x - 7} ${y - 5} L ${x - 2} ${y} L ${x - 7} ${y + 5}`;
    return element('path', { d, fill: 'none', stroke: ink, 'stroke-width': 2 });
  });
}

function moodsSvg(
  { chapters, peak }: PlainMap,
  { y, look }: { y: number; look: WallLook },
): string {
  const { dot, wall } = look.palette;
  const line = element('path', {
    ...{ d: moodPath(chapters.map(({ mood }) => mood)), fill: 'none', stroke: dot },
    'stroke-width': 3,
  });
  const beads = chapters.map(({ id, mood, feeling }, at) => {
    const x = at * COLUMN + CHAPTER_WIDTH / 2;
    // As on the screen: what people remember of it, its peak and its end.
    const isRemembered = id === peak || at === chapters.length - 1;
    const bead = element('circle', {
      ...{ cx: x, cy: moodY(mood), r: isRemembered ? 7 : 5, fill: isRemembered ? wall : dot },
      ...(isRemembered && { stroke: dot, 'stroke-width': 3 }),
    });
    const words = (top: number) =>
      paragraph(feeling, {
        ...{ x: at * COLUMN, y: top, w: CHAPTER_WIDTH, look, size: 13, weight: 500 },
        centred: true,
      });
    // Above a high bead and below a low one the line does not run through them.
    const below = moodY(mood) + 12;
    const top = mood > NEUTRAL_MOOD ? moodY(mood) - 12 - words(below).height : below;
    return bead + words(top).svg;
  });
  return element(
    'g',
    { transform: `translate(${ACTORS_WIDTH} ${short(y)})` },
    line + beads.join(''),
  );
}

function ringsSvg(
  { chapters }: PlainMap,
  { actors }: MapLayout,
  {
    target,
    row,
    rowHeight,
    stroke,
  }: {
    target: { actorId: string; chapterId: string };
    row: number;
    rowHeight: number;
    stroke: string;
  },
): string[] {
  const ring = (box: Box): string =>
    element('ellipse', {
      ...{ cx: box.x + box.w / 2, cy: box.y + box.h / 2, rx: box.w * 0.6, ry: box.h * 0.68 },
      ...{ fill: 'none', stroke, 'stroke-width': 4 },
    });
  const at = chapters.findIndex(({ id }) => id === target.chapterId);
  const place = actors.find(({ actor }) => actor.id === target.actorId);
  return [
    ...(place ? [ring({ x: 0, y: place.top ?? row + 18, w: ACTOR_WIDTH, h: ACTOR_HEIGHT })] : []),
    ...(at === -1 ? [] : [ring({ x: columnX(at), y: row, w: CHAPTER_WIDTH, h: rowHeight })]),
  ];
}
