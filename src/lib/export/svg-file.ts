/** A drawing as a whole SVG file: its title, its typefaces, the ground and the pieces on it. Pure. */
import type { Box } from '$lib/plane/viewport';
import { element, escapeXml, short } from './svg-text';
import { TEXT_FAMILY, type WallLook } from './wall-look';

/** @param part of the drawing that is shown, in its own units. */
export function svgFile(
  { names, pieces }: { names: readonly string[]; pieces: readonly string[] },
  look: WallLook,
  part: Box,
): string {
  const title = names.filter((name) => name !== '').join(' - ');
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [part.x, part.y, part.w, part.h].map(short).join(' '),
      ...{ width: part.w, height: part.h, 'font-family': TEXT_FAMILY },
    },
    [
      `<title>${escapeXml(title)}</title>`,
      look.fontCss === '' ? '' : `<style>${look.fontCss}</style>`,
      element('rect', {
        ...{ x: part.x, y: part.y, width: part.w, height: part.h, fill: look.palette.wall },
      }),
      ...pieces,
    ]
      .filter((piece) => piece !== '')
      .join('\n'),
  );
}
