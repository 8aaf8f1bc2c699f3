/** A closed round as rows to show: candidates joined with their results, most dots first. */
import type { Stage, StageRound } from '#protocol/stage';

export type RankedCandidate = {
  id: string;
  text: string;
  groupLabel: string | null;
  noteIds: readonly string[];
  dots: number;
  rank: number;
  voters: readonly string[] | null;
};

export function rankedCandidates(
  round: Pick<StageRound, 'candidates' | 'results'>,
): RankedCandidate[] {
  const candidates = new Map(round.candidates.map((candidate) => [candidate.id, candidate]));
  return (round.results ?? []).flatMap(({ candidateId, dots, rank, voters }) => {
    const candidate = candidates.get(candidateId);
    if (!candidate) return [];
    const { text, groupLabel, noteIds } = candidate;
    return [{ id: candidateId, text, groupLabel, noteIds, dots, rank, voters }];
  });
}

/** Names of members as one line; who has gone is left out. */
export function memberNames(stage: Stage, ids: readonly string[]): string {
  return stage.members
    .filter((member) => ids.includes(member.id))
    .map((member) => member.name)
    .join(', ');
}
