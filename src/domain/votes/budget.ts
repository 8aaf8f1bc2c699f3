/**
 * Dots: who gets how many, and whether one may be put or taken back. The database holds the same
 * budget as rows per dot and voter; these rulings give the sentence before it.
 */
import { dotsEach, resultsAreLive, type ExerciseChoices } from '#domain/exercises/choices';
import type { DotWay, Exercise } from '#domain/exercises/exercise';
import type { CandidateId } from '#domain/ids';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { counts, type Standing } from '#domain/sprint/roles';

export type BallotContext = {
  readonly exercise: Exercise;
  readonly choices?: ExerciseChoices | undefined;
  readonly template?: 'five-day' | 'four-day' | undefined;
  /** A stand-in holds the Decider's mandate now. */
  readonly mandateRunning?: boolean | undefined;
};

/**
 * How many dots this member has in a round of this exercise; 0 for who does not vote. Where only
 * the Decider votes the dots are the binding choice, so a running mandate carries them along;
 * everywhere else a mandate changes nobody's ballot.
 */
export function ballotFor(member: Standing, context: BallotContext): number {
  const { exercise, choices, template, mandateRunning = false } = context;
  const rules = exercise.dots;
  if (!rules) return 0;
  const ofDecider = rules.decider === 'abstains' ? 0 : rules.decider;
  const each = dotsEach(exercise, choices);
  if (each === 0) {
    const binding = mandateRunning ? member.standIn : member.decider;
    return binding ? ofDecider : 0;
  }
  if (member.decider) {
    const abstains = template === 'four-day' && rules.deciderAbstainsInFourDays;
    return abstains ? 0 : ofDecider;
  }
  return counts(member) ? each : 0;
}

export type RoundRules = {
  readonly way: DotWay;
  readonly perCandidate: number;
  readonly voterShown: boolean;
  readonly resultsLive: boolean;
};

/** What is written on a round when it opens. @returns null for an exercise without dots. */
export function roundRules(exercise: Exercise, choices: ExerciseChoices = {}): RoundRules | null {
  if (!exercise.dots) return null;
  const { perCandidate, voterShown, way = 'candidate' } = exercise.dots;
  return { way, perCandidate, voterShown, resultsLive: resultsAreLive(exercise, choices) };
}

/** One voter's own dots in one round. */
export type Ballot = {
  readonly budget: number;
  readonly perCandidate: number;
  readonly placed: Readonly<Record<CandidateId, number>>;
};

export function dotsLeft(ballot: Ballot): number {
  return ballot.budget - Object.values(ballot.placed).reduce((sum, dots) => sum + dots, 0);
}

/** What the moment must show before a dot moves. `ballot` is null for who has none. */
export type Casting = {
  readonly round: { readonly status: 'open' | 'closed' | 'undone' } | null | undefined;
  readonly candidateIds: readonly CandidateId[];
  readonly candidateId: CandidateId;
  readonly ballot: Ballot | null;
};

/** Refuses: round-not-open, not-a-voter, no-such-candidate, spot-full, no-dots-left. */
export function mayCast(casting: Casting): Ruling {
  const { candidateId, ballot } = casting;
  const base = mayTouch(casting);
  if (!base.allowed || !ballot) return base;
  if ((ballot.placed[candidateId] ?? 0) >= ballot.perCandidate) {
    return refused('spot-full', { about: { max: ballot.perCandidate } });
  }
  if (dotsLeft(ballot) <= 0) return refused('no-dots-left', { about: { max: ballot.budget } });
  return allowed;
}

/** Refuses: round-not-open, not-a-voter, no-such-candidate, no-dot-to-take-back. */
export function mayTakeBack(casting: Casting): Ruling {
  const { candidateId, ballot } = casting;
  const base = mayTouch(casting);
  if (!base.allowed || !ballot) return base;
  return (ballot.placed[candidateId] ?? 0) > 0 ? allowed : refused('no-dot-to-take-back');
}

/** Refuses: round-not-open, not-a-voter, no-such-candidate. */
export function mayTouch({ round, candidateIds, candidateId, ballot }: Casting): Ruling {
  if (round?.status !== 'open') return refused('round-not-open');
  if (!ballot || ballot.budget === 0) return refused('not-a-voter');
  if (!candidateIds.includes(candidateId)) return refused('no-such-candidate');
  return allowed;
}
