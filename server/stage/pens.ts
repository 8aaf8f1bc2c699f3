/** The pen of a storyboard as its row and the living members make it; null of a board of another kind. */
import { livingPen, type Pen } from '#domain/storyboard/pen';
import type { Authority } from '#server/stage/authority';

export function penOn({ boards, members }: Authority, boardId: string | null): Pen | null {
  const board = boards.find(({ id, kind }) => id === boardId && kind === 'storyboard');
  if (!board) return null;
  return livingPen({ holder: board.penHolder, askedBy: board.penAskedBy }, members);
}
