/** The page's own typefaces as `@font-face` rules with the files inside, for an SVG that stands on its own. */
import titleLatin from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url';
import textLatinExt from '@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2?url';
import textLatin from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import { dataAddress } from './data-address';

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122';
const LATIN_EXT = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20AD-20C0';

/** @returns '' for a typeface that cannot be had (no connection): the reader's own does then. */
export async function fontCss(signal?: AbortSignal): Promise<string> {
  const faces = await Promise.all([
    face('Figtree Variable', { file: textLatin, range: LATIN, weights: '300 900' }, signal),
    face('Figtree Variable', { file: textLatinExt, range: LATIN_EXT, weights: '300 900' }, signal),
    face(
      'Bricolage Grotesque Variable',
      { file: titleLatin, range: LATIN, weights: '200 800' },
      signal,
    ),
  ]);
  return faces.join('');
}

async function face(
  family: string,
  { file, range, weights }: { file: string; range: string; weights: string },
  signal?: AbortSignal,
): Promise<string> {
  const address = await dataAddress(file, signal);
  if (address === undefined) return '';
  return `@font-face{font-family:'${family}';font-weight:${weights};src:url(${address}) format('woff2');unicode-range:${range}}`;
}
