/** Brings a table in as notes and says what was left out. Fetched when a table is first brought in. */
import { toast } from 'svelte-sonner';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { clipOfTable } from './csv-clip';
import { layClip } from './lay-clip';

/** @param source text of a CSV file, or cells as a spreadsheet copies them. */
export function importTable(board: Board, source: string): void {
  const table = clipOfTable(source, { paper: board.manners.paper });
  if (!table) {
    toast(m.board_import_nothing());
    return;
  }
  if (!layClip(board, table.clip)) {
    toast(m.board_import_refused());
    return;
  }
  const left = [
    table.over > 0 ? m.board_import_over({ count: table.over, most: table.notes }) : '',
    table.cut > 0 ? m.board_import_cut({ count: table.cut }) : '',
  ].filter(Boolean);
  if (left.length > 0) toast(left.join(' '), { duration: 12_000 });
}
