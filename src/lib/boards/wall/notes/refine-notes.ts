/**
 * The finer acts on what lies on the wall: above and below, twice, fastened, in line, tidy. Each is
 * one step of undo. What this person may not change stays as it is.
 */
import { toast } from 'svelte-sonner';
import type { Alignment, Way } from '#document/placing';
import { NOTE_GAP } from '#document/schema';
import { m } from '$lib/paraglide/messages';
import { movable } from './arrange-notes';
import type { Board } from '$lib/boards/wall/board.svelte';
import { tidyOrder, type TidyBy } from './tidy-order';

export function layer(board: Board, ids: readonly string[], way: 'forward' | 'backward'): void {
  if (way === 'forward') board.wall.bringToFront([...ids]);
  else board.wall.sendToBack([...ids]);
  board.say(way === 'forward' ? m.board_said_front() : m.board_said_back());
}

/** The same notes once more, a little beside themselves, selected. */
export function duplicate(board: Board, ids: readonly string[]): void {
  const clip = board.wall.copy([...ids]);
  const box = board.boundsOf(ids);
  if (clip === null || !box) return;
  const aside = 2 * NOTE_GAP;
  const laid = board.wall.paste(clip, { at: [box.x + aside, box.y + aside] });
  if (!laid) return;
  board.select(laid.noteIds);
  board.say(m.board_said_duplicated({ count: laid.noteIds.length }));
}

/** Fastens or loosens; for facilitators. */
export function setLocked(
  board: Board,
  { noteIds = [], groupIds = [] }: { noteIds?: readonly string[]; groupIds?: readonly string[] },
  locked: boolean,
): void {
  board.wall.setLocked({ noteIds: [...noteIds], groupIds: [...groupIds] }, locked);
  const count = noteIds.length + groupIds.length;
  toast(locked ? m.board_locked_now({ count }) : m.board_unlocked_now({ count }), {
    id: 'board-locked',
  });
}

export function align(board: Board, ids: readonly string[], how: Alignment): void {
  const free = movable(board, ids);
  board.wall.align(free, how);
  board.say(m.board_said_aligned({ count: free.length }));
}

/** Equal room between three or more: beside or below each other. */
export function distribute(board: Board, ids: readonly string[], way: Way): void {
  const free = movable(board, ids);
  board.wall.distribute(free, way);
  board.say(m.board_said_distributed());
}

/** Loose notes into a grid where they lie, in reading order. */
export function tidy(board: Board, ids: readonly string[]): void {
  const free = movable(board, ids);
  board.wall.tidy(free);
  board.say(m.board_said_tidied({ count: free.length }));
}

/** The notes of a group in a new order: one step. */
export function tidyGroup(board: Board, groupId: string, by: TidyBy): void {
  const { votes } = board.manners;
  const tops = board.tops.filter((note) => note.group === groupId);
  const order = tidyOrder(
    tops.map(({ id, color, text }) => ({
      id,
      color,
      text,
      dots: votes?.resultOf(votes.candidateOf(id)?.id ?? '')?.dots ?? 0,
    })),
    by,
  );
  board.wall.placeInGroup(order, groupId, null);
  board.say(m.board_said_tidied({ count: order.length }));
}
