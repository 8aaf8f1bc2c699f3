/** The round of the open step as one reader may see it: own dots only, and results once they are everybody's. */
import type { MemberId } from '#domain/ids';
import { resultsAreShown, votersAreShown } from '#domain/votes/secrecy';
import { ranked, tally, votersOf } from '#domain/votes/tally';
import type { StageRound } from '#protocol/stage';
import type { Authority, Candidate, Dot, Member, Round, Step } from '#server/stage/authority';

/** @returns null when no round of this step is open or closed, or the step is not at its vote yet. */
export function composeRound(authority: Authority, reader: Member, step: Step): StageRound | null {
  const round = authority.rounds.findLast((one) => one.stepId === step.id);
  if (!round) return null;
  const candidates = authority.candidates.filter((one) => one.roundId === round.id);
  const dots = authority.dots.filter((dot) => dot.roundId === round.id);
  const isOpen = round.status === 'open';
  const placed = candidates.reduce((n, one) => n + (one.dots ?? 0), 0);
  return {
    id: round.id,
    stepId: round.stepId,
    status: isOpen ? 'open' : 'closed',
    candidates: candidates.map(({ id, text, noteIds, groupLabel }) => {
      return { id, text, noteIds, groupLabel };
    }),
    mine: isOpen ? composeBallot(dots, round, reader) : null,
    left: isOpen && reader.role === 'facilitator' ? composeLeft(authority, dots) : null,
    // A figure that rises with each dot would send everybody a stage for it.
    placed: isOpen ? (reader.role === 'facilitator' ? placedOf(dots).length : null) : placed,
    given: isOpen ? dots.length : Math.max(placed, dots.length),
    results: composeResults(round, candidates, dots),
    fresh: (authority.undoneRounds[step.id] ?? 0) > 0,
  };
}

const placedOf = (dots: readonly Dot[]): (Dot & { candidateId: string })[] =>
  dots.filter((dot): dot is Dot & { candidateId: string } => dot.candidateId !== null);

function composeBallot(dots: readonly Dot[], round: Round, reader: Member): StageRound['mine'] {
  const own = dots.filter((dot) => dot.memberId === reader.id);
  if (own.length === 0) return null;
  const placed: Record<string, number> = {};
  for (const { candidateId } of placedOf(own)) placed[candidateId] = (placed[candidateId] ?? 0) + 1;
  return { budget: own.length, perCandidate: round.perCandidate, placed };
}

function composeLeft(authority: Authority, dots: readonly Dot[]): StageRound['left'] {
  const left: Record<MemberId, { budget: number; left: number }> = {};
  for (const { id } of authority.members) {
    const own = dots.filter((dot) => dot.memberId === id);
    if (own.length === 0) continue;
    left[id] = { budget: own.length, left: own.length - placedOf(own).length };
  }
  return left;
}

/** Results: for everybody after the close, and while it runs only where the facilitator chose live results. */
export function composeResults(
  round: Round,
  candidates: readonly Candidate[],
  dots: readonly Dot[],
): StageRound['results'] {
  const shown = { ...round, status: round.status as 'open' | 'closed' | 'undone' };
  if (!resultsAreShown(shown)) return null;
  const tallies =
    round.status === 'open'
      ? tally(
          candidates.map((one) => one.id),
          dots,
        )
      : candidates.map((one) => ({ candidateId: one.id, dots: one.dots ?? 0 }));
  return ranked(tallies).map((one) => ({
    ...one,
    voters: votersAreShown(shown) ? votersOf(one.candidateId, dots) : null,
  }));
}
