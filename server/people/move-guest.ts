/**
 * Gives everything of a guest to an account: seats, phone and return links, phones that are in. The
 * guest is removed. Where both sit in one sprint their seats are merged.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { plainPile, plainPileOfUpdate } from '#document/plain';
import { pileWith } from '#document/rebuild';
import type { Transaction } from '#server/db/database';
import { members, people, rooms, sessions, sprints, tickets } from '#server/db/tables';
import { mergeSeats, pourPile, type SeatRow } from '#server/people/merge-seats';
import { raiseVersion } from '#server/people/new-member';
import type { PeopleParts } from '#server/people/parts';
import type { ChangeScope } from '#server/rooms/rooms';
import type { RoomRow } from '#server/stage/authority';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

type Move = { guestId: string; accountId: string };
/** The private rooms that were to be held; one that cannot be read is not. */
type Held = {
  scope: ChangeScope;
  roomIds: readonly string[];
  now: Date;
  newId: () => string;
};
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
      await pourHeld(tx, { from: seat, into: own }, held);
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

/** A pile that cannot be read keeps nobody from getting the seat: what can be is poured, into a new pile where it must. */
async function pourHeld(
  tx: Transaction,
  { from, into }: { from: SeatRow; into: SeatRow },
  { scope, roomIds, now, newId }: Held,
): Promise<void> {
  const pile = await privateRoom(tx, from.id);
  const target = await privateRoom(tx, into.id);
  if (!pile || !target) return;
  // A seat was taken between choosing the rooms and holding them: nothing is done, and a second try works.
  if (!roomIds.includes(pile.id) || !roomIds.includes(target.id))
    throw new Error('a seat came in between');
  const notes =
    scope.attempt(pile.id, plainPile)?.value ??
    plainPileOfUpdate(await salvage(tx, pile.id, 'pile'));
  if (scope.attempt(target.id, (doc) => pourPile(notes, doc))) return;
  const kept = plainPileOfUpdate(await salvage(tx, target.id, 'pile'));
  const known = new Set(kept.map(({ id }) => id));
  const seed = pileWith([...kept, ...notes.filter(({ id }) => !known.has(id))]);
  await renewRoom(tx, target, { seed, now, newId });
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
      const room = await privateRoom(db, member.id);
      if (room) ids.push(room.id);
    }
  }
  return ids;
}

async function privateRoom(
  db: Pick<Transaction, 'select'>,
  memberId: string,
): Promise<RoomRow | undefined> {
  const [room] = await db
    .select()
    .from(rooms)
    .where(and(eq(rooms.memberId, memberId), isNull(rooms.retiredAt)));
  return room;
}
