/**
 * Comes in by a QR code: on one's own phone, or back to one's seat after a lost cookie. The session
 * that it makes is good for this sprint only, never for the account.
 */
import { and, eq, isNull } from 'drizzle-orm';
import type { Session } from '#server/auth/session';
import { members, sprints } from '#server/db/tables';
import { refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';
import { lookAtTicket, useTicket, type Ticket } from '#server/people/tickets';

export type SeatTicketKind = 'phone' | 'return';
type Seat = { sprintId: string; sprintName: string; name: string };

/**
 * Whose seat it is, and who is in this browser instead; does not use the ticket, so that a preview of the link spoils nothing.
 * @throws RefusedError no-such-link; link-expired, also when the member has gone.
 */
export async function lookAtSeat(
  parts: PeopleParts,
  { token, kind }: { token: string; kind: SeatTicketKind },
  visit: Visit,
): Promise<Seat & { replaces: string | null }> {
  const ticket = await lookAtTicket(parts.db, { token, kind, now: parts.clock.now() });
  const { session } = visit;
  const replaces = session && !isSeated(session, ticket) ? session.name : null;
  return { ...(await seatOf(parts, ticket)), replaces };
}

/** The session is of the seat's own person, and good for its sprint. */
function isSeated(session: Session, { personId, sprintId }: Ticket): boolean {
  const inSprint = session.onlySprintId === null || session.onlySprintId === sprintId;
  return session.personId === personId && inSprint;
}

/** Uses the ticket. @throws RefusedError as `lookAtSeat`. */
export async function enterByTicket(
  parts: PeopleParts,
  { token, kind }: { token: string; kind: SeatTicketKind },
  visit: Visit,
): Promise<{ sprintId: string; signedIn: SignedIn | null }> {
  const entered = await parts.db.transaction(async (tx) => {
    const ticket = await useTicket(tx, { token, kind, now: parts.clock.now() });
    const { sprintId } = await seatOf({ ...parts, db: tx }, ticket);
    const there = visit.session !== null && isSeated(visit.session, ticket);
    if (there || !ticket.personId) return { sprintId, signedIn: null };
    const signedIn = await parts.sessions.createSession(ticket.personId, {
      userAgent: visit.userAgent,
      onlySprintId: sprintId,
      tx,
    });
    return { sprintId, signedIn };
  });
  // The cookie of whoever used this browser before is replaced; its session opens nothing any more.
  if (entered.signedIn && visit.session) await parts.sessions.endSession(visit.session.id);
  return entered;
}

async function seatOf(
  { db }: { db: Pick<PeopleParts['db'], 'select'> },
  ticket: Ticket,
): Promise<Seat> {
  if (!ticket.sprintId || !ticket.personId) refuse('no-such-link');
  const [seat] = await db
    .select({ sprintId: sprints.id, sprintName: sprints.name, name: members.name })
    .from(members)
    .innerJoin(sprints, eq(sprints.id, members.sprintId))
    .where(
      and(
        eq(members.sprintId, ticket.sprintId),
        eq(members.personId, ticket.personId),
        isNull(members.removedAt),
      ),
    );
  if (!seat) refuse('link-expired');
  return seat;
}
