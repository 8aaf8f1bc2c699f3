/** Locks a board, so that whoever does not facilitate can only read it, or frees it again. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { clearEmptyNotes } from '#document/boards/wall';
import { server } from '#document/origins';
import { boardRoomId } from '#server/commands/votes/rounds';
import { boards } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setBoardLock: Handler<'set-board-lock'> = {
  keeps({ authority, command }) {
    const roomId = command.locked ? boardRoomId(authority, command.boardId) : undefined;
    return roomId === undefined ? [] : [roomId];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const isThere = authority.boards.some(({ id }) => id === command.boardId);
    return isThere ? allowed : refused('no-such-board');
  },
  // do
  async do({ tx, authority, command, doc, holds }) {
    const roomId = boardRoomId(authority, command.boardId);
    // What somebody had begun and not written yet: they can no longer take it away themselves.
    if (command.locked && roomId !== undefined && holds(roomId))
      clearEmptyNotes(doc(roomId), server);
    await tx.update(boards).set({ locked: command.locked }).where(eq(boards.id, command.boardId));
    return null;
  },
};
