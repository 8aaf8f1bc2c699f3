/** An invitation to make an account: by an account holder, or by the command `npm run invite`. */
import { accountOf, type PeopleParts, type Visit } from '#server/people/parts';
import { makeTicket } from '#server/people/tickets';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/** Valid once, for a week. @returns its path. */
export async function makeInvitation(
  parts: Pick<PeopleParts, 'db' | 'clock' | 'random'>,
  by: { personId: string } | null,
): Promise<{ path: string; expiresAt: Date }> {
  const { token, expiresAt } = await makeTicket(parts.db, {
    kind: 'invitation',
    personId: by?.personId ?? null,
    now: parts.clock.now(),
    validMs: VALID_MS,
    random: parts.random,
  });
  return { path: `/register?invitation=${token}`, expiresAt };
}

/** @throws RefusedError as `accountOf`. */
export async function invite(
  parts: PeopleParts,
  visit: Visit,
): Promise<{ path: string; expiresAt: Date }> {
  return makeInvitation(parts, accountOf(visit));
}
