/** Takes one own dot off a candidate. */
import { and, asc, eq } from 'drizzle-orm';
import { allowed, ensure } from '#domain/refusal';
import { mayTakeBack } from '#domain/votes/budget';
import { castingOf } from '#server/commands/ballot';
import type { Handler } from '#server/commands/command';
import { dots } from '#server/db/tables';

export const takeBackDot: Handler<'take-back-dot'> = {
  lock: 'share',
  movesDots: true,
  // who: the runner asked permissions; who has no ballot is no voter.
  // whether: ruled upon below, when no other request of this member is under way.
  whether: () => allowed,
  // do
  async do({ tx, authority, me, command }) {
    const ballot = and(eq(dots.roundId, command.roundId), eq(dots.memberId, me.id));
    const rows = await tx.select().from(dots).where(ballot).orderBy(asc(dots.dotNo)).for('update');
    ensure(mayTakeBack(castingOf(authority, me, command, rows)));
    const last = rows
      .filter((row) => row.candidateId === command.candidateId)
      .reduce((top, row) => ((row.stackNo ?? 0) > (top.stackNo ?? 0) ? row : top));
    await tx
      .update(dots)
      .set({ candidateId: null, stackNo: null })
      .where(and(ballot, eq(dots.dotNo, last.dotNo)));
    return null;
  },
};
