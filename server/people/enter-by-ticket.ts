/**
 * Comes in by a QR code: on one's own phone, or back to one's seat after a lost cookie. The session
 * that it makes is good for this sprint only, never for the account. A facilitator makes the code
 * back and could use it, so it opens a guest's seat only, and never without that guest noticing: the
 * sessions that were in it end.
 */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Session } from '#server/auth/session';
import type { Transaction } from '#server/db/database';
import { members, people, sessions, sprints, tickets } from '#server/db/tables';
import { refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';
import { lookAtTicket, useTicket, type Ticket } from '#server/people/tickets';

export type SeatTicketKind = 'phone' | 'return';
type Seat = { sprintId: string; sprintName: string; name: string };
type Entered = { sprintId: string; signedIn: SignedIn | null; ended: readonly string[] };

/**
 * Whose seat it is, and who is in this browser instead; does not use the ticket, so that a preview of the link spoils nothing.
 * @throws RefusedError no-such-link; link-expired, also when the member has gone; signs-in-instead for
 * a code back to the seat of an account.
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
  const entered = await parts.db.transaction(async (tx): Promise<Entered> => {
    const now = parts.clock.now();
    const ticket = await useTicket(tx, { token, kind, now });
    const { sprintId } = await seatOf({ ...parts, db: tx }, ticket);
    const there = visit.session !== null && isSeated(visit.session, ticket);
    if (there || !ticket.personId) return { sprintId, signedIn: null, ended: [] };
    const ended =
      kind === 'return' ? await endSessionsIn(tx, ticket.personId, { sprintId, now }) : [];
    const signedIn = await parts.sessions.createSession(ticket.personId, {
      userAgent: visit.userAgent,
      onlySprintId: sprintId,
      tx,
    });
    return { sprintId, signedIn, ended };
  });
  const { sprintId, signedIn, ended } = entered;
  for (const sessionId of ended) parts.backplane.publish({ kind: 'session-ended', sessionId });
  // The cookie of whoever used this browser before is replaced; its session opens nothing any more.
  if (signedIn && visit.session) await parts.sessions.endSession(visit.session.id);
  return { sprintId, signedIn };
}

/** Ends the sessions of a person that are good for a sprint, and other links to the seat. @returns their ids. */
async function endSessionsIn(
  tx: Transaction,
  personId: string,
  { sprintId, now }: { sprintId: string; now: Date },
): Promise<string[]> {
  await tx
    .update(tickets)
    .set({ usedAt: now })
    .where(
      and(eq(tickets.personId, personId), eq(tickets.sprintId, sprintId), isNull(tickets.usedAt)),
    );
  const inSprint = or(isNull(sessions.sprintId), eq(sessions.sprintId, sprintId));
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), inSprint))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

async function seatOf(
  { db }: { db: Pick<PeopleParts['db'], 'select'> },
  ticket: Ticket,
): Promise<Seat> {
  if (!ticket.sprintId || !ticket.personId) refuse('no-such-link');
  const [seat] = await db
    .select({
      ...{ sprintId: sprints.id, sprintName: sprints.name },
      ...{ name: members.name, email: people.email },
    })
    .from(members)
    .innerJoin(sprints, eq(sprints.id, members.sprintId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.sprintId, ticket.sprintId),
        eq(members.personId, ticket.personId),
        isNull(members.removedAt),
      ),
    );
  if (!seat) refuse('link-expired');
  const { email, ...shown } = seat;
  // The guest made an account, or went into one, after the code was made.
  if (ticket.kind === 'return' && email !== null) refuse('signs-in-instead');
  return shown;
}
