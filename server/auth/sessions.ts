/**
 * Sessions: the only place that knows lucia. The cookie holds a random token, the table its SHA-256
 * as the session's id. Four functions, and the cookie that goes with them; everything else asks here.
 */
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { PersonId, SprintId } from '#domain/ids';
import { deviceLabel } from '#server/auth/device-label';
import { HOST_SESSION_COOKIE, SESSION_COOKIE, type Session } from '#server/auth/session';
import { secretHash } from '#server/auth/tokens';
import type { Backplane } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import type { Database, Transaction } from '#server/db/database';
import { people, sessions, tickets } from '#server/db/tables';
import type { Random } from '#server/random';

/** 'Last seen' is for a person's eye: one write a minute is exact enough. */
const LAST_SEEN_STEP_MS = 60_000;

type SessionColumns = {
  createdAt: Date;
  lastSeenAt: Date;
  device: string;
  sprintId: SprintId | null;
};
type PersonColumns = { name: string; email: string | null; language: string };

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseSessionAttributes: SessionColumns;
    DatabaseUserAttributes: PersonColumns;
  }
}

function luciaOn(db: Database | Transaction, days: number) {
  return new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, people), {
    sessionExpiresIn: new TimeSpan(days, 'd'),
    getSessionAttributes: (row: SessionColumns) => ({
      lastSeenAt: row.lastSeenAt,
      onlySprintId: row.sprintId,
    }),
    getUserAttributes: (row: PersonColumns) => ({
      name: row.name,
      email: row.email,
      language: row.language,
    }),
  });
}

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  readonly options: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly secure: boolean;
    readonly expires: Date;
  };
};

export type Sessions = {
  /**
   * The token among a request's cookies.
   * @returns `moved` where it stands under the plain name over https, as it did before: it is to be set again
   * under its own, and the old one taken away.
   */
  tokenIn(
    cookie: (name: string) => string | undefined,
    options: { secure: boolean },
  ): { token: string | undefined; moved: boolean };
  /**
   * Makes a session. Within `tx` it exists when that commits.
   * @returns the token for the cookie; it is never seen again.
   */
  createSession(
    personId: PersonId,
    options?: { userAgent?: string | null; onlySprintId?: SprintId | null; tx?: Transaction },
  ): Promise<{ token: string; sessionId: string; expiresAt: Date }>;
  /**
   * Reads the session of a cookie's token, moves 'last seen', and extends a session past half its life.
   * @returns null when there is none (any more); `extended` says that the cookie is to be set again.
   */
  readSession(token: string | undefined): Promise<{ session: Session; extended: boolean } | null>;
  /** Ends one session and the links that it made; its sockets end within a second. */
  endSession(sessionId: string): Promise<void>;
  /** Ends all sessions of a person, except one where named, and every unused link into a seat or the account. */
  endAllSessions(personId: PersonId, options?: { except?: string }): Promise<void>;
  /** The cookie to set; `secure` when the page came over https. */
  cookie(token: string, expiresAt: Date, options: { secure: boolean }): SessionCookie;
  /** What takes the cookie of before away, after `moved`. */
  plainCookieGone(): SessionCookie;
};

export function createSessions(parts: {
  db: Database;
  backplane: Backplane;
  clock: Clock;
  random: Pick<Random, 'newSecret'>;
  /** Told of each session that was found living. */
  seen?: (sessionId: string) => void;
  /** Days from the last use; lucia extends a session that is past half of them. */
  days: number;
}): Sessions {
  const { db, backplane, clock, random, days, seen } = parts;
  const lucia = luciaOn(db, days);

  return {
    tokenIn(cookie, { secure }) {
      const own = secure ? cookie(HOST_SESSION_COOKIE) : cookie(SESSION_COOKIE);
      if (own || !secure) return { token: own, moved: false };
      const before = cookie(SESSION_COOKIE);
      return { token: before, moved: before !== undefined };
    },

    async createSession(personId, { userAgent, onlySprintId = null, tx } = {}) {
      const token = random.newSecret();
      const now = clock.now();
      const made = await (tx ? luciaOn(tx, days) : lucia).createSession(
        personId,
        { createdAt: now, lastSeenAt: now, device: deviceLabel(userAgent), sprintId: onlySprintId },
        { sessionId: secretHash(token) },
      );
      return { token, sessionId: made.id, expiresAt: made.expiresAt };
    },

    async readSession(token) {
      if (!token) return null;
      const { session, user } = await lucia.validateSession(secretHash(token));
      if (!session) return null;
      seen?.(session.id);
      const now = clock.now();
      if (now.getTime() - session.lastSeenAt.getTime() >= LAST_SEEN_STEP_MS) {
        await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
      }
      return {
        session: {
          id: session.id,
          personId: user.id,
          name: user.name,
          email: user.email,
          onlySprintId: session.onlySprintId,
          expiresAt: session.expiresAt,
        },
        extended: session.fresh,
      };
    },

    async endSession(sessionId) {
      await lucia.invalidateSession(sessionId);
      backplane.publish({ kind: 'session-ended', sessionId });
    },

    async endAllSessions(personId, { except } = {}) {
      const ended = await db.transaction(async (tx) => {
        await endTickets(tx, personId, clock.now());
        return tx
          .delete(sessions)
          .where(and(eq(sessions.userId, personId), except ? ne(sessions.id, except) : undefined))
          .returning({ id: sessions.id });
      });
      for (const { id } of ended) backplane.publish({ kind: 'session-ended', sessionId: id });
    },

    cookie(token, expiresAt, { secure }) {
      const name = secure ? HOST_SESSION_COOKIE : SESSION_COOKIE;
      return sessionCookie(name, token, { secure, expires: expiresAt });
    },
    plainCookieGone: () =>
      sessionCookie(SESSION_COOKIE, '', { secure: true, expires: new Date(0) }),
  };
}

function sessionCookie(
  name: string,
  value: string,
  varied: { secure: boolean; expires: Date },
): SessionCookie {
  return { name, value, options: { path: '/', httpOnly: true, sameSite: 'lax', ...varied } };
}

/**
 * Ends every unused link that lets somebody in as this person; invitations make others welcome and stay.
 * First links, then sessions: a link that is being used at this moment is waited for, and its session
 * goes with the rest; a link that a session is making at this moment goes with that session.
 */
async function endTickets(tx: Transaction, personId: PersonId, now: Date): Promise<void> {
  await tx
    .update(tickets)
    .set({ usedAt: now })
    .where(
      and(eq(tickets.personId, personId), isNull(tickets.usedAt), ne(tickets.kind, 'invitation')),
    );
}
