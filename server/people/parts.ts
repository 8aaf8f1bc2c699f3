/** What every use case of people is given: made once in `people.ts`, never reached for elsewhere. */
import type { Logger } from 'pino';
import type { RefusalCode } from '#domain/refusal';
import { RefusedError } from '#domain/refusal';
import type { DoorKeys } from '#server/store/door-keys';
import type { KnownPlaces } from '#server/auth/known-places';
import type { RateLimits } from '#server/auth/rate-limits';
import type { Session } from '#server/auth/session';
import type { Sessions } from '#server/auth/sessions';
import type { Backplane } from '#server/backplane/backplane';
import type { Clock } from '#server/clock';
import type { Database } from '#server/db/database';
import type { Mail } from '#server/mail/mail';
import type { Random } from '#server/random';
import type { Rooms } from '#server/rooms/rooms';

export type PeopleConfig = {
  readonly registration: 'open' | 'invite' | 'closed';
  /** Most living members of one sprint. */
  readonly roomLimit: number;
};

export type PeopleParts = {
  readonly db: Database;
  readonly config: PeopleConfig;
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly knownPlaces: KnownPlaces;
  readonly doorKeys: DoorKeys;
  readonly backplane: Backplane;
  readonly rooms: Pick<Rooms, 'change'>;
  /** Null where no SMTP server is set. */
  readonly mail: Mail | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
};

/** Who asks, as the edge of the server sees it. */
export type Visit = {
  readonly session: Session | null;
  /** Network address, for rate limits only; never stored. */
  readonly address: string;
  readonly userAgent: string | null;
  readonly language: 'nl' | 'en';
};

/** A session that was made: the route sets the cookie. */
export type SignedIn = { readonly token: string; readonly expiresAt: Date };

/**
 * The account behind a visit.
 * @throws RefusedError not-signed-in; account-scoped for a phone or return session; needs-account for a guest.
 */
export function accountOf(visit: Visit): Session & { email: string } {
  const { session } = visit;
  if (!session) throw new RefusedError('not-signed-in');
  if (session.onlySprintId) throw new RefusedError('account-scoped');
  if (session.email === null) throw new RefusedError('needs-account');
  return { ...session, email: session.email };
}

/** The guest who is visiting with a session of their own, or null. */
export function guestOf(visit: Visit): Session | null {
  const { session } = visit;
  return session && session.email === null && session.onlySprintId === null ? session : null;
}

export function refuse(code: RefusalCode, field?: string): never {
  throw new RefusedError(code, field ? { field } : {});
}

/** Whether an insert or update failed on the named unique index. */
export function isTaken(thrown: unknown, constraint: string): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('constraint_name' in error && error.constraint_name === constraint) return true;
  }
  return false;
}
