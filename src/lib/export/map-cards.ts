/** The parts of which a map on paper is made: a card, and words in lines. Pure. */
import { element, escapeXml } from './svg-text';
import { TITLE_FAMILY, type WallLook } from './wall-look';
import { wrapText } from './wrap-text';

const LEADING = 1.25;

export type Placed = { readonly pieces: readonly string[]; readonly bottom: number };

type Frame = { x: number; y: number; w: number; h: number };

/** A sheet of paper; with `stroke` only its outline and its fill. */
export function card({ x, y, w, h }: Frame, fill: string, stroke?: string): string {
  const place = { x, y, width: w, height: h, rx: stroke ? Math.min(14, h / 2) : 3 };
  if (stroke) return element('rect', { ...place, fill, stroke });
  const shade = { ...place, y: y + 1.5, fill: '#000000', 'fill-opacity': 0.13 };
  return element('rect', shade) + element('rect', { ...place, fill });
}

type Words = {
  x: number;
  y: number;
  w: number;
  /** Of the frame in whose height `middle` puts it. */
  h?: number;
  look: WallLook;
  size: number;
  weight: number;
  titled?: boolean;
  middle?: boolean;
  /** Each line in the middle of the width. */
  centred?: boolean;
};

/** Words in as many lines as they need. @returns their drawing and their height; nothing for no words. */
export function paragraph(
  text: string,
  { x, y, w, h = 0, look, size, weight, titled = false, middle = false, centred = false }: Words,
): { svg: string; height: number } {
  const whole = text.trim();
  if (whole === '') return { svg: '', height: 0 };
  const measure = titled ? look.measureTitle : look.measure;
  const padding = middle ? 10 : 0;
  const lines = wrapText(whole, { size, width: w - 2 * padding, measure });
  const height = lines.length * size * LEADING;
  const top = middle ? y + Math.max(0, (h - height) / 2) : y;
  const rows = lines.map(({ text: line }, at) =>
    element(
      'tspan',
      { x: centred ? x + w / 2 : x + padding, y: top + (at + 0.5) * size * LEADING + size * 0.35 },
      escapeXml(line),
    ),
  );
  const svg = element(
    'text',
    {
      ...{ 'font-size': size, 'font-weight': weight, fill: look.palette.paperInk },
      ...(titled && { 'font-family': TITLE_FAMILY }),
      ...(centred && { 'text-anchor': 'middle' }),
      'xml:space': 'preserve',
    },
    rows.join(''),
  );
  return { svg, height };
}
