/** Takes one own dot off a candidate, or off one of one's own spots on it. */
import { and, eq } from 'drizzle-orm';
import { allowed, ensure, RefusedError } from '#domain/refusal';
import { mayTakeBack } from '#domain/votes/budget';
import { castingOf, lockBallot } from './ballot';
import type { Handler } from '#server/commands/command';
import { dots, spots } from '#server/db/ballot-tables';

export const takeBackDot: Handler<'take-back-dot'> = {
  lock: 'share',
  movesDots: true,
  // who: the runner asked permissions; who has no ballot is no voter.
  // whether: ruled upon below, when no other request of this member is under way.
  whether: () => allowed,
  // do
  async do({ tx, authority, me, command }) {
    const { roundId, candidateId, spot = null } = command;
    const memberId = me.id;
    const rows = await lockBallot(tx, { roundId, memberId });
    ensure(mayTakeBack(castingOf(authority, me, command, rows)));
    const stack = rows.filter((row) => row.candidateId === candidateId && row.spot === spot);
    const [last] = [...stack].sort((a, b) => (b.stackNo ?? 0) - (a.stackNo ?? 0));
    if (!last) throw new RefusedError('no-dot-to-take-back');
    const own = and(eq(dots.roundId, roundId), eq(dots.memberId, memberId));
    await tx
      .update(dots)
      .set({ candidateId: null, stackNo: null, spot: null, part: null, reason: null })
      .where(and(own, eq(dots.dotNo, last.dotNo)));
    if (spot !== null && stack.length === 1) {
      const ofVoter = and(eq(spots.roundId, roundId), eq(spots.memberId, memberId));
      const emptied = and(eq(spots.candidateId, candidateId), eq(spots.spot, spot));
      await tx.delete(spots).where(and(ofVoter, emptied));
    }
    return null;
  },
};
