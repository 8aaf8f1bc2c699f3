/** Copying and pasting without keys: by the browser's clipboard, which may ask the person first or refuse. */
import { toast } from 'svelte-sonner';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { layOnBoard, written } from './clipboard';
import { removeNotes } from '$lib/boards/wall/notes/remove-notes';

export async function copyByMenu(
  board: Board,
  ids: readonly string[],
  { cut = false }: { cut?: boolean } = {},
): Promise<void> {
  const content = written(board, ids);
  if (!content) return;
  const typed = (text: string, type: string): Blob => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': typed(content.text, 'text/plain'),
        'text/html': typed(content.html, 'text/html'),
      }),
    ]);
  } catch {
    toast(m.board_copy_refused());
    return;
  }
  if (cut) removeNotes(board, ids);
  else toast(m.board_copied({ count: ids.length }));
}

export async function pasteByMenu(board: Board): Promise<void> {
  try {
    const items = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item ? (await item.getType(type)).text() : '';
    };
    const content = { text: await read('text/plain'), html: await read('text/html') };
    if (!layOnBoard(board, content)) toast(m.board_paste_nothing());
  } catch {
    toast(m.board_paste_refused());
  }
}
