/**
 * A sprint's boards as they were and as they are, for its members: the moments of each board, one
 * moment whole, and one board whole as it is now for print and export. Reads only; putting a moment
 * back is the command `restore-snapshot`.
 */
import { desc, eq } from 'drizzle-orm';
import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { contentOfUpdate } from '#document/kinds/boards';
import type { BoardId, SprintId } from '#domain/ids';
import { RefusedError } from '#domain/refusal';
import type { BoardHistory, BoardMoment, BoardSheet } from '#protocol/history';
import type { Session } from '#server/auth/session';
import { createPace, type PaceLimit } from '#server/commands/pace';
import type { Database } from '#server/db/database';
import { boardSnapshots } from '#server/db/board-tables';
import { momentColumns, readSnapshot, toMoment } from '#server/history/read-snapshot';
import { UnreadableRoomError, type Rooms } from '#server/rooms/rooms';
import type { Authorities } from '#server/stage/authorities';
import type { Authority, Member } from '#server/stage/authority';
import { requireReader } from '#server/stage/reader';
import { composeBoard, composeDecision, composeStep } from '#server/stage/stage-step';
import { composeRound } from '#server/stage/stage-round';

/** Boards and moments that one member may ask for: looking through a week is fine, a loop is not. */
const READS: PaceLimit = { points: 40, perS: 10 };

/**
 * All throw RefusedError: `not-signed-in`, `no-such-sprint`, `not-a-member`, `removed-from-sprint`,
 * `left-sprint`, `account-scoped` or `too-fast`, and what is named beside them.
 */
export interface History {
  /** Every board that a step worked on, in order of the agenda. */
  list(session: Session | null, sprintId: SprintId): Promise<BoardHistory[]>;
  /** A board as it was; `no-such-snapshot`, or `moment-unreadable`. */
  moment(session: Session | null, sprintId: SprintId, snapshotId: string): Promise<BoardSheet>;
  /** A board as it is; `no-such-board`, or `board-unreadable`. */
  board(session: Session | null, sprintId: SprintId, boardId: BoardId): Promise<BoardSheet>;
  /** Either, by a board's address: as it is, or, with a moment of that very board, as it was. */
  sheet(
    session: Session | null,
    sprintId: SprintId,
    asked: { boardId: BoardId; snapshotId: string | null },
  ): Promise<BoardSheet>;
}

export function createHistory({
  db,
  authorities,
  rooms,
}: {
  db: Database;
  authorities: Authorities;
  rooms: Rooms;
}): History {
  const keepPace = createPace(READS);

  /** Each reading of a whole board costs the server more than a command: a script has to wait. */
  async function admit(
    session: Session | null,
    sprintId: SprintId,
  ): ReturnType<typeof requireReader> {
    const found = await requireReader({ db, authorities }, session, sprintId);
    await keepPace(`${sprintId}/${found.reader.id}`);
    return found;
  }

  const history: History = {
    async list(session, sprintId) {
      const { authority, reader } = await admit(session, sprintId);
      const rows = await db
        .select(momentColumns)
        .from(boardSnapshots)
        .where(eq(boardSnapshots.sprintId, sprintId))
        .orderBy(desc(boardSnapshots.position));
      const moments = rows.map(toMoment);
      return boardIdsOf(authority).flatMap((boardId): BoardHistory[] => {
        const { board, steps } = aboutBoard(authority, boardId, reader);
        if (!board) return [];
        return [{ board, steps, moments: moments.filter((one) => one.boardId === boardId) }];
      });
    },
    async moment(session, sprintId, snapshotId) {
      const { authority, reader } = await admit(session, sprintId);
      const found = await readSnapshot(db, sprintId, snapshotId);
      if (!found) throw new RefusedError('no-such-snapshot');
      const { moment, state } = found;
      return composeSheet(authority, reader, {
        boardId: moment.boardId,
        moment,
        state: readable(state),
      });
    },
    async board(session, sprintId, boardId) {
      const { authority, reader } = await admit(session, sprintId);
      const room = authority.rooms.find((one) => one.boardId === boardId);
      if (!room) throw new RefusedError('no-such-board');
      const state = await readNow(rooms, room.id);
      return composeSheet(authority, reader, { boardId, moment: null, state });
    },

    async sheet(session, sprintId, { boardId, snapshotId }) {
      if (snapshotId === null) return history.board(session, sprintId, boardId);
      const sheet = await history.moment(session, sprintId, snapshotId);
      if (sheet.board.boardId !== boardId) throw new RefusedError('no-such-snapshot');
      return sheet;
    },
  };
  return history;
}

async function readNow(rooms: Rooms, roomId: string): Promise<Uint8Array> {
  try {
    return await rooms.read(roomId, (doc) => Y.encodeStateAsUpdate(doc));
  } catch (error) {
    throw error instanceof UnreadableRoomError ? new RefusedError('board-unreadable') : error;
  }
}

/** Throws where a browser could make nothing of it. */
function readable(state: Uint8Array): Uint8Array {
  try {
    contentOfUpdate(state);
    return state;
  } catch {
    throw new RefusedError('moment-unreadable');
  }
}

/** Boards in the order in which the agenda comes to them. */
function boardIdsOf({ steps }: Authority): string[] {
  return [...new Set(steps.flatMap((step) => step.boardId ?? []))];
}

/** No board where this reader may not read it. */
function aboutBoard(authority: Authority, boardId: string, reader: Member) {
  const steps = authority.steps.filter((step) => step.boardId === boardId);
  const board = steps[0] ? composeBoard(authority, steps[0], reader) : null;
  return { board, steps: steps.map((step) => composeStep(authority, step, reader)) };
}

function composeSheet(
  authority: Authority,
  reader: Member,
  { boardId, moment, state }: { boardId: string; moment: BoardMoment | null; state: Uint8Array },
): BoardSheet {
  const { board, steps } = aboutBoard(authority, boardId, reader);
  if (!board) throw new RefusedError('no-such-board');
  const { id, name, startsOn } = authority.sprint;
  const language = authority.sprint.language as 'nl' | 'en';
  const round = lastRound(authority, { boardId, moment });
  const step = authority.steps.find((one) => one.id === round?.stepId);
  const decision = authority.decisions.find((one) => one.stepId === round?.stepId);
  const isThen = !moment || (decision && decision.decidedAt.getTime() <= moment.takenAt);
  return {
    sprint: { id, name, startsOn, language },
    board,
    steps,
    state: toBase64(state),
    moment,
    round: step ? composeRound(authority, reader, step) : null,
    decision: decision && isThen ? composeDecision(authority, decision) : null,
  };
}

/**
 * The newest closed round on a board, of then or of now. While another is open there is none: its
 * dots are put without looking at those of an earlier vote, and a sum that is not everybody's stays out.
 */
function lastRound(
  { rounds, steps }: Authority,
  { boardId, moment }: { boardId: string; moment: BoardMoment | null },
) {
  const onBoard = rounds.filter(
    (round) => steps.find((step) => step.id === round.stepId)?.boardId === boardId,
  );
  if (onBoard.some((round) => round.status === 'open')) return undefined;
  return onBoard.findLast(
    ({ closedAt }) => !moment || (closedAt !== null && closedAt.getTime() <= moment.takenAt),
  );
}
