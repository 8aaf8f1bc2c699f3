/**
 * Deletes the account that asks, with its hidden notes and sessions. What it left on walls belongs
 * to the team and stays; a decision keeps the name under which it was taken. A sprint never loses
 * its only facilitator this way.
 */
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import type { Transaction } from '#server/db/database';
import { members, people, rooms, sprints } from '#server/db/tables';
import { ensurePassword } from '#server/people/change-password';
import { checked, givenPasswordField } from '#server/people/fields';
import { raiseVersion } from '#server/people/new-member';
import { accountOf, type PeopleParts, type Visit } from '#server/people/parts';
import { vacateSeat } from '#server/people/vacate-seat';

const form = v.object({ password: givenPasswordField });

/**
 * @throws RefusedError last-facilitator with `about.sprint` (its name); password-wrong; too-fast;
 * field refusals; as `accountOf`.
 */
export async function deleteAccount(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<void> {
  const account = accountOf(visit);
  const { password } = checked(form, input);
  await ensurePassword(parts, account, password);
  const sprintIds = await parts.db.transaction((tx) => leaveAll(parts, tx, account.personId));
  await parts.sessions.endAllSessions(account.personId);
  await parts.db.delete(people).where(eq(people.id, account.personId));
  parts.backplane.publish({ kind: 'person-gone', personId: account.personId });
  for (const sprintId of sprintIds)
    parts.backplane.publish({ kind: 'authority-changed', sprintId });
}

async function leaveAll(
  { clock }: PeopleParts,
  tx: Transaction,
  personId: string,
): Promise<string[]> {
  const seats = await tx
    .select({ seat: members, sprint: sprints.name })
    .from(members)
    .innerJoin(sprints, eq(sprints.id, members.sprintId))
    .where(and(eq(members.personId, personId), isNull(members.removedAt)))
    .orderBy(asc(sprints.id))
    .for('update', { of: sprints });
  for (const { seat, sprint } of seats) {
    if (seat.role === 'facilitator') await ensureAnotherFacilitator(tx, { ...seat, sprint });
  }
  for (const { seat } of seats) {
    await vacateSeat(tx, seat, clock.now());
    await raiseVersion(tx, seat.sprintId);
  }
  // Also of sprints that were left before: hidden notes are nobody else's, names are the person's.
  const all = tx.select({ id: members.id }).from(members).where(eq(members.personId, personId));
  await tx.delete(rooms).where(inArray(rooms.memberId, all));
  await tx.update(members).set({ name: '-' }).where(eq(members.personId, personId));
  return seats.map(({ seat }) => seat.sprintId);
}

async function ensureAnotherFacilitator(
  tx: Transaction,
  seat: { id: string; sprintId: string; sprint: string },
): Promise<void> {
  const [other] = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.sprintId, seat.sprintId),
        eq(members.role, 'facilitator'),
        isNull(members.removedAt),
        ne(members.id, seat.id),
      ),
    )
    .limit(1);
  if (!other) throw new RefusedError('last-facilitator', { about: { sprint: seat.sprint } });
}
