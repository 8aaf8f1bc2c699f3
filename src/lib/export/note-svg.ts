/** One note, alone or on top of its stack, as SVG: the same paper, lines and signs as on the board. Pure. */
import { prefixed } from '#domain/exercises/prefix';
import type { PlainNote } from '#document/plain';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { LINE_HEIGHT } from '$lib/boards/wall/notes/fit-text';
import type { WallExport } from './board-export';
import { element, escapeXml, short } from './svg-text';
import { TITLE_FAMILY, type WallLook } from './wall-look';
import { wrapText, type Line } from './wrap-text';

const PADDING = 14;
/** Foot of the paper, kept for signs. */
const FOOT = 20;
const SIGN_SIZE = 12;
/** Paper around a picture. */
const FRAME = 5;
/** A caption is at most this high; the picture has the rest. */
const CAPTION_LINES = 2;
const CAPTION_SIZE = 13;

type Drawing = { board: WallExport; look: WallLook; most: number };

export function noteSvg(note: PlainNote, drawing: Drawing): string {
  const { look, board } = drawing;
  const { paper, edge, edgeDeep } = look.palette.papers[note.color];
  const sheet = (by: number, fill: string, inset = 0): string =>
    element('rect', {
      ...{ x: by + inset, y: by + inset, rx: 3, fill },
      ...{ width: NOTE_WIDTH - 2 * inset, height: NOTE_HEIGHT - 2 * inset },
    });
  const shade = element('rect', {
    ...{ x: 0, y: 1.5, width: NOTE_WIDTH, height: NOTE_HEIGHT, rx: 3 },
    ...{ fill: '#000000', 'fill-opacity': 0.13 },
  });
  const pieces = [
    shade,
    note.beneath.length > 1 ? sheet(10, edgeDeep, 2) : '',
    note.beneath.length > 0 ? sheet(5, edge, 1) : '',
    sheet(0, paper),
    board.chosen.has(note.id) ? ring(look.palette.dot) : '',
    note.picture ? pictureSvg(note, drawing) : textSvg(note.text.trim(), drawing),
    signsSvg(note, drawing),
  ];
  const { x, y } = note.place;
  return element('g', { transform: `translate(${short(x)} ${short(y)})` }, pieces.join(''));
}

function ring(stroke: string): string {
  return element('rect', {
    ...{ x: -5.5, y: -5.5, width: NOTE_WIDTH + 11, height: NOTE_HEIGHT + 11, rx: 8 },
    ...{ fill: 'none', stroke, 'stroke-width': 3 },
  });
}

function textSvg(text: string, { board, look }: Drawing): string {
  const { prefix } = board;
  const whole = prefixed(text, prefix);
  const size = look.sizeOf(whole);
  const width = NOTE_WIDTH - 2 * PADDING;
  const lines = wrapText(whole, { size, width, measure: look.measure });
  const room = Math.floor((NOTE_HEIGHT - PADDING - FOOT) / (size * LINE_HEIGHT));
  return linesSvg(shortened(lines, room), {
    ...{ size, top: PADDING, fill: look.palette.paperInk },
    soft: { until: prefix.length, fill: look.palette.paperInkSoft },
  });
}

function shortened(lines: readonly Line[], most: number): readonly Line[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  return last ? [...kept.slice(0, -1), { ...last, text: `${last.text.trimEnd()}…` }] : kept;
}

function linesSvg(
  lines: readonly Line[],
  style: {
    size: number;
    top: number;
    left?: number;
    fill: string;
    soft?: { until: number; fill: string };
  },
): string {
  const { size, top, left = PADDING, fill, soft } = style;
  const leading = size * LINE_HEIGHT;
  const rows = lines.map(({ text, start }, index) => {
    const split = Math.max(0, Math.min(text.length, (soft?.until ?? 0) - start));
    const begin =
      split === 0 || !soft
        ? ''
        : element(
            'tspan',
            { fill: soft.fill, 'font-weight': 650 },
            escapeXml(text.slice(0, split)),
          );
    // The first line's letters stand on about four fifths of its height.
    const y = top + leading * index + leading / 2 + size * 0.35;
    return element('tspan', { x: left, y }, `${begin}${escapeXml(text.slice(split))}`);
  });
  const style500 = { 'font-size': size, 'font-weight': 500, fill, 'xml:space': 'preserve' };
  return rows.length === 0 ? '' : element('text', style500, rows.join(''));
}

/** The picture fills its part of the paper, as on the board, its caption under it. One that could not be had leaves its caption. */
function pictureSvg(note: PlainNote, drawing: Drawing): string {
  const { look, board } = drawing;
  const address = look.pictures.get(note.picture?.id ?? '');
  const caption = note.text.trim();
  if (address === undefined) return textSvg(caption, drawing);
  const across = NOTE_WIDTH - 2 * FRAME;
  const size = CAPTION_SIZE;
  const wrapped =
    caption === '' ? [] : wrapText(caption, { size, width: across - 6, measure: look.measure });
  const lines = shortened(wrapped, CAPTION_LINES);
  const signed = note.author !== undefined || note.beneath.length > 0 || board.dots !== null;
  const below = (lines.length > 0 ? lines.length * size * LINE_HEIGHT + 4 : 0) + (signed ? 17 : 0);
  const height = NOTE_HEIGHT - 2 * FRAME - below;
  return [
    element('image', {
      ...{ x: FRAME, y: FRAME, width: across, height, href: address },
      preserveAspectRatio: 'xMidYMid slice',
    }),
    linesSvg(lines, {
      size,
      top: FRAME + height + 4,
      left: FRAME + 3,
      fill: look.palette.paperInk,
    }),
  ].join('');
}

function signsSvg(note: PlainNote, { board, look, most }: Drawing): string {
  const { palette, words, measure } = look;
  const dots = board.dots?.get(note.id) ?? 0;
  const foot = NOTE_HEIGHT - 9;
  const bold = { 'font-size': SIGN_SIZE, 'font-weight': 600 };
  const pieces: string[] = [];
  let left = PADDING;
  if (dots > 0) {
    const across = 19 + 9 * Math.sqrt(dots / most);
    const middle = { x: left + across / 2, y: NOTE_HEIGHT - 7 - across / 2 };
    pieces.push(
      element('circle', { cx: middle.x, cy: middle.y, r: across / 2, fill: palette.dot }),
      element(
        'text',
        {
          ...{ x: middle.x, y: middle.y + across * 0.2, 'text-anchor': 'middle' },
          ...{ 'font-family': TITLE_FAMILY, 'font-size': across * 0.56, 'font-weight': 700 },
          fill: palette.onDot,
        },
        String(dots),
      ),
    );
    left += across + 8;
  }
  if (board.chosen.has(note.id)) {
    const width = measure(words.chosen) * SIGN_SIZE + 20;
    pieces.push(
      element('rect', { x: left, y: foot - 13, width, height: 19, rx: 9.5, fill: palette.dot }),
      element(
        'text',
        { ...bold, x: left + 9, y: foot + 1, fill: palette.onDot },
        escapeXml(words.chosen),
      ),
    );
  }
  const end = [note.author, note.beneath.length > 0 ? `×${note.beneath.length + 1}` : undefined]
    .filter((sign) => sign !== undefined)
    .join('  ');
  if (end !== '') {
    pieces.push(
      element(
        'text',
        { ...bold, x: NOTE_WIDTH - 10, y: foot + 1, 'text-anchor': 'end', fill: palette.paperInk },
        escapeXml(end),
      ),
    );
  }
  return pieces.join('');
}
