/**
 * Copying from and pasting onto the board through the system's clipboard: notes with their groups
 * from another board, a table, or a list of lines. What the person pastes becomes one step of undo.
 */
import { toast } from 'svelte-sonner';
import { CLIP_MAX_NOTES } from '#document/boards/clip';
import { m } from '$lib/paraglide/messages';
import { linesOf } from '$lib/room/wall/pasted-lines';
import { boardFiles } from './board-files';
import { isOurs } from '$lib/boards/wall/board-keys';
import type { Board } from '$lib/boards/wall/board.svelte';
import { clipIn, writtenClip, type Written } from './clip-html';
import { isTable } from './csv-words';
import { removeNotes } from '$lib/boards/wall/notes/remove-notes';

/**
 * @returns what the clipboard gets of these notes and groups; null when there is nothing to copy, or,
 * said, more than a clip holds: a part of it would be a loss when the rest is cut.
 */
export function written(board: Board, ids: readonly string[]): Written | null {
  const tops = ids.flatMap((id) => board.wall.group(id)?.noteIds ?? [id]);
  const within = new Set(tops.flatMap((id) => [id, ...(board.wall.note(id)?.beneath ?? [])]));
  if (within.size > CLIP_MAX_NOTES) {
    toast(m.board_copy_too_many({ most: CLIP_MAX_NOTES }));
    return null;
  }
  const clip = board.wall.copy([...ids]);
  if (clip === null) return null;
  return writtenClip(
    JSON.stringify(clip),
    [...within].map((id) => board.wall.note(id)?.text ?? ''),
  );
}

/** For a copy or cut event with nothing being edited. */
export function boardCopy(
  event: ClipboardEvent,
  { board, element }: { board: Board; element: HTMLElement },
): void {
  const ids = board.selection;
  if (event.defaultPrevented || ids.length === 0 || !isOurs(event.target, element)) return;
  // Words that the person marked on the page are what they want.
  if (getSelection()?.toString().trim()) return;
  const content = written(board, ids);
  if (!content) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', content.text);
  event.clipboardData?.setData('text/html', content.html);
  if (event.type === 'cut' && board.writable) removeNotes(board, ids);
  else toast(m.board_copied({ count: ids.length }));
}

/** For a paste with nothing being edited. */
export function boardPaste(
  event: ClipboardEvent,
  { board, element }: { board: Board; element: HTMLElement },
): void {
  if (event.defaultPrevented || !board.writable || !isOurs(event.target, element)) return;
  const data = event.clipboardData;
  if (!data) return;
  const text = data.getData('text/plain');
  const files = [...data.files];
  // A spreadsheet offers a picture of its cells beside their text.
  if (files.length > 0 && text.trim() === '') {
    event.preventDefault();
    void boardFiles(board, files, null);
  } else if (layOnBoard(board, { text, html: data.getData('text/html') })) event.preventDefault();
}

/** @returns whether it was something for the board. */
export function layOnBoard(board: Board, { text, html }: Written): boolean {
  const clip = board.manners.wide ? clipIn(html) : undefined;
  if (clip !== undefined) {
    void import('./lay-clip').then(
      ({ layClipText }) => layClipText(board, clip) || layLines(board, text),
      sayNotFetched,
    );
    return true;
  }
  if (isTable(text)) {
    void import('./import-table').then(
      ({ importTable }) => importTable(board, text),
      sayNotFetched,
    );
    return true;
  }
  return layLines(board, text);
}

/** Without a connection what pastes may not be there yet; the clipboard still has it all. */
function sayNotFetched(): void {
  toast.error(m.frame_part_failed());
}

function layLines(board: Board, text: string): boolean {
  if (linesOf(text).length === 0) return false;
  const count = board.addLines(linesOf(text).join('\n'));
  if (count > 1) toast(m.board_notes_pasted({ count }));
  return true;
}
