/**
 * One person turns out to have two seats in one sprint: a guest's and an account's. The account's
 * stays; it takes the stronger role, the Decider's part, a mandate, the duties and the hidden notes
 * of the other, whose unfinished votes end (one person, one budget).
 */
import { eq } from 'drizzle-orm';
import { roles, type Role } from '#domain/sprint/roles';
import type { Transaction } from '#server/db/database';
import { mandates, members } from '#server/db/tables';
import { reconcileBallots } from '#server/store/ballots';

export type SeatRow = typeof members.$inferSelect;
type Two<T> = { readonly from: T; readonly into: T };

/** Call it in a transaction that holds the sprint's row. */
export async function mergeSeats(
  tx: Transaction,
  { from, into }: Two<SeatRow>,
  now: Date,
): Promise<void> {
  await tx.update(mandates).set({ memberId: into.id }).where(eq(mandates.memberId, from.id));
  // First out, then in: a sprint has one Decider at a time.
  await tx
    .update(members)
    .set({ removedAt: now, decider: false, readyFor: null })
    .where(eq(members.id, from.id));
  await tx
    .update(members)
    .set({
      role: strongerRole(from.role as Role, into.role as Role),
      decider: from.decider || into.decider,
      duties: [...new Set([...into.duties, ...from.duties])],
    })
    .where(eq(members.id, into.id));
  await reconcileBallots(tx, into.sprintId);
}

/** @returns the role of the two that may do more. */
export function strongerRole(a: Role, b: Role): Role {
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b;
}
