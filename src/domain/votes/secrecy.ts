/**
 * Who sees what, when: for the server, which composes each reader's stage by it,
 * and for the line that a person reads before they type or vote.
 */
import { authorsAreShown, resultsAreLive, type ExerciseChoices } from '#domain/exercises/choices';
import type { Exercise } from '#domain/exercises/exercise';
import type { Phase } from '#domain/sprint/phases';

export type ShownRound = {
  readonly status: 'open' | 'closed' | 'undone';
  readonly voterShown: boolean;
  readonly resultsLive: boolean;
};

/** Sums are shown once the round is closed, to all at once; live only where that was chosen. */
export function resultsAreShown(round: ShownRound): boolean {
  return round.status === 'closed' || (round.status === 'open' && round.resultsLive);
}

/** Who chose what is shown only after the close, and only where the table says so. */
export function votersAreShown(round: ShownRound): boolean {
  return round.status === 'closed' && round.voterShown;
}

/** Each kind has one line in the messages: `exercises_secrecy_<kind>`. */
export const secrecyKinds = [
  'writing_unnamed',
  'writing_named',
  'writing_private',
  'open_board',
  'open_museum',
  'revealed_unnamed',
  'revealed_named',
  'voting_silent',
  'voting_named',
  'voting_live',
  'voting_binding',
  'voted_silent',
  'voted_named',
  'decision',
] as const;
export type SecrecyKind = (typeof secrecyKinds)[number];

/**
 * The line to show in a phase. Null in a break, where nobody types or votes.
 * `writing_private` stands where no reveal follows: the work stays with its maker.
 */
export function secrecyOf(
  exercise: Exercise,
  { phase, choices }: { phase: Phase; choices?: ExerciseChoices | undefined },
): SecrecyKind | null {
  if (exercise.tool === 'pause') return null;
  const named = authorsAreShown(exercise, choices);
  switch (phase) {
    case 'open':
      return exercise.authorShownAfter === 'after-critique' ? 'open_museum' : 'open_board';
    case 'writing':
      if (!isRevealedLater(exercise)) return 'writing_private';
      return named ? 'writing_named' : 'writing_unnamed';
    case 'reveal':
    case 'grouping':
      return named ? 'revealed_named' : 'revealed_unnamed';
    case 'voting':
      if (exercise.dots?.each === 0) return 'voting_binding';
      if (exercise.dots?.voterShown) return 'voting_named';
      return resultsAreLive(exercise, choices) ? 'voting_live' : 'voting_silent';
    case 'result':
      return exercise.dots?.voterShown ? 'voted_named' : 'voted_silent';
    case 'decision':
      return 'decision';
  }
}

/** A pile is turned over by a later phase, or by a later step on the same wall (experts and HMW). */
function isRevealedLater(exercise: Exercise): boolean {
  return exercise.phases.includes('reveal') || exercise.wall !== exercise.id;
}
