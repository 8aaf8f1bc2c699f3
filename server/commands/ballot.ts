/** One voter's dots as the domain's Ballot, from rows of the table. */
import type { Casting } from '#domain/votes/budget';
import type { Authority, Dot, Member, Round } from '#server/stage/authority';

export function castingOf(
  authority: Authority,
  me: Member,
  asked: { roundId: string; candidateId: string },
  rows: readonly Dot[],
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
