/**
 * Sums of a round. The order never depends on who voted or when: most dots first, ties in the order
 * in which the candidates were frozen, sharing a rank (1, 1, 3).
 */
import type { CandidateId, MemberId } from '#domain/ids';

export type PlacedDot = { readonly candidateId: CandidateId | null; readonly memberId: MemberId };
export type Tally = { readonly candidateId: CandidateId; readonly dots: number };
export type RankedTally = Tally & { readonly rank: number };

/** Dots per candidate, in the candidates' order; empty dots and strangers count nothing. */
export function tally(
  candidateIds: readonly CandidateId[],
  dots: readonly Pick<PlacedDot, 'candidateId'>[],
): Tally[] {
  const sums = new Map(candidateIds.map((candidateId) => [candidateId, 0]));
  for (const { candidateId } of dots) {
    const sum = candidateId === null ? undefined : sums.get(candidateId);
    if (candidateId !== null && sum !== undefined) sums.set(candidateId, sum + 1);
  }
  return [...sums].map(([candidateId, sum]) => ({ candidateId, dots: sum }));
}

/** Most dots first; `tallies` come in the candidates' order, which settles ties for the eye only. */
export function ranked(tallies: readonly Tally[]): RankedTally[] {
  const ordered = [...tallies].sort((a, b) => b.dots - a.dots);
  return ordered.map((one) => ({
    ...one,
    rank: 1 + ordered.filter((other) => other.dots > one.dots).length,
  }));
}

/** Who voted for a candidate, each once, in the order given; for rounds whose voters are shown. */
export function votersOf(candidateId: CandidateId, dots: readonly PlacedDot[]): MemberId[] {
  const voters = dots.filter((dot) => dot.candidateId === candidateId).map((dot) => dot.memberId);
  return [...new Set(voters)];
}
