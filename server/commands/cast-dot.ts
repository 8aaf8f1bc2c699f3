/**
 * Puts one dot on a candidate. Members vote side by side; one member's own requests take turns on
 * the rows of their ballot, so that twenty at once never make more dots than rows.
 */
import { and, asc, eq } from 'drizzle-orm';
import { allowed, ensure } from '#domain/refusal';
import { mayCast } from '#domain/votes/budget';
import { castingOf } from '#server/commands/ballot';
import type { Handler } from '#server/commands/command';
import { dots } from '#server/db/tables';

export const castDot: Handler<'cast-dot'> = {
  lock: 'share',
  movesDots: true,
  // who: the runner asked permissions; who has no ballot is no voter.
  // whether: ruled upon below, when no other request of this member is under way.
  whether: () => allowed,
  // do
  async do({ tx, authority, me, command }) {
    const { roundId, candidateId } = command;
    const ballot = and(eq(dots.roundId, roundId), eq(dots.memberId, me.id));
    const rows = await tx.select().from(dots).where(ballot).orderBy(asc(dots.dotNo)).for('update');
    ensure(mayCast(castingOf(authority, me, command, rows)));
    const empty = rows.find((row) => row.candidateId === null);
    if (!empty) throw new Error('a ballot with dots left has no empty row');
    const taken = new Set(
      rows.filter((row) => row.candidateId === candidateId).map((row) => row.stackNo),
    );
    let stackNo = 1;
    while (taken.has(stackNo)) stackNo += 1;
    await tx
      .update(dots)
      .set({ candidateId, stackNo })
      .where(and(ballot, eq(dots.dotNo, empty.dotNo)));
    return null;
  },
};
