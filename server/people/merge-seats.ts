/**
 * One person turns out to have two seats in one sprint: a guest's and an account's. The account's
 * stays; it takes the stronger role, the Decider's part, a mandate, the duties and the hidden notes
 * of the other, whose unfinished votes end (one person, one budget).
 */
import { eq } from 'drizzle-orm';
import { roles, type Role } from '#domain/sprint/roles';
import type { Transaction } from '#server/db/database';
import { sketches } from '#server/db/sketch-tables';
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
  await moveSketches(tx, { from, into });
  await reconcileBallots(tx, into.sprintId);
}

/** A sketch that both handed in stays with the seat that made it: nothing that is in is lost. */
async function moveSketches(tx: Transaction, { from, into }: Two<SeatRow>): Promise<void> {
  const own = await tx.select().from(sketches).where(eq(sketches.memberId, into.id));
  const theirs = await tx.select().from(sketches).where(eq(sketches.memberId, from.id));
  for (const { id, stepId, place } of theirs) {
    if (own.some((one) => one.stepId === stepId && one.place === place)) continue;
    await tx.update(sketches).set({ memberId: into.id }).where(eq(sketches.id, id));
  }
}

/** @returns the role of the two that may do more. */
export function strongerRole(a: Role, b: Role): Role {
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b;
}
