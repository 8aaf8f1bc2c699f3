/**
 * A wall as an SVG of our own, faithful to the board: paper, stacks, groups with their labels, text
 * in the board's sizes and lines, dots and the Decider's choice. Pure: what the browser knows comes
 * in as a look. Also draws a part of the wall, for a PNG that is made piece by piece.
 */
import { byDrawing } from '#document/order';
import type { PlainGroup } from '#document/plain';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { boundsOf, overlaps, type Box } from '$lib/plane/viewport';
import { topNotes, type WallExport } from './board-export';
import { noteSvg } from './note-svg';
import { element, escapeXml, short } from './svg-text';
import { TEXT_FAMILY, TITLE_FAMILY, type WallLook } from './wall-look';

/** Wall around what is drawn; holds a label that sticks out, shadows and stacks. */
const MARGIN = 48;
const LABEL_SIZE = 19;

/** The part of the plane that a picture of this wall shows; a small empty one where nothing lies. */
export function wallBox({ wall }: Pick<WallExport, 'wall'>): Box {
  const notes = topNotes(wall).map(({ place }) => ({ ...place, w: NOTE_WIDTH, h: NOTE_HEIGHT }));
  const all = boundsOf([...wall.groups.map((group) => group.box), ...notes]);
  const { x, y, w, h } = all ?? { x: 0, y: 0, w: 320, h: 200 };
  return { x: x - MARGIN, y: y - MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN };
}

/** @param part of the plane to draw, in its own units; the whole wall when left out. */
export function wallSvg(board: WallExport, look: WallLook, part: Box = wallBox(board)): string {
  const reach = {
    x: part.x - MARGIN,
    y: part.y - MARGIN,
    w: part.w + 2 * MARGIN,
    h: part.h + 2 * MARGIN,
  };
  const groups = board.wall.groups.filter((group) => overlaps(group.box, reach));
  const notes = topNotes(board.wall)
    .filter(({ place }) => overlaps({ ...place, w: NOTE_WIDTH, h: NOTE_HEIGHT }, reach))
    .sort(byDrawing);
  const most = Math.max(1, ...(board.dots?.values() ?? []));
  const title = [board.sprint, board.board].filter((name) => name !== '').join(' - ');
  const inside = [
    `<title>${escapeXml(title)}</title>`,
    look.fontCss === '' ? '' : `<style>${look.fontCss}</style>`,
    element('rect', { ...rectOf(part), fill: look.palette.wall }),
    ...groups.map((group) => groupSvg(group, look)),
    ...notes.map((note) => noteSvg(note, { board, look, most })),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [part.x, part.y, part.w, part.h].map(short).join(' '),
      width: part.w,
      height: part.h,
      'font-family': TEXT_FAMILY,
    },
    inside.filter((piece) => piece !== '').join('\n'),
  );
}

function groupSvg({ box, label }: PlainGroup, { palette, measureTitle, words }: WallLook): string {
  const name = label.trim() || words.unnamedGroup;
  const width = Math.min(box.w - 40, measureTitle(name) * LABEL_SIZE + LABEL_SIZE);
  return [
    element('rect', {
      ...rectOf(box),
      ...{ rx: 14, fill: palette.groupFill, stroke: palette.groupLine, 'stroke-dasharray': '4 3' },
    }),
    element('rect', {
      ...{ x: box.x + 16, y: box.y - 16, width, height: 30, rx: 6, fill: palette.wall },
    }),
    element(
      'text',
      {
        ...{ x: box.x + 16 + LABEL_SIZE / 2, y: box.y + 5, fill: palette.ink },
        ...{ 'font-family': TITLE_FAMILY, 'font-size': LABEL_SIZE, 'font-weight': 650 },
      },
      escapeXml(cut(name, width - LABEL_SIZE, (words) => measureTitle(words) * LABEL_SIZE)),
    ),
  ].join('');
}

/** As much as fits, with an ellipsis where something is left out. */
export function cut(words: string, width: number, measure: (words: string) => number): string {
  if (measure(words) <= width + 1) return words;
  const letters = [...words];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function rectOf({ x, y, w, h }: Box): { x: number; y: number; width: number; height: number } {
  return { x, y, width: w, height: h };
}
