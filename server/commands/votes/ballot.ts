/** One voter's dots as the domain's Ballot, from rows of the table. */
import { and, asc, eq } from 'drizzle-orm';
import type { Casting } from '#domain/votes/budget';
import { plainBox, type ExhibitBox } from '#domain/votes/exhibit-box';
import { dots } from '#server/db/ballot-tables';
import type { Transaction } from '#server/db/database';
import type { Authority, Candidate, DotRow, Member, Round } from '#server/stage/authority';

/** Locks a voter's rows of a round: from here on no other request of theirs moves a dot. @returns them, in order. */
export async function lockBallot(
  tx: Transaction,
  { roundId, memberId }: { roundId: string; memberId: string },
): Promise<DotRow[]> {
  return tx
    .select()
    .from(dots)
    .where(and(eq(dots.roundId, roundId), eq(dots.memberId, memberId)))
    .orderBy(asc(dots.dotNo))
    .for('update');
}

export function castingOf(
  authority: Authority,
  me: Member,
  asked: { roundId: string; candidateId: string },
  rows: readonly DotRow[],
): Casting {
  const round: Round | undefined = authority.rounds.find((one) => one.id === asked.roundId);
  const own = rows.filter((dot) => dot.roundId === asked.roundId && dot.memberId === me.id);
  const placed: Record<string, number> = {};
  for (const { candidateId } of own) {
    if (candidateId !== null) placed[candidateId] = (placed[candidateId] ?? 0) + 1;
  }
  return {
    round: round ? { status: round.status as 'open' | 'closed' | 'undone' } : null,
    candidateIds: authority.candidates
      .filter((one) => one.roundId === asked.roundId)
      .map((one) => one.id),
    candidateId: asked.candidateId,
    ballot:
      own.length > 0
        ? { budget: own.length, perCandidate: round?.perCandidate ?? 0, placed }
        : null,
  };
}

/** The box in which places on a candidate of this round are told. */
export function boxOf(
  { candidates }: Authority,
  asked: { roundId: string; candidateId: string },
): ExhibitBox {
  const found: Candidate | undefined = candidates.find(
    ({ roundId, id }) => roundId === asked.roundId && id === asked.candidateId,
  );
  return found?.exhibit ?? plainBox;
}
