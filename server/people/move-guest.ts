/**
 * Gives everything of a guest to an account: seats, phone and return links, phones that are in. The
 * guest is removed. Where both sit in one sprint their seats are merged.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/database';
import { members, people, sessions, sprints, tickets } from '#server/db/tables';
import { mergeSeats, type SeatRow } from '#server/people/merge-seats';
import { raiseVersion } from '#server/people/new-member';
import type { PeopleParts } from '#server/people/parts';
import { pourPrivateRooms, privateRoomsOf, type Held } from '#server/people/pour-rooms';

type Move = { guestId: string; accountId: string };
type Moved = { sprintIds: string[]; sessionIds: string[] };

export async function moveGuest(parts: PeopleParts, move: Move): Promise<void> {
  const roomIds = await roomsOfDoubleSeats(parts, move);
  await parts.rooms.change(
    roomIds,
    (scope) =>
      moveInside(parts, scope.tx, {
        ...move,
        scope,
        roomIds,
        now: parts.clock.now(),
        newId: parts.random.newId,
      }),
    { settled: async (moved) => tellMoved(parts, move, moved), optional: roomIds },
  );
}

function tellMoved({ backplane }: PeopleParts, { guestId }: Move, moved: Moved): void {
  for (const sessionId of moved.sessionIds) backplane.publish({ kind: 'session-ended', sessionId });
  backplane.publish({ kind: 'person-gone', personId: guestId });
  for (const sprintId of moved.sprintIds)
    backplane.publish({ kind: 'authority-changed', sprintId });
}

async function moveInside(
  { clock }: PeopleParts,
  tx: Transaction,
  { guestId, accountId, ...held }: Move & Held,
): Promise<Moved> {
  const seats = await seatsOf(tx, guestId).for('update', { of: sprints });
  for (const { seat } of seats) {
    const own = await seatIn(tx, seat.sprintId, accountId);
    if (own) {
      await pourPrivateRooms(tx, { from: seat, into: own }, held);
      await mergeSeats(tx, { from: seat, into: own }, clock.now());
    }
    await raiseVersion(tx, seat.sprintId);
  }
  // Seats that live on, and those that were lost before.
  await tx.update(members).set({ personId: accountId }).where(eq(members.personId, guestId));
  // Links of the guest are the account's now, and outlive the guest's own sessions, which end here.
  await tx
    .update(tickets)
    .set({ personId: accountId, sessionId: null })
    .where(eq(tickets.personId, guestId));
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, guestId), isNull(sessions.sprintId)))
    .returning({ id: sessions.id });
  await tx.update(sessions).set({ userId: accountId }).where(eq(sessions.userId, guestId));
  await tx.delete(people).where(eq(people.id, guestId));
  return {
    sprintIds: seats.map(({ seat }) => seat.sprintId),
    sessionIds: ended.map((session) => session.id),
  };
}

/** Living seats with their sprint, in one order, so that two moves never wait for each other. */
function seatsOf(db: Pick<Transaction, 'select'>, personId: string) {
  return db
    .select({ seat: members })
    .from(members)
    .innerJoin(sprints, eq(sprints.id, members.sprintId))
    .where(and(eq(members.personId, personId), isNull(members.removedAt)))
    .orderBy(asc(sprints.id));
}

async function seatIn(
  db: Pick<Transaction, 'select'>,
  sprintId: string,
  personId: string,
): Promise<SeatRow | undefined> {
  const seats = await seatsOf(db, personId);
  return seats.find(({ seat }) => seat.sprintId === sprintId)?.seat;
}

/** The private rooms that have to be held while the move is made. */
async function roomsOfDoubleSeats(
  { db }: PeopleParts,
  { guestId, accountId }: Move,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { seat } of await seatsOf(db, guestId)) {
    const own = await seatIn(db, seat.sprintId, accountId);
    if (!own) continue;
    for (const member of [seat, own]) {
      ids.push(...(await privateRoomsOf(db, member.id)).map((room) => room.id));
    }
  }
  return ids;
}
