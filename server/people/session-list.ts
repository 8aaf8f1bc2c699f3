/** The sessions of an account, for its owner to read and to end. */
import { and, desc, eq, gt } from 'drizzle-orm';
import { sessions, sprints } from '#server/db/tables';
import { accountOf, refuse, type PeopleParts, type Visit } from '#server/people/parts';

export type OwnSession = {
  /** The hash of the token: it names the session and opens nothing. */
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that is asking. */
  current: boolean;
  /** Name of the only sprint that a phone or return session is good for. */
  onlySprint: string | null;
};

/** Last seen first. @throws RefusedError as `accountOf`. */
export async function listSessions(parts: PeopleParts, visit: Visit): Promise<OwnSession[]> {
  const account = accountOf(visit);
  const rows = await parts.db
    .select({ session: sessions, onlySprint: sprints.name })
    .from(sessions)
    .leftJoin(sprints, eq(sprints.id, sessions.sprintId))
    .where(and(eq(sessions.userId, account.personId), gt(sessions.expiresAt, parts.clock.now())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));
  return rows.map(({ session, onlySprint }) => ({
    id: session.id,
    device: session.device,
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    current: session.id === account.id,
    onlySprint,
  }));
}

/** Ends one of one's own sessions. @throws RefusedError no-such-link when it is not there; as `accountOf`. */
export async function endOwnSession(
  parts: PeopleParts,
  sessionId: string,
  visit: Visit,
): Promise<void> {
  const account = accountOf(visit);
  const [own] = await parts.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, account.personId)));
  if (!own) refuse('no-such-link');
  await parts.sessions.endSession(sessionId);
}

/** Ends every session of the account but the one that asks. @throws RefusedError as `accountOf`. */
export async function endOtherSessions(parts: PeopleParts, visit: Visit): Promise<void> {
  const account = accountOf(visit);
  await parts.sessions.endAllSessions(account.personId, { except: account.id });
}
