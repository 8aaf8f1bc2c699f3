/** Whether this person may write on a board now, as the stage says; the room at the server enforces the same. */
import type { Stage } from '#protocol/stage';

/** @param beside it lies beside the board of the open step. */
export function mayWriteOn(
  boardId: string,
  { now }: Pick<Stage, 'now'>,
  { beside }: { beside: boolean },
): boolean {
  if (!beside) return now?.boardWritable ?? false;
  return now?.beside.find(({ board }) => board.boardId === boardId)?.writable ?? false;
}
