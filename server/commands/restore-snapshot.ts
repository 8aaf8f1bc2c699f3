/**
 * Puts a board back as it was at a kept moment, as a new state of the board: how it is now is kept
 * first, in the same transaction, so that nothing is lost and the restore itself can be undone.
 */
import { restoreWall } from '#document/boards/wall';
import { server } from '#document/origins';
import { plainWallOfUpdate } from '#document/plain';
import { allowed, RefusedError, refused } from '#domain/refusal';
import type { Phase } from '#domain/sprint/phases';
import { boardRoomId, openRoundOf } from '#server/commands/rounds';
import { openStepOf } from '#server/commands/steps';
import { readSnapshot } from '#server/history/read-snapshot';
import { capture, keepMoment } from '#server/history/take-snapshot';
import type { Handler } from '#server/commands/command';
import type { Authority, Step } from '#server/stage/authority';

export const restoreSnapshot: Handler<'restore-snapshot'> = {
  rooms({ authority, command }) {
    const room = boardRoomId(authority, command.boardId);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    if (boardRoomId(authority, command.boardId) === undefined) return refused('no-such-board');
    const step = stepOn(authority, command.boardId);
    // Candidates are frozen from this board: it stays as it is until the round is closed.
    return step && openRoundOf(authority, step.id) ? refused('wrong-phase') : allowed;
  },
  // do
  async do(doing) {
    const { tx, authority, command, doc } = doing;
    const { boardId } = command;
    const found = await readSnapshot(tx, authority.sprint.id, command.snapshotId);
    if (found?.moment.boardId !== boardId) throw new RefusedError('no-such-snapshot');
    const roomId = boardRoomId(authority, boardId);
    if (roomId === undefined) throw new Error('a board that was ruled upon is not there');
    const board = doc(roomId);
    const step = stepOn(authority, boardId);
    const phase = (step?.phase ?? null) as Phase | null;
    const beforeId = await keepMoment(doing, capture(board), {
      ...{ boardId, stepId: step?.id ?? null, phase, reason: 'restore' },
    });
    restoreWall(board, plainWallOfUpdate(found.state), server);
    return { beforeId };
  },
};

/** The open step, when it works on this board. */
function stepOn(authority: Authority, boardId: string): Step | undefined {
  const open = openStepOf(authority);
  return open?.boardId === boardId ? open : undefined;
}
