/** Who is on the line: what the cookie says, for routes, commands and sockets alike. */
import type { PersonId, SprintId } from '#domain/ids';

export type Session = {
  /** SHA-256 (hex) of the cookie's token, as in the table. */
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  /** Null for a guest. */
  readonly email: string | null;
  /** Set for a session made by a phone or return QR: acts in this sprint only, never on the account. */
  readonly onlySprintId: SprintId | null;
  readonly expiresAt: Date;
};

export const SESSION_COOKIE = 'sprintkamer_session';
/**
 * Over https. A browser takes a cookie of this prefix only from the very host that it is for, over https
 * and for every path, so that no neighbour under the same domain plants a session of theirs.
 */
export const HOST_SESSION_COOKIE = `__Host-${SESSION_COOKIE}`;
