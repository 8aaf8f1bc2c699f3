/** Strokes as paths of an SVG, in thousandths of their frame's width. Pure. */
import { shapeOfInk } from '$lib/ink/stroke-shape';
import { element } from './svg-text';

/** @param strokes each the bytes of one, from below to above; what is no ink is left out. */
export function inkSvg(strokes: readonly Uint8Array[]): string {
  const paths = strokes.flatMap((ink) => {
    const shape = shapeOfInk(ink);
    if (!shape) return [];
    const { d, color, opacity, line } = shape;
    const paint =
      line === null
        ? { fill: color }
        : { fill: 'none', stroke: color, 'stroke-width': line, 'stroke-linejoin': 'round' };
    return [element('path', { d, opacity, ...paint })];
  });
  return paths.join('');
}
