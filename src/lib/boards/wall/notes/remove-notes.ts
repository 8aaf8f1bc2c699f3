/**
 * Taking away and putting back: removal of notes and groups, and ungrouping. Each is one step of
 * undo, offered at once in the words that say what went.
 */
import { toast } from 'svelte-sonner';
import { m } from '$lib/paraglide/messages';
import { movable, oneStep } from './arrange-notes';
import type { Board } from '$lib/boards/wall/board.svelte';
import { turnBack } from '$lib/boards/wall/menus/turning-back';

function offerBack(board: Board, said: string): void {
  toast(said, {
    action: { label: m.board_note_undo(), onClick: () => turnBack(board, 'undo') },
  });
}

/** Removes notes, stacks whole, and offers them back. What may not be removed stays, and why is said. */
export function removeNotes(board: Board, wanted: readonly string[]): void {
  const ids = movable(board, wanted);
  const last = ids.at(-1);
  if (last === undefined || !board.writable) return;
  const next = board.beside(last, 1) ?? board.beside(ids[0] as string, -1);
  const all = ids.flatMap((id) => [id, ...(board.wall.note(id)?.beneath ?? [])]);
  board.wall.removeNotes(all);
  board.clear();
  if (next !== undefined && !ids.includes(next)) void board.focus(next);
  offerBack(
    board,
    all.length === 1 ? m.board_note_removed() : m.board_notes_removed({ count: all.length }),
  );
}

/** Removes a group together with what is in it, and offers it back. */
export function removeGroup(board: Board, groupId: string): void {
  const noteIds = [...(board.wall.group(groupId)?.noteIds ?? [])];
  oneStep(board, () => {
    board.wall.removeNotes(noteIds);
    board.wall.ungroup(groupId);
  });
  board.clear();
  offerBack(board, m.board_group_removed());
}

/** Takes a group apart; its notes stay where they lie. */
export function ungroup(board: Board, groupId: string): void {
  const first = board.wall.group(groupId)?.noteIds[0];
  board.wall.ungroup(groupId);
  offerBack(board, m.board_group_ungrouped());
  if (first !== undefined) void board.focus(first);
}
