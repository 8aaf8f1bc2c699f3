/** A board as it was, for the screen: a document that nothing changes, no line to the server, nobody else in it. */
import type { BoardSheet } from '#protocol/history';
import type { OpenBoard } from '$lib/boards/followed.svelte';
import { stillRoom } from '$lib/room/still-room';

/** `destroy` its room when it leaves the screen. */
export function stillBoard({ state, board }: Pick<BoardSheet, 'state' | 'board'>): OpenBoard {
  return {
    boardId: board.boardId,
    room: stillRoom(state),
    presence: { others: [] },
    editing: () => () => () => undefined,
  };
}
