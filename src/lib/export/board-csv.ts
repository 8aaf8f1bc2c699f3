/**
 * A board as a table, one row per note in reading order (RFC 4180, CRLF, with a byte order mark so
 * that Excel reads the letters right). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that nobody's note is ever calculated.
 */
import { afterPrefix } from '#domain/exercises/prefix';
import { picturePath } from '#protocol/pictures';
import type { BoardExport } from './board-export';

export type CsvWords = {
  headings: {
    group: string;
    text: string;
    colour: string;
    stack: string;
    author: string;
    dots: string;
    chosen: string;
    picture: string;
  };
  colour(color: string): string;
  yes: string;
};

const BYTE_ORDER_MARK = '\uFEFF';

/** @returns the whole file as text. The columns of dots and choice are there only when results are. */
export function boardCsv(board: BoardExport, words: CsvWords): string {
  const { headings } = words;
  const labels = new Map(board.wall.groups.map((group) => [group.id, group.label.trim()]));
  const stacks = stackNumbers(board);
  const hasResults = board.dots !== null;
  const columns = [headings.group, headings.text, headings.colour, headings.stack, headings.author];
  const results = [headings.dots, headings.chosen];
  const rows = board.wall.notes.map((note) => [
    (note.group === null ? undefined : labels.get(note.group)) ?? '',
    (note.picture ? note.text : afterPrefix(note.text, board.prefix)).trim(),
    words.colour(note.color),
    stacks.get(note.top)?.toString() ?? '',
    note.author ?? '',
    ...(hasResults ? resultCells(board, note.id, words) : []),
    note.picture ? picturePath(board.sprintId, note.picture.id) : '',
  ]);
  const head = [...columns, ...(hasResults ? results : []), headings.picture];
  return csvFile([head, ...rows]);
}

/** Rows of cells as a whole file. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function resultCells({ dots, chosen, wall }: BoardExport, id: string, { yes }: CsvWords): string[] {
  const isTop = wall.notes.some((note) => note.id === id && note.top === id);
  return [isTop ? String(dots?.get(id) ?? 0) : '', chosen.has(id) ? yes : ''];
}

/** Notes of one stack share a number; a note that lies alone has none. */
function stackNumbers({ wall }: BoardExport): Map<string, number> {
  const tops = wall.notes.filter((note) => note.beneath.length > 0).map((note) => note.id);
  return new Map(tops.map((id, index) => [id, index + 1]));
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
