/**
 * The order of phases within an open step: forward one at a time, and back only where nothing
 * secret would be undone. The command `advance-phase` and the facilitator's button ask the same
 * ruling. What a move does to boards and rounds is told by `effectOf`.
 */
import { leavesOf } from '#domain/exercises/private-work';
import type { Exercise } from '#domain/exercises/exercise';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase, StepStatus } from '#domain/sprint/phases';

/** The phase in which a step of this exercise opens. */
export function firstPhase(exercise: Exercise): Phase {
  return exercise.phases[0] ?? 'open';
}

/** @returns null after the last phase, and for a phase that the exercise does not have. */
export function nextPhase(exercise: Exercise, from: Phase): Phase | null {
  const at = exercise.phases.indexOf(from);
  return at < 0 ? null : (exercise.phases[at + 1] ?? null);
}

/** The phase to which one may go back: a closed vote may be undone, a choice may be left. */
export function phaseBefore(exercise: Exercise, from: Phase): Phase | null {
  if (from !== 'result' && from !== 'decision') return null;
  return exercise.phases[exercise.phases.indexOf(from) - 1] ?? null;
}

/** What the server does when it goes from one phase to another, beside writing the phase. */
export type PhaseEffect = 'reveal' | 'open-round' | 'close-round' | 'undo-close' | 'none';

export function effectOf(exercise: Exercise, from: Phase | null, to: Phase): PhaseEffect {
  if (from === 'writing' && leavesOf(exercise) === 'reveal') return 'reveal';
  if (from === 'voting' && to === 'result') return 'close-round';
  if (to === 'voting') return from === 'result' ? 'undo-close' : 'open-round';
  return 'none';
}

export type Advance = {
  readonly exercise: Exercise;
  readonly step: { readonly status: StepStatus; readonly phase: Phase | null };
  /** The phase that the facilitator saw: guards against a second click. */
  readonly from: Phase;
  readonly to: Phase;
  readonly hasOpenRound: boolean;
  /** Notes or stacks with text on the wall now. */
  readonly candidates: number;
  /** A decision of this step stands. */
  readonly decided: boolean;
};

/**
 * Whether the step may go from `from` to `to`. Refuses: step-not-open, phase-moved-on (somebody was
 * faster), wrong-phase (not the next one and not one to go back to), round-already-open,
 * round-not-open, no-candidates, already-decided (withdraw the decision before going back).
 */
export function mayAdvance(asked: Advance): Ruling {
  const { exercise, step, from, to } = asked;
  if (step.status !== 'open') return refused('step-not-open');
  if (step.phase !== from) return refused('phase-moved-on');
  const back = to === phaseBefore(exercise, from);
  if (!back && to !== nextPhase(exercise, from)) return refused('wrong-phase');
  if (back && asked.decided) return refused('already-decided');
  return mayTakeEffect(effectOf(exercise, from, to), asked);
}

/** Whether the rounds and the wall allow the effect of a move; opening a step in `voting` asks it too. */
export function mayTakeEffect(
  effect: PhaseEffect,
  { hasOpenRound, candidates }: Pick<Advance, 'hasOpenRound' | 'candidates'>,
): Ruling {
  if (effect === 'close-round') return hasOpenRound ? allowed : refused('round-not-open');
  if (effect === 'open-round' || effect === 'undo-close') {
    if (hasOpenRound) return refused('round-already-open');
    if (candidates === 0) return refused('no-candidates');
  }
  return allowed;
}
