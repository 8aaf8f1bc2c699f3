/**
 * Sends the stage to the readers of a sprint, each their own. Changes of one tick travel together and
 * only the latest is composed; a reader who is too slow gets the latest once it has caught up.
 */
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { MemberId, SprintId } from '#domain/ids';
import type { LiveDown } from '#protocol/stage';
import type { Session } from '#server/auth/session';
import type { Clock } from '#server/clock';
import type { Authorities } from '#server/stage/authorities';
import type { PileCounts } from '#server/stage/pile-counts';
import type { Presence } from '#server/stage/presence';
import { memberOf } from '#server/stage/reader';
import { composeStage } from '#server/stage/stage';

/** Above this a reader is too slow for another whole stage. */
export const QUEUED_MAX_BYTES = 1024 * 1024;

export type StageReader = {
  readonly socket: WebSocket;
  readonly session: Session;
  sentVersion: number;
  /** Missed a stage: somebody has to push again. */
  behind: boolean;
};

/** @returns composes and sends to everybody in a sprint at the end of this tick; never throws. */
export function createStagePush({
  authorities,
  presence,
  pileCounts,
  clock,
  log,
  readersOf,
}: {
  authorities: Authorities;
  presence: Presence;
  pileCounts: PileCounts;
  clock: Clock;
  log: Logger;
  readersOf(sprintId: SprintId): readonly StageReader[];
}): (sprintId: SprintId) => void {
  const due = new Set<SprintId>();
  const sending = new Map<SprintId, Promise<void>>();

  async function sendStages(sprintId: SprintId): Promise<void> {
    const authority = await authorities.of(sprintId);
    if (!authority) return;
    const piles = await pileCounts.of(authority);
    const here = presence.here(sprintId);
    const serverNow = clock.now().getTime();
    const frames = new Map<MemberId, string>();
    for (const reader of readersOf(sprintId)) {
      const member = memberOf(authority, reader.session);
      // A member that is gone is closed by the change that removed it; an older stage never follows a newer one.
      if (!member || authority.sprint.version < reader.sentVersion) continue;
      if (reader.socket.bufferedAmount > QUEUED_MAX_BYTES) {
        reader.behind = true;
        continue;
      }
      let frame = frames.get(member.id);
      if (frame === undefined) {
        const stage = composeStage(authority, member, here, piles, serverNow);
        frame = JSON.stringify({ kind: 'stage', stage } satisfies LiveDown);
        frames.set(member.id, frame);
      }
      reader.sentVersion = authority.sprint.version;
      reader.behind = false;
      if (reader.socket.readyState === reader.socket.OPEN) reader.socket.send(frame);
    }
  }

  return function push(sprintId) {
    if (due.has(sprintId) || readersOf(sprintId).length === 0) return;
    due.add(sprintId);
    const before = sending.get(sprintId) ?? nextTick();
    const after = before.then(() => {
      due.delete(sprintId);
      return sendStages(sprintId).catch((error: unknown) => {
        log.error({ err: error, sprintId }, 'a stage could not be sent');
      });
    });
    // One at a time per sprint: figures counted earlier never overtake later ones.
    sending.set(sprintId, after);
    void after.then(() => {
      if (sending.get(sprintId) === after) sending.delete(sprintId);
    });
  };
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
