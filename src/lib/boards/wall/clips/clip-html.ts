/**
 * What goes to the clipboard when notes are copied: lines for any other program, and beside them our
 * own clip in an attribute, which browsers keep and word processors ignore. Pure.
 */
const ATTRIBUTE = 'data-sprintkamer-clip';

export type Written = { readonly text: string; readonly html: string };

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One line of text, whatever lines it had. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

/** @param clip of the document, as text. @param texts of the notes; empty ones have no line. */
export function writtenClip(clip: string, texts: readonly string[]): Written {
  const lines = texts.map(oneLine).filter((line) => line !== '');
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return {
    text: lines.join('\n'),
    html: `<meta charset="utf-8"><div ${ATTRIBUTE}="${encodeURIComponent(clip)}">${paragraphs}</div>`,
  };
}

/** @returns our clip in pasted HTML, not yet checked; undefined when there is none. */
export function clipIn(html: string): string | undefined {
  const found = new RegExp(`${ATTRIBUTE}="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found);
  } catch {
    return undefined;
  }
}
