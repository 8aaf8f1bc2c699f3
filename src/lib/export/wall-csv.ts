/** A wall as a table, one row per note in reading order. Pure. */
import { afterPrefix } from '#domain/exercises/prefix';
import { picturePath } from '#protocol/pictures';
import type { WallExport } from './board-export';
import { csvFile } from './csv-file';

export type WallCsvWords = {
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

/** @returns the whole file as text. The columns of dots and choice are there only when results are. */
export function wallCsv(board: WallExport, words: WallCsvWords): string {
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
  const used = new Set(board.wall.notes.map(({ group }) => group));
  // What a group without notes is called is somebody's words as well.
  const empty = board.wall.groups
    .filter(({ id, label }) => !used.has(id) && label.trim() !== '')
    .map(({ label }) => [label.trim(), '', '', '', '', ...(hasResults ? ['', ''] : []), '']);
  const head = [...columns, ...(hasResults ? results : []), headings.picture];
  return csvFile([head, ...rows, ...empty]);
}

function resultCells(
  { dots, chosen, wall }: WallExport,
  id: string,
  { yes }: WallCsvWords,
): string[] {
  const isTop = wall.notes.some((note) => note.id === id && note.top === id);
  return [isTop ? String(dots?.get(id) ?? 0) : '', chosen.has(id) ? yes : ''];
}

/** Notes of one stack share a number; a note that lies alone has none. */
function stackNumbers({ wall }: WallExport): Map<string, number> {
  const tops = wall.notes.filter((note) => note.beneath.length > 0).map((note) => note.id);
  return new Map(tops.map((id, index) => [id, index + 1]));
}
