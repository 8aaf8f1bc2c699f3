/** Files that are dropped on the board, pasted or chosen: a table becomes notes, the rest goes to who takes pictures. */
import { toast } from 'svelte-sonner';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { textOfFile } from './file-text';
import type { Point } from '$lib/plane/viewport';

/** A table of 500 notes is far smaller; more is surely something else. */
const MOST_BYTES = 5_000_000;
const TABLE = /\.(csv|tsv|txt)$/i;
const TABLE_TYPE = /^text\/(csv|tab-separated-values|plain)$/;

export function isTableFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return TABLE.test(name) || TABLE_TYPE.test(type);
}

/** @param at where they were dropped, on the plane; null: in the middle of the view. */
export async function boardFiles(
  board: Board,
  files: readonly File[],
  at: Point | null,
): Promise<void> {
  const tables = files.filter(isTableFile);
  const others = files.filter((file) => !isTableFile(file));
  if (others.length > 0) {
    if (board.onFiles) board.onFiles(others, at);
    else toast(m.board_import_not_a_table());
  }
  for (const file of tables) {
    if (file.size > MOST_BYTES) toast(m.board_import_too_large({ name: file.name }));
    else await importFile(board, file);
  }
}

async function importFile(board: Board, file: File): Promise<void> {
  const part = await import('./import-table').catch(() => null);
  if (!part) {
    toast.error(m.frame_part_failed());
    return;
  }
  part.importTable(board, textOfFile(await file.arrayBuffer()));
}
