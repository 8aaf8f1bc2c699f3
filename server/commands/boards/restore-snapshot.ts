/**
 * Puts a board back as it was at a kept moment, as a new state of the board: how it is now is kept
 * first, in the same transaction, so that nothing is lost and the restore itself can be undone. A
 * board that cannot be read or changed any more begins a new lineage from the moment's words.
 */
import { restoreBoard } from '#document/kinds/boards';
import { nestsTooDeep, rebuiltFromUpdate } from '#document/rebuild';
import type { BoardKind } from '#document/schema';
import { allowed, RefusedError, refused, type Ruling } from '#domain/refusal';
import type { Phase } from '#domain/sprint/phases';
import { boardRoomId, openRoundOf } from '#server/commands/votes/rounds';
import { openStepOf } from '#server/commands/agenda/steps';
import { readSnapshot } from '#server/history/read-snapshot';
import { capture, captureUpdate, keepMoment } from '#server/history/take-snapshot';
import type { Handler } from '#server/commands/command';
import type { Authority, RoomRow, Step } from '#server/stage/authority';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

export const restoreSnapshot: Handler<'restore-snapshot'> = {
  keeps: ({ authority, command }) => roomsToRestore(authority, command.boardId),
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayRestore(authority, command.boardId),
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const { boardId } = command;
    const found = await readSnapshot(tx, authority.sprint.id, command.snapshotId);
    if (found?.moment.boardId !== boardId) throw new RefusedError('no-such-snapshot');
    const kind = kindOfBoard(authority, boardId);
    const wanted = readable(kind, found.state);
    const step = stepOn(authority, boardId);
    const moment = {
      ...{ boardId, stepId: step?.id ?? null, phase: (step?.phase ?? null) as Phase | null },
      reason: 'restore' as const,
    };
    const room = roomOfBoard(authority, boardId);
    const before = doing.attempt(room.id, (board) => {
      if (nestsTooDeep(board))
        throw new Error('taking away what nests so deep overflows the stack');
      const captured = capture(board);
      restoreBoard(board, wanted);
      return captured;
    });
    if (before) return { beforeId: await keepMoment(doing, before.value, moment) };
    const rest = captureUpdate(await salvage(tx, room.id, kind));
    const beforeId = await keepMoment(doing, rest, moment);
    await renewRoom(tx, room, { ...doing, seed: wanted });
    return { beforeId };
  },
};

/** @returns a document of that kind that reads as the stored one, with nothing else of it. */
function readable(kind: BoardKind, state: Uint8Array): Uint8Array {
  try {
    return rebuiltFromUpdate(kind, state);
  } catch {
    throw new RefusedError('moment-unreadable');
  }
}

/** Held where it can be read; what makes a board anew does without. */
export function roomsToRestore(authority: Authority, boardId: string): string[] {
  const room = boardRoomId(authority, boardId);
  return room === undefined ? [] : [room];
}

/** Refuses `no-such-board`, and `wrong-phase` while a round is open on the board. */
export function mayRestore(authority: Authority, boardId: string): Ruling {
  if (boardRoomId(authority, boardId) === undefined) return refused('no-such-board');
  const step = stepOn(authority, boardId);
  // Candidates are frozen from this board: it stays as it is until the round is closed.
  return step && openRoundOf(authority, step.id) ? refused('wrong-phase') : allowed;
}

/** For `do`, after `whether` has found it. */
export function roomOfBoard(authority: Authority, boardId: string): RoomRow {
  const room = authority.rooms.find((one) => one.boardId === boardId);
  if (!room) throw new Error('a board that was ruled upon is not there');
  return room;
}

/** What the document of a board is. */
export function kindOfBoard({ boards }: Authority, boardId: string): BoardKind {
  return boards.find(({ id }) => id === boardId)?.kind ?? 'wall';
}

/** The open step, when it works on this board. */
function stepOn(authority: Authority, boardId: string): Step | undefined {
  const open = openStepOf(authority);
  return open?.boardId === boardId ? open : undefined;
}
