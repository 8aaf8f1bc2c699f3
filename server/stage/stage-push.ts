/**
 * Sends the stage to the readers of a sprint, each their own. Changes of one tick travel together and
 * only the latest is composed. A reader gets one at a time: who reads slowly gets the newest after it, and
 * none of those between. A stage in which nothing changed for its reader is not sent: when it comes would
 * tell of somebody else's pile.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { MemberId, SprintId } from '#domain/ids';
import type { LiveDown, Stage } from '#protocol/stage';
import type { Session } from '#server/auth/session';
import type { Clock } from '#server/clock';
import type { Authorities } from '#server/stage/authorities';
import type { PileCounts } from '#server/stage/pile-counts';
import type { Presence } from '#server/stage/presence';
import { memberOf } from '#server/stage/reader';
import { composeStage } from '#server/stage/stage';

/** How long stages are composed before the event loop is given back. */
const TURN_MS = 4;

export type StageReader = {
  readonly socket: WebSocket;
  readonly session: Session;
  sentVersion: number;
  /** Of the stage that was sent last, without its time; '' before the first. */
  sentHash: string;
  /** There is a newer stage than it was sent. */
  isDue: boolean;
  /** The last one is still on its way out. */
  isSending: boolean;
};

type Composed = { readonly frame: string; readonly hash: string };

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
    const frames = new Map<MemberId, Composed>();
    let turnMs = performance.now();
    for (const reader of readersOf(sprintId)) {
      const member = memberOf(authority, reader.session);
      // A member that is gone is closed by the change that removed it; an older stage never follows a newer one.
      if (!member || authority.sprint.version < reader.sentVersion) continue;
      if (!reader.isDue || reader.isSending) continue;
      if (performance.now() - turnMs > TURN_MS) {
        await nextTick();
        turnMs = performance.now();
      }
      let composed = frames.get(member.id);
      if (composed === undefined) {
        const stage = composeStage(authority, member, here, piles, serverNow);
        const frame = JSON.stringify({ kind: 'stage', stage } satisfies LiveDown);
        composed = { frame, hash: hashOf({ ...stage, serverNow: 0 }) };
        frames.set(member.id, composed);
      }
      reader.sentVersion = authority.sprint.version;
      send(reader, composed, sprintId);
    }
  }

  function send(reader: StageReader, { frame, hash }: Composed, sprintId: SprintId): void {
    reader.isDue = false;
    if (reader.sentHash === hash) return;
    reader.sentHash = hash;
    if (reader.socket.readyState !== reader.socket.OPEN) return;
    reader.isSending = true;
    reader.socket.send(frame, () => {
      reader.isSending = false;
      if (reader.isDue) schedule(sprintId);
    });
  }

  function schedule(sprintId: SprintId): void {
    if (due.has(sprintId)) return;
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
  }

  return function push(sprintId) {
    const readers = readersOf(sprintId);
    for (const reader of readers) reader.isDue = true;
    if (readers.length > 0) schedule(sprintId);
  };
}

function hashOf(stage: Stage): string {
  return createHash('sha1').update(JSON.stringify(stage)).digest('base64');
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
