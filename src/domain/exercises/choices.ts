/**
 * What a facilitator may choose for a step before it starts, and what the
 * choices mean. Everything else of an exercise's rules is fixed.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { StepStatus } from '#domain/sprint/phases';

export type ExerciseChoices = {
  readonly authorShown?: boolean | undefined;
  /** Only who wrote a note may change it. */
  readonly authorEdits?: boolean | undefined;
  readonly dots?: number | undefined;
  readonly resultsLive?: boolean | undefined;
  /** Only who facilitates draws; the others look on and say what is wrong. */
  readonly facilitatorDraws?: boolean | undefined;
  readonly question?: string | undefined;
};

/** Whether these choices fit the exercise and come in time. The refusal names the field. */
export function mayChoose(
  exercise: Exercise,
  { choices, status }: { choices: ExerciseChoices; status: StepStatus },
): Ruling {
  if (status === 'open' || status === 'done') return refused('step-already-started');
  if (choices.authorShown !== undefined && exercise.authorShownAfter !== 'facilitator-chooses') {
    return refused('field-invalid', { field: 'authorShown' });
  }
  if (choices.authorEdits === true && !authorsMayBeShown(exercise)) {
    return refused('field-invalid', { field: 'authorEdits' });
  }
  if (choices.resultsLive !== undefined && exercise.dots?.results !== 'live-or-at-close') {
    return refused('field-invalid', { field: 'resultsLive' });
  }
  if (choices.facilitatorDraws !== undefined && exercise.id !== 'kaart') {
    return refused('field-invalid', { field: 'facilitatorDraws' });
  }
  if (choices.dots !== undefined) {
    const least = exercise.dots?.each;
    const most = exercise.dots?.eachAtMost;
    if (least === undefined || most === undefined)
      return refused('field-invalid', { field: 'dots' });
    if (!Number.isInteger(choices.dots) || choices.dots < least || choices.dots > most) {
      return refused('field-invalid', { field: 'dots', about: { min: least, max: most } });
    }
  }
  if ((choices.question?.length ?? 0) > limits.challenge) {
    return refused('field-too-long', { field: 'question', about: { max: limits.challenge } });
  }
  return allowed;
}

/** Dots of a voter who is not the Decider, after the facilitator's choice; 0 without dots. */
export function dotsEach(exercise: Exercise, choices: ExerciseChoices = {}): number {
  const rules = exercise.dots;
  if (!rules) return 0;
  if (rules.eachAtMost === undefined) return rules.each;
  return Math.min(Math.max(choices.dots ?? rules.each, rules.each), rules.eachAtMost);
}

/** Whether writers' names stand on the notes after the reveal. */
export function authorsAreShown(exercise: Exercise, choices: ExerciseChoices = {}): boolean {
  if (exercise.authorShownAfter === 'facilitator-chooses') return choices.authorShown ?? false;
  return exercise.authorShownAfter === 'yes';
}

/** Whether a note may be changed by its writer alone: only where the notes say who that is. */
export function authorEditsAlone(exercise: Exercise, choices: ExerciseChoices = {}): boolean {
  return authorsAreShown(exercise, choices) && (choices.authorEdits ?? false);
}

function authorsMayBeShown({ authorShownAfter }: Exercise): boolean {
  return authorShownAfter === 'yes' || authorShownAfter === 'facilitator-chooses';
}

/** Whether the sums are shown while the round runs. */
export function resultsAreLive(exercise: Exercise, choices: ExerciseChoices = {}): boolean {
  return exercise.dots?.results === 'live-or-at-close' && (choices.resultsLive ?? false);
}
