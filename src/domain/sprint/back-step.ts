/**
 * Undoing the last step. The open step goes back to the agenda with everything that it has (board,
 * notes, closed round, decision, phase), so that opening it again goes on where it was; the step that
 * was closed last opens again where it had got to. Nothing is lost and nothing hidden is shown:
 * piles stay private, and a vote in which somebody chose is closed by hand first.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { exerciseOf } from '#domain/exercises/registry';
import type { StepId } from '#domain/ids';
import type { Refusal, RefusalCode } from '#domain/refusal';
import { firstPhase, nextPhase } from '#domain/sprint/phase-machine';
import type { Phase, StepStatus } from '#domain/sprint/phases';

/** Of a step that ran out of time, so much is given again; a shorter step gets its whole length. */
const LEAST_MINUTES = 5;
const MINUTE_MS = 60_000;

export type UndoableStep = {
  readonly id: StepId;
  readonly exercise: string;
  readonly status: StepStatus | string;
  readonly phase: Phase | string | null;
  readonly minutes: number;
  /** In ms; null until it is closed. */
  readonly closedAt: number | null;
};

export type BackStep = {
  /** Planned again, with the phase in which it goes on when it is opened; null when no step is open. */
  readonly away: { readonly stepId: StepId; readonly phase: Phase | null } | null;
  /** Open again. */
  readonly again: { readonly stepId: StepId; readonly phase: Phase };
};

/** The step that was closed last: the one that an undo opens again. */
export function closedLast<S extends UndoableStep>(steps: readonly S[]): S | null {
  return steps
    .filter((step) => step.status === 'done' && step.closedAt !== null)
    .reduce<S | null>(
      (last, step) => (last === null || (step.closedAt ?? 0) >= (last.closedAt ?? 0) ? step : last),
      null,
    );
}

/**
 * @param from the open step that the facilitator saw, or null: guards against a second click.
 * @param votesCast dots that are placed in an open round of the open step.
 * @returns what goes where, or the refusal: phase-moved-on, nothing-to-undo, votes-cast.
 */
export function backStep(
  steps: readonly UndoableStep[],
  { from, votesCast }: { from: StepId | null; votesCast: number },
): { plan: BackStep } | { refusal: Refusal } {
  const open = steps.find((step) => step.status === 'open');
  const last = closedLast(steps);
  if ((open?.id ?? null) !== from) return no('phase-moved-on');
  if (!last) return no('nothing-to-undo');
  if (votesCast > 0) return no('votes-cast');
  return {
    plan: {
      away: open ? { stepId: open.id, phase: phaseAway(exerciseOf(open.exercise), open) } : null,
      again: { stepId: last.id, phase: phaseAgain(exerciseOf(last.exercise), last) },
    },
  };
}

/** An empty vote is taken back with the step, so the step goes on from just before it. */
function phaseAway(exercise: Exercise, { phase }: UndoableStep): Phase | null {
  if (phase !== 'voting') return phase as Phase | null;
  return exercise.phases[exercise.phases.indexOf('voting') - 1] ?? null;
}

/** A vote that was open when its step closed was counted then, so the step opens at its result. */
function phaseAgain(exercise: Exercise, { phase }: UndoableStep): Phase {
  if (phase === 'voting') return nextPhase(exercise, 'voting') ?? 'voting';
  return (phase as Phase | null) ?? firstPhase(exercise);
}

/**
 * Minutes for the clock of a step that opens again: what it had left when it closed.
 * @param openedAt when it was opened, in ms; null when that is not known.
 */
export function minutesAgain(step: UndoableStep, openedAt: number | null): number {
  const used =
    openedAt === null || step.closedAt === null ? 0 : (step.closedAt - openedAt) / MINUTE_MS;
  return Math.max(Math.min(LEAST_MINUTES, step.minutes), step.minutes - Math.round(used));
}

function no(code: RefusalCode): { refusal: Refusal } {
  return { refusal: { code } };
}
