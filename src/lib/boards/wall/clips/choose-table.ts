/** Lets the person choose a CSV file from their device. */
import { boardFiles } from './board-files';
import type { Board } from '$lib/boards/wall/board.svelte';

export function chooseTable(board: Board): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';
  field.addEventListener('change', () => void boardFiles(board, [...(field.files ?? [])], null));
  field.click();
}
