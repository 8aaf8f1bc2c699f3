/**
 * Widths of words in the notes' typeface, measured once by the browser's own canvas and kept: the
 * same words return on every note. On the server, where no note is laid out, a fair estimate.
 */
import type { Measure } from './fit-text';

const PROBE_PX = 100;
/** Words kept; a wall of a thousand notes holds fewer different ones. */
const KEEP = 20_000;

/** @param family the CSS font family, resolved. @returns width of a piece of text at 1 px. */
export function wordMeasure(family: string): Measure {
  const context =
    typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!context) return (piece) => piece.length * 0.52;
  context.font = `500 ${PROBE_PX}px ${family}`;
  const widths = new Map<string, number>();
  return (piece) => {
    const known = widths.get(piece);
    if (known !== undefined) return known;
    const width = context.measureText(piece).width / PROBE_PX;
    if (widths.size < KEEP) widths.set(piece, width);
    return width;
  };
}
