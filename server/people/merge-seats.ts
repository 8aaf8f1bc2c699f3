/**
 * One person turns out to have two seats in one sprint: a guest's and an account's. The account's
 * stays; it takes the stronger role, the Decider's part, a mandate, the duties and the hidden notes
 * of the other, whose unfinished votes end (one person, one budget).
 */
import { eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { addPileNotes } from '#document/boards/pile';
import { server } from '#document/origins';
import { plainPile, type PlainPileNote } from '#document/plain';
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

/** Notes that are there already, by id, are not doubled. */
export function pourPile(from: readonly PlainPileNote[], into: Y.Doc): void {
  const present = new Set(plainPile(into).map((note) => note.id));
  const notes = from.filter((note) => !present.has(note.id));
  if (notes.length === 0) return;
  addPileNotes(
    into,
    notes.map(({ id, wall, text, color, createdAt }) => ({ id, wall, text, color, createdAt })),
    server,
  );
}
