/** Whether pictures are offered on a board: on open work to everybody who works on it, elsewhere with the wide tools. */
import type { Stage } from '#protocol/stage';
import type { Board } from '$lib/boards/wall/board.svelte';

export function mayAddPictures(board: Board, { now }: Pick<Stage, 'now'>): boolean {
  if (!board.writable) return false;
  return board.manners.wide || (now?.phase === 'open' && now.board?.boardId === board.wall.boardId);
}
