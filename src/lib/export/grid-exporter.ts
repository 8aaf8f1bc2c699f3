/** The grid of a test to take along: as a table that is drawn, as a line per observation, and as data. No customer has a name in it. */
import { isEmptyGrid, type PlainGrid } from '#document/kinds/grid/plain';
import { gridColumns } from '$lib/boards/grid/grid-columns';
import { markName, rowWords, talkTime } from '$lib/boards/grid/grid-words';
import { m } from '$lib/paraglide/messages';
import { answerData, answerLines, answerRows } from './answers-words';
import { csvFile } from './csv-file';
import type { BoardExport } from './board-export';
import type { Exporter } from './exporter';
import { gridBox, gridSvg, type GridDrawing } from './grid-svg';

export function gridExporter(
  { sprint, board, language }: Pick<BoardExport, 'sprint' | 'board' | 'language'>,
  grid: PlainGrid,
): Exporter {
  const rowOf = (id: string | null): string => {
    const row = grid.rows.find((one) => one.id === id);
    return row ? rowWords(row.title) : m.testing_row_none();
  };
  const drawing: GridDrawing = {
    ...{ sprint, board, grid, rowOf, below: answerLines(grid, language) },
    columns: gridColumns([], grid.observations).map(({ label }) => label),
  };
  const patterns = grid.patterns.filter(({ aside }) => !aside);
  return {
    isEmpty: isEmptyGrid(grid),
    count: grid.observations.length,
    pictures: [],
    paint(look) {
      const box = gridBox(drawing, look);
      return { box, svg: (part = box) => gridSvg(drawing, look, part) };
    },
    csv: () =>
      csvFile([
        [
          ...[m.testing_csv_customer(), m.testing_csv_row(), m.history_csv_text()],
          ...[m.testing_mark(), m.testing_strong(), m.testing_quote()],
          ...[m.testing_csv_time(), m.history_csv_author()],
        ],
        ...grid.observations.map((one) => [
          ...[one.customer, rowOf(one.row), one.text.trim(), markName(one.mark)],
          ...[one.strong ? m.history_csv_yes() : '', one.quote ? m.history_csv_yes() : ''],
          ...[talkTime(one.seconds), one.author],
        ]),
        // What nobody saw anything of, and what the team calls a pattern, have no customer.
        ...grid.rows
          .filter(({ id }) => !grid.observations.some(({ row }) => row === id))
          .map(({ id }) => ['', rowOf(id), '', '', '', '', '', '']),
        ...patterns.map(({ row, mark, name }) => [
          ...[m.testing_csv_pattern(), rowOf(row), name.trim(), markName(mark), '', '', '', ''],
        ]),
        ...answerRows(grid, language),
      ]),
    json: () => ({
      grid: {
        rows: grid.rows.map(({ id, title }) => ({ id, title: title.trim() })),
        observations: grid.observations.map(({ order: _, by: __, ...one }) => one),
        patterns: patterns.map(({ id, row, mark, name, gap }) => ({
          ...{ id, row, mark, gap, name: name.trim() },
        })),
        ...answerData(grid, language),
      },
    }),
  };
}
