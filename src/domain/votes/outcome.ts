/**
 * What the week comes to, in the words of the sprint's method (Knapp, Zeratsky and Kowitz, 'Sprint', 2016): the
 * idea failed and cost a week instead of a year, it works in part, or it works. The Decider lays it down while its
 * step is open, and takes it back there. Pure.
 */
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { decides, type Standing } from '#domain/sprint/roles';

export const sprintOutcomes = ['efficient-failure', 'flawed-success', 'epic-win'] as const;
export type SprintOutcome = (typeof sprintOutcomes)[number];

/** @returns null of any other choice that a decision may hold. */
export function readOutcome(choice: string | null): SprintOutcome | null {
  return sprintOutcomes.find((one) => one === choice) ?? null;
}

type Moment = {
  readonly me: Standing;
  readonly step: { readonly exercise: string; readonly status: string };
  /** A decision of this step stands. */
  readonly decided: boolean;
};

/** Refuses: not-the-decider, wrong-phase (another exercise), step-not-open, already-decided, field-empty and field-too-long of `text`. */
export function mayLayDownOutcome(asked: Moment & { readonly text: string }): Ruling {
  const ruling = mayTouch(asked);
  if (!ruling.allowed) return ruling;
  if (asked.decided) return refused('already-decided');
  if (asked.text.trim() === '') return refused('field-empty', { field: 'text' });
  return asked.text.length > limits.reason
    ? refused('field-too-long', { field: 'text', about: { max: limits.reason } })
    : allowed;
}

/** Refuses: not-the-decider, wrong-phase, step-not-open, nothing-decided. */
export function mayWithdrawOutcome(asked: Moment): Ruling {
  const ruling = mayTouch(asked);
  if (!ruling.allowed) return ruling;
  return asked.decided ? allowed : refused('nothing-decided');
}

function mayTouch({ me, step }: Moment): Ruling {
  if (!decides(me)) return refused('not-the-decider');
  if (step.exercise !== 'besluit') return refused('wrong-phase');
  return step.status === 'open' ? allowed : refused('step-not-open');
}
