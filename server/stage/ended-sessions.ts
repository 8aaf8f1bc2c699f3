/** Sessions that ended lately, for sockets that are open or still on their way in. Held in memory. */
import type { Session } from '#server/auth/session';
import type { Signal } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';

const KEPT_MS = 60_000;

export interface EndedSessions {
  /** Remembers what the signal says of sessions; other signals change nothing. */
  note(signal: Signal): void;
  /** Whether the session ended, by a signal or by its time. */
  has(session: Session): boolean;
  /** Lets go of what is older than any socket on its way in. */
  forget(): void;
}

export function createEndedSessions(clock: Clock): EndedSessions {
  const ended = new Map<string, number>();
  return {
    note(signal) {
      if (signal.kind === 'session-ended') ended.set(signal.sessionId, Date.now());
      if (signal.kind === 'person-gone') ended.set(signal.personId, Date.now());
    },
    has(session) {
      if (session.expiresAt <= clock.now()) return true;
      return ended.has(session.id) || ended.has(session.personId);
    },
    forget() {
      for (const [id, at] of ended) if (Date.now() - at > KEPT_MS) ended.delete(id);
    },
  };
}
