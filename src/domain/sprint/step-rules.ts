/**
 * What may be done to a step of the agenda. Who may is permissions.ts; here is whether the step's
 * state allows it. A step that has started keeps its place; one that is done is not opened again but
 * repeated.
 */
import { isExerciseId } from '#domain/exercises/registry';
import type { StepId } from '#domain/ids';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { StepStatus } from '#domain/sprint/phases';

export type RuledStep = { readonly id: StepId; readonly status: StepStatus };
type Found = RuledStep | undefined;

/** A planned or skipped step opens; the one that was open closes with it. */
export function mayOpenStep(step: Found): Ruling {
  if (!step) return refused('no-such-step');
  if (step.status === 'open') return refused('step-already-open');
  return step.status === 'done' ? refused('step-already-closed') : allowed;
}

/** An open round closes with its step, and its votes count. */
export function mayCloseStep(step: Found): Ruling {
  if (!step) return refused('no-such-step');
  if (step.status === 'done') return refused('step-already-closed');
  return step.status === 'open' ? allowed : refused('step-not-open');
}

/** Skips a planned step, or puts a skipped one back. Saying it twice changes nothing. */
export function maySkip(step: Found): Ruling {
  if (!step) return refused('no-such-step');
  if (step.status === 'open') return refused('step-already-open');
  return step.status === 'done' ? refused('step-already-closed') : allowed;
}

/** A step moves, or is taken off the agenda, only before it has started. */
export function mayMove(step: Found): Ruling {
  if (!step) return refused('no-such-step');
  return hasStarted(step) ? refused('step-already-started') : allowed;
}

/** What was begun keeps its notes and its round, also when it was put back on the agenda. */
export function mayRemove(
  step: (RuledStep & { readonly phase?: string | null }) | undefined,
): Ruling {
  return step && step.phase ? refused('step-already-started') : mayMove(step);
}

/** Any step but a done one gets other minutes, within the limits. */
export function mayRetime(step: Found, minutes: number): Ruling {
  if (!step) return refused('no-such-step');
  if (step.status === 'done') return refused('step-already-closed');
  return mayLast(minutes);
}

/** Planned steps of the agenda, each once, within the limits. */
export function maySqueeze(
  asked: readonly { readonly stepId: StepId; readonly minutes: number }[],
  steps: readonly RuledStep[],
): Ruling {
  if (new Set(asked.map((one) => one.stepId)).size < asked.length) {
    return refused('field-invalid', { field: 'steps' });
  }
  for (const { stepId, minutes } of asked) {
    const step = steps.find((one) => one.id === stepId);
    const ruling =
      step?.status === 'open' ? refused('step-already-open') : mayRetime(step, minutes);
    if (!ruling.allowed) return ruling;
  }
  return allowed;
}

/** Any step can be had once more. */
export function mayRepeat(step: Found): Ruling {
  return step ? allowed : refused('no-such-step');
}

/** A step of a known exercise, before a step that is there. */
export function mayAdd(
  {
    exercise,
    minutes,
    before,
  }: { exercise: string; minutes?: number | undefined; before: StepId | null },
  steps: readonly RuledStep[],
): Ruling {
  if (!isExerciseId(exercise)) return refused('field-invalid', { field: 'exercise' });
  if (before !== null && !steps.some((step) => step.id === before)) return refused('no-such-step');
  return minutes === undefined ? allowed : mayLast(minutes);
}

function hasStarted(step: RuledStep): boolean {
  return step.status === 'open' || step.status === 'done';
}

function mayLast(minutes: number): Ruling {
  const fits =
    Number.isInteger(minutes) && minutes >= limits.minutesMin && minutes <= limits.minutesMax;
  if (fits) return allowed;
  const about = { min: limits.minutesMin, max: limits.minutesMax };
  return refused('field-invalid', { field: 'minutes', about });
}
