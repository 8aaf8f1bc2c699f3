/**
 * The live sockets, `/live/<sprint>`: each hears the stage as its reader may know it, at once and
 * after each change. Changes of one tick travel together, dots those of a moment, and only the latest is composed. Whoever
 * owns the server's upgrade checks Origin and path first and hands the open socket to `connect`,
 * which refuses by close code. Says 'here' to everybody every 20 s.
 */
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import type { MemberId, SprintId } from '#domain/ids';
import { closeCodes } from '#protocol/close-codes';
import type { LiveDown } from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import type { Session } from '#server/auth/session';
import type { Backplane, Signal } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import type { Authorities } from '#server/stage/authorities';
import type { Authority } from '#server/stage/authority';
import type { EndedSessions } from '#server/stage/ended-sessions';
import { liveFrames, type LiveFrames } from '#server/stage/live-frames';
import type { PileCounts } from '#server/stage/pile-counts';
import type { Presence } from '#server/stage/presence';
import { createReactions } from '#server/stage/reactions';
import { memberOf } from '#server/stage/reader';
import { createStagePush, type StageReader } from '#server/stage/stage-push';

/** The stock provider's patience is 30 s; ours keeps the same rhythm. */
const HERE_EVERY_MS = 20_000;
/** Long enough for a quick hand's next dots, short enough that a facilitator sees a vote move. */
const GATHER_DOTS_MS = 400;
/** A reader who is behind by more is told nothing that passes by, and beyond the second figure nothing any more. */
const SLOW_BYTES = 256 * 1024;
const SLOW_END_BYTES = 4 * 1024 * 1024;

export interface LiveSockets {
  /** @param entry `version` is the page's protocol version (`?v=`), null when it sent none. */
  connect(
    socket: WebSocket,
    entry: { session: Session | null; sprintId: SprintId; version: number | null },
  ): Promise<void>;
  /** Composes and sends again to everybody in a sprint, at the end of this tick. */
  push(sprintId: SprintId): void;
  /** How many pages of these members have not yet said that they sent everything they had in this phase. */
  awaitedPages(sprintId: SprintId, members: ReadonlySet<MemberId>, phaseKey: string): number;
  close(): Promise<void>;
}

type Reader = StageReader & {
  sprintId: SprintId;
  memberId: MemberId;
  frames: LiveFrames;
  /** The phase in which this page closed its fields for a reveal and sent what was in them. */
  flushed: string | null;
};

export function createLiveSockets({
  authorities,
  presence,
  pileCounts,
  backplane,
  ended,
  clock,
  log,
}: {
  authorities: Authorities;
  presence: Presence;
  pileCounts: PileCounts;
  backplane: Backplane;
  /** Made before, so that it hears a signal first. */
  ended: Pick<EndedSessions, 'has'>;
  clock: Clock;
  log: Logger;
}): LiveSockets {
  const sprints = new Map<SprintId, Set<Reader>>();
  const reactions = createReactions({ authorities, backplane });
  let closing = false;

  const readersOf = (sprintId: SprintId): Reader[] => [...(sprints.get(sprintId) ?? [])];
  const pushStage = createStagePush({ authorities, presence, pileCounts, clock, log, readersOf });
  const push = (sprintId: SprintId): void => (closing ? undefined : pushStage(sprintId));
  const gathering = new Map<SprintId, ReturnType<typeof setTimeout>>();

  /** Dots come in quick succession: the first one waits for those that follow it, and they are told together. */
  function pushGathered(sprintId: SprintId): void {
    if (closing || gathering.has(sprintId) || readersOf(sprintId).length === 0) return;
    const timer = setTimeout(() => {
      gathering.delete(sprintId);
      push(sprintId);
    }, GATHER_DOTS_MS);
    gathering.set(sprintId, timer.unref());
  }

  const everybody = (): Reader[] => [...sprints.values()].flatMap((readers) => [...readers]);

  function send(socket: WebSocket, message: LiveDown): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(message));
    if (socket.bufferedAmount > SLOW_END_BYTES) socket.terminate();
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

  function hear(reader: Reader, data: RawData, isBinary: boolean): void {
    const { socket, frames, sprintId, memberId } = reader;
    const heard = frames.read(data, isBinary);
    if ('closeCode' in heard) return socket.close(heard.closeCode);
    const { message } = heard;
    if (message.kind === 'ping') {
      send(socket, { kind: 'pong', sentAt: message.sentAt, serverNow: clock.now().getTime() });
    } else if (message.kind === 'flushed') reader.flushed = message.phaseKey;
    else void reactions.say(sprintId, memberId, message.reaction);
  }

  /** What passes by goes to who keeps up; to the others it would come too late to mean anything. */
  function passOn({ sprintId, memberId, message }: Extract<Signal, { kind: 'say' }>): void {
    for (const reader of readersOf(sprintId)) {
      const meant = memberId === null || memberId === reader.memberId;
      if (meant && reader.socket.bufferedAmount <= SLOW_BYTES) send(reader.socket, message);
    }
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
      if (signal.kind === 'say') return passOn(signal);
      if (signal.kind === 'dots-changed') return pushGathered(signal.sprintId);
      for (const { socket, session } of everybody()) {
        if (ended.has(session)) socket.close(closeCodes.notSignedIn);
      }
    }),
  ];

  const hereTimer = setInterval(() => {
    for (const { socket, session } of everybody()) {
      if (ended.has(session)) socket.close(closeCodes.notSignedIn);
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
      if (!session || ended.has(session)) return socket.close(closeCodes.notSignedIn);
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
      if (ended.has(session)) return socket.close(closeCodes.notSignedIn);
      if (!authority) return socket.close(closeCodes.noSuchRoom);
      const member = memberOf(authority, session);
      if (!member) return socket.close(closeCodes.notAMember);
      if (socket.readyState !== socket.OPEN) return;
      const fresh = {
        ...{ sentVersion: 0, sentHash: '', isDue: true, isSending: false, flushed: null },
        frames: liveFrames(),
      };
      enter({ socket, session, sprintId, memberId: member.id, ...fresh });
    },
    push,
    awaitedPages: (sprintId, members, key) =>
      readersOf(sprintId).filter(
        ({ memberId, flushed }) => members.has(memberId) && flushed !== key,
      ).length,
    async close() {
      closing = true;
      clearInterval(hereTimer);
      for (const timer of gathering.values()) clearTimeout(timer);
      for (const stop of stops) stop();
      for (const { socket } of everybody()) socket.close(1012);
    },
  };
}
