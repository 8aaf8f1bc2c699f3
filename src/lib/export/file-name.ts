/** The name under which an export is kept: sprint, board and date, in letters that every disk takes. */

const LONGEST_PART = 40;

/** @param at the moment of the board, in ms; the date is that of the reader's own clock. */
export function exportFileName(
  { sprint, board, at }: { sprint: string; board: string; at: number },
  extension: string,
): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const name = [slug(sprint), slug(board), day].filter((part) => part !== '').join('-');
  return `${name}.${extension}`;
}

function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_PART)
    .replace(/^-|-$/g, '');
}
