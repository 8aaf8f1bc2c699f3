/**
 * Takes a member out of the roster for good: their account is deleted, or their seat was merged into
 * another. Their unfinished votes end; what they wrote on walls stays.
 */
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/database';
import { mandates, members } from '#server/db/tables';
import { reconcileBallots } from '#server/store/ballots';

type Seat = { id: string; sprintId: string; decider: boolean };

/** Call it in a transaction that holds the sprint's row. */
export async function vacateSeat(tx: Transaction, seat: Seat, now: Date): Promise<void> {
  // A mandate ends with who gave it in the Decider's place, and with who holds it.
  await tx
    .update(mandates)
    .set({ endedAt: now })
    .where(
      and(
        eq(mandates.sprintId, seat.sprintId),
        isNull(mandates.endedAt),
        seat.decider ? undefined : eq(mandates.memberId, seat.id),
      ),
    );
  await tx
    .update(members)
    .set({ removedAt: now, decider: false, readyFor: null })
    .where(eq(members.id, seat.id));
  await reconcileBallots(tx, seat.sprintId);
}
