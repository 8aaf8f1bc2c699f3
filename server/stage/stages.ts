/**
 * The stage on request: for the page's first load, and what a step left behind for its artefact
 * page. The live sockets push the same composition afterwards.
 */
import type { SprintId, StepId } from '#domain/ids';
import { RefusedError } from '#domain/refusal';
import { plainWall, type PlainWall } from '#document/plain';
import type { Stage, StageDecision, StageRound, StageStep } from '#protocol/stage';
import type { Session } from '#server/auth/session';
import type { Clock } from '#server/clock';
import type { Database } from '#server/db/database';
import { UnreadableRoomError, type Rooms } from '#server/rooms/rooms';
import type { Authorities } from '#server/stage/authorities';
import type { PileCounts } from '#server/stage/pile-counts';
import type { Presence } from '#server/stage/presence';
import { requireReader } from '#server/stage/reader';
import { composeStage } from '#server/stage/stage';
import { mayReadBoard } from '#server/rooms/access';
import { composeDecision, composeStep } from '#server/stage/stage-step';
import { composeRound } from '#server/stage/stage-round';

/** What a step left: read only. */
export type Artefact = {
  step: StageStep;
  /** The step's board as it is now; null when the step has none yet, it is still hidden, or it cannot be read. */
  wall: PlainWall | null;
  /** Candidates and results of its closed round. */
  round: StageRound | null;
  decision: StageDecision | null;
};

export interface Stages {
  /** Throws RefusedError `not-signed-in`, `no-such-sprint`, `not-a-member`, `removed-from-sprint` or `account-scoped`. */
  of(session: Session | null, sprintId: SprintId): Promise<Stage>;
  /** The same refusals, and `no-such-step`. */
  artefact(session: Session | null, sprintId: SprintId, stepId: StepId): Promise<Artefact>;
}

export function createStages({
  db,
  authorities,
  presence,
  pileCounts,
  rooms,
  clock,
}: {
  db: Database;
  authorities: Authorities;
  presence: Presence;
  pileCounts: PileCounts;
  rooms: Rooms;
  clock: Clock;
}): Stages {
  const admit = (session: Session | null, sprintId: SprintId) =>
    requireReader({ db, authorities }, session, sprintId);

  return {
    async of(session, sprintId) {
      const { authority, reader } = await admit(session, sprintId);
      const piles = await pileCounts.of(authority);
      const here = presence.here(sprintId);
      return composeStage(authority, reader, here, piles, clock.now().getTime());
    },
    async artefact(session, sprintId, stepId) {
      const { authority, reader } = await admit(session, sprintId);
      const step = authority.steps.find((one) => one.id === stepId);
      if (!step) throw new RefusedError('no-such-step');
      const room = authority.rooms.find(
        (one) =>
          one.boardId !== null &&
          one.boardId === step.boardId &&
          mayReadBoard(reader, one.boardId, authority),
      );
      const decision = authority.decisions.find((one) => one.stepId === stepId);
      const round = composeRound(authority, reader, step);
      return {
        step: composeStep(authority, step, reader),
        wall: room ? await readWall(rooms, room.id) : null,
        round: round?.status === 'closed' ? round : null,
        decision: decision ? composeDecision(authority, decision) : null,
      };
    },
  };
}

/** What a step left is more than its board: one that cannot be read hides nothing else. */
async function readWall(rooms: Rooms, roomId: string): Promise<PlainWall | null> {
  try {
    return await rooms.read(roomId, plainWall);
  } catch (error) {
    if (error instanceof UnreadableRoomError) return null;
    throw error;
  }
}
