/**
 * The live sockets, `/live/<sprint>`: each hears the stage as its reader may know it, at once and
 * after each change. Changes of one tick travel together and only the latest is composed. Whoever
 * owns the server's upgrade checks Origin and path first and hands the open socket to `connect`,
 * which refuses by close code (ARCHITECTURE section 5). Says 'here' to everybody every 20 s.
 */
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import type { MemberId, SprintId } from '#domain/ids';
import { closeCodes } from '#protocol/close-codes';
import type { LiveDown } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import type { Session } from '#server/auth/session';
import type { Backplane } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import type { Authorities } from '#server/stage/authorities';
import type { Authority } from '#server/stage/authority';
import { liveFrames, type LiveFrames } from '#server/stage/live-frames';
import type { PileCounts } from '#server/stage/pile-counts';
import type { Presence } from '#server/stage/presence';
import { memberOf } from '#server/stage/reader';
import { composeStage } from '#server/stage/stage';

/** The stock provider's patience is 30 s; ours keeps the same rhythm. */
const HERE_EVERY_MS = 20_000;
/** How long an ended session is remembered, for a socket of it that was still on its way in. */
const ENDED_KEPT_MS = 60_000;
/** Above this a reader is too slow for another whole stage; it gets the latest once it has caught up. */
const QUEUED_MAX_BYTES = 1024 * 1024;

export interface LiveSockets {
  /** @param entry `version` is the page's protocol version (`?v=`), null when it sent none. */
  connect(
    socket: WebSocket,
    entry: { session: Session | null; sprintId: SprintId; version: number | null },
  ): Promise<void>;
  /** Composes and sends again to everybody in a sprint, at the end of this tick. */
  push(sprintId: SprintId): void;
  close(): Promise<void>;
}

type Reader = {
  socket: WebSocket;
  session: Session;
  sprintId: SprintId;
  memberId: MemberId;
  sentVersion: number;
  behind: boolean;
  frames: LiveFrames;
};

export function createLiveSockets({
  authorities,
  presence,
  pileCounts,
  backplane,
  clock,
  log,
}: {
  authorities: Authorities;
  presence: Presence;
  pileCounts: PileCounts;
  backplane: Backplane;
  clock: Clock;
  log: Logger;
}): LiveSockets {
  const sprints = new Map<SprintId, Set<Reader>>();
  const due = new Set<SprintId>();
  const sending = new Map<SprintId, Promise<void>>();
  const ended = new Map<string, number>();
  let closing = false;

  const readersOf = (sprintId: SprintId): Reader[] => [...(sprints.get(sprintId) ?? [])];
  const everybody = (): Reader[] => [...sprints.values()].flatMap((readers) => [...readers]);

  function hasEnded(session: Session): boolean {
    if (session.expiresAt <= clock.now()) return true;
    return ended.has(session.id) || ended.has(session.personId);
  }

  function send(socket: WebSocket, message: LiveDown): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }

  function push(sprintId: SprintId): void {
    if (closing || due.has(sprintId) || !sprints.has(sprintId)) return;
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

  function admitAgain(sprintId: SprintId, authority: Authority | null): void {
    for (const reader of readersOf(sprintId)) {
      if (!authority) reader.socket.close(closeCodes.noSuchRoom);
      else if (memberOf(authority, reader.session)?.id !== reader.memberId) {
        // The code alone says less than is known here: this reader was in until now.
        send(reader.socket, { kind: 'refused', refusal: { code: 'removed-from-sprint' } });
        reader.socket.close(closeCodes.notAMember);
      }
    }
    push(sprintId);
  }

  function hear({ socket, frames }: Reader, data: RawData, isBinary: boolean): void {
    const heard = frames.read(data, isBinary);
    if ('closeCode' in heard) return socket.close(heard.closeCode);
    const { sentAt } = heard.message;
    send(socket, { kind: 'pong', sentAt, serverNow: clock.now().getTime() });
  }

  function enter(reader: Reader): void {
    const readers = sprints.get(reader.sprintId) ?? new Set<Reader>();
    sprints.set(reader.sprintId, readers.add(reader));
    presence.enter(reader.sprintId, reader.memberId);
    reader.socket.on('message', (data, isBinary) => hear(reader, data, isBinary));
    reader.socket.once('close', () => {
      readers.delete(reader);
      if (readers.size === 0 && sprints.get(reader.sprintId) === readers) {
        sprints.delete(reader.sprintId);
        pileCounts.forget(reader.sprintId);
      }
      if (presence.leave(reader.sprintId, reader.memberId)) push(reader.sprintId);
    });
    push(reader.sprintId);
  }

  const stops = [
    authorities.onChanged(admitAgain),
    pileCounts.onChanged(push),
    backplane.subscribe((signal) => {
      if (signal.kind === 'session-ended') ended.set(signal.sessionId, Date.now());
      if (signal.kind === 'person-gone') ended.set(signal.personId, Date.now());
      for (const { socket, session } of everybody()) {
        if (hasEnded(session)) socket.close(closeCodes.notSignedIn);
      }
    }),
  ];

  const hereTimer = setInterval(() => {
    for (const [id, at] of ended) if (Date.now() - at > ENDED_KEPT_MS) ended.delete(id);
    for (const { socket, session, sprintId, behind } of everybody()) {
      if (hasEnded(session)) socket.close(closeCodes.notSignedIn);
      else if (behind) push(sprintId);
      else send(socket, { kind: 'here' });
    }
  }, HERE_EVERY_MS);
  hereTimer.unref();

  return {
    async connect(socket, { session, sprintId, version }) {
      socket.on('error', () => socket.terminate());
      if (closing) return socket.close(1012);
      if (version === null || version < PROTOCOL_VERSION) {
        return socket.close(closeCodes.clientTooOld);
      }
      if (!session || hasEnded(session)) return socket.close(closeCodes.notSignedIn);
      // What arrives before the reader is let in waits in the line.
      socket.pause();
      let authority: Authority | null;
      try {
        authority = await authorities.of(sprintId);
      } catch (error) {
        log.error({ err: error, sprintId }, 'a live socket could not be admitted');
        return socket.close(closeCodes.couldNotLoad);
      } finally {
        socket.resume();
      }
      if (hasEnded(session)) return socket.close(closeCodes.notSignedIn);
      if (!authority) return socket.close(closeCodes.noSuchRoom);
      const member = memberOf(authority, session);
      if (!member) return socket.close(closeCodes.notAMember);
      if (socket.readyState !== socket.OPEN) return;
      const fresh = { sentVersion: 0, behind: false, frames: liveFrames() };
      enter({ socket, session, sprintId, memberId: member.id, ...fresh });
    },
    push,
    async close() {
      closing = true;
      clearInterval(hereTimer);
      for (const stop of stops) stop();
      for (const { socket } of everybody()) socket.close(1012);
    },
  };
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
