/** Sessions that ended lately, for sockets that are open or still on their way in. Held in memory. */
import type { Session } from '#server/auth/session';
import type { Backplane } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';

/** Longer than any socket is on its way in. */
const KEPT_MS = 60_000;

export interface EndedSessions {
  /** Whether the session ended, by a signal or by its time. */
  has(session: Session): boolean;
  close(): void;
}

/** Subscribe before whoever asks it at a signal: it then knows already. */
export function createEndedSessions({
  backplane,
  clock,
}: {
  backplane: Backplane;
  clock: Clock;
}): EndedSessions {
  const ended = new Map<string, number>();
  function note(id: string): void {
    ended.delete(id);
    ended.set(id, Date.now());
    for (const [oldest, atMs] of ended) {
      if (Date.now() - atMs <= KEPT_MS) break;
      ended.delete(oldest);
    }
  }
  const stop = backplane.subscribe((signal) => {
    if (signal.kind === 'session-ended') note(signal.sessionId);
    if (signal.kind === 'person-gone') note(signal.personId);
  });
  return {
    has(session) {
      if (session.expiresAt <= clock.now()) return true;
      return ended.has(session.id) || ended.has(session.personId);
    },
    close: stop,
  };
}
