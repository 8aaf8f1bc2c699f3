/** Locks a board, so that whoever does not facilitate can only read it, or frees it again. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { boards } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setBoardLock: Handler<'set-board-lock'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const isThere = authority.boards.some(({ id }) => id === command.boardId);
    return isThere ? allowed : refused('no-such-board');
  },
  // do
  async do({ tx, command }) {
    await tx.update(boards).set({ locked: command.locked }).where(eq(boards.id, command.boardId));
    return null;
  },
};
