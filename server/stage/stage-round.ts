/** The round of the open step as one reader may see it: own dots only, and results once they are everybody's. */
import type { MemberId } from '#domain/ids';
import { resultsAreShown, votersAreShown } from '#domain/votes/secrecy';
import { dotsPerExhibit, type HeatPlace } from '#domain/votes/heat';
import { ranked, tally, votersOf } from '#domain/votes/tally';
import type { BallotState, StageHeat } from '#protocol/ballots';
import type { StageRound } from '#protocol/stage';
import type { Authority, Candidate, Dot, Member, Round, Step } from '#server/stage/authority';
import { spotsOf } from '#server/store/ballots';

/** @returns null when no round of this step is open or closed, or the step is not at its vote yet. */
export function composeRound(authority: Authority, reader: Member, step: Step): StageRound | null {
  const round = authority.rounds.findLast((one) => one.stepId === step.id);
  if (!round) return null;
  const candidates = authority.candidates.filter((one) => one.roundId === round.id);
  const dots = authority.dots.filter((dot) => dot.roundId === round.id);
  const isOpen = round.status === 'open';
  // Of one who votes alone a sum is their choice; where results are live a figure tells who just put what.
  const votes = new Set(dots.map(({ memberId }) => memberId)).size > 1;
  const isTold = isOpen && votes && reader.role === 'facilitator';
  const isCounting = isTold && !round.resultsLive;
  const placed = candidates.reduce((n, one) => n + (one.dots ?? 0), 0);
  return {
    id: round.id,
    stepId: round.stepId,
    status: isOpen ? 'open' : 'closed',
    way: round.way,
    candidates: candidates.map(({ id, text, noteIds, groupLabel, exhibit }) => {
      return { id, text, noteIds, groupLabel, exhibit };
    }),
    mine: isOpen ? composeBallot(dots, round, reader) : null,
    left: isCounting ? composeLeft(authority, dots) : null,
    ballots: isTold && round.resultsLive ? composeStates(authority, dots) : null,
    heat: composeHeat(authority, round),
    reasons: composeReasons(round, dots),
    // A figure that rises with each dot would send everybody a stage for it.
    placed: isOpen ? (isCounting ? placedOf(dots).length : null) : placed,
    given: isOpen ? dots.length : Math.max(placed, dots.length),
    results: composeResults(round, candidates, {
      dots,
      heat: authority.toldHeat.get(round.id) ?? [],
    }),
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
  return {
    ...{ budget: own.length, perCandidate: round.perCandidate, placed },
    spots: spotsOf(own).map(({ candidateId, spot, x, y, dots: lie }) => {
      return { candidateId, spot, x, y, dots: lie };
    }),
    reasons: placedOf(own).flatMap(({ candidateId, part, reason }) =>
      reason === null ? [] : [{ candidateId, part, reason }],
    ),
  };
}

function composeStates(authority: Authority, dots: readonly Dot[]): StageRound['ballots'] {
  const states: Record<MemberId, BallotState> = {};
  for (const { id } of authority.members) {
    const own = dots.filter((dot) => dot.memberId === id);
    if (own.length === 0) continue;
    const placed = placedOf(own).length;
    states[id] = placed === 0 ? 'none' : placed < own.length ? 'busy' : 'done';
  }
  return states;
}

/** Everybody the same: what was told while it runs, all of it after the close. */
function composeHeat(authority: Authority, round: Round): StageRound['heat'] {
  if (round.way !== 'spot') return null;
  if (round.status === 'open') {
    const told = authority.toldHeat.get(round.id);
    return round.resultsLive ? byExhibit(told ?? []) : null;
  }
  return byExhibit(authority.heatPlaces.filter(({ roundId }) => roundId === round.id));
}

function byExhibit(places: readonly HeatPlace[]): StageHeat {
  const heat: StageHeat = {};
  for (const { candidateId, x, y, dots } of places) (heat[candidateId] ??= []).push([x, y, dots]);
  return heat;
}

/** Closed rounds of other steps on the same board in which dots did more than lie on notes. */
export function composeEarlier(authority: Authority, reader: Member, open: Step): StageRound[] {
  return authority.rounds.flatMap(({ stepId, way, status }) => {
    const step = authority.steps.find((one) => one.id === stepId);
    const isThere = step && step.id !== open.id && step.boardId === open.boardId;
    if (!isThere || way === 'candidate' || status !== 'closed') return [];
    return composeRound(authority, reader, step) ?? [];
  });
}

function composeReasons(round: Round, dots: readonly Dot[]): StageRound['reasons'] {
  if (round.way !== 'reasoned') return null;
  if (!votersAreShown({ ...round, status: round.status as 'open' | 'closed' | 'undone' }))
    return null;
  return placedOf(dots).flatMap(({ candidateId, memberId, part, reason }) =>
    reason === null ? [] : [{ candidateId, memberId, part, reason }],
  );
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

/** Results: for everybody after the close, and while it runs what is told of heat where the facilitator chose live results. */
export function composeResults(
  round: Round,
  candidates: readonly Candidate[],
  { dots, heat }: { dots: readonly Dot[]; heat: readonly HeatPlace[] },
): StageRound['results'] {
  const shown = { ...round, status: round.status as 'open' | 'closed' | 'undone' };
  if (!resultsAreShown(shown)) return null;
  const told = dotsPerExhibit(heat);
  const live =
    round.way === 'spot'
      ? candidates.map(({ id }) => ({ candidateId: id, dots: told.get(id) ?? 0 }))
      : tally(
          candidates.map(({ id }) => id),
          dots,
        );
  const tallies =
    round.status === 'open'
      ? live
      : candidates.map((one) => ({ candidateId: one.id, dots: one.dots ?? 0 }));
  return ranked(tallies).map((one) => ({
    ...one,
    voters: votersAreShown(shown) ? votersOf(one.candidateId, dots) : null,
  }));
}
