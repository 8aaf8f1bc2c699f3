/**
 * Turns: in some exercises the facilitator goes through what lies on the board one by one, each with its
 * own time on the clock. Who gives a turn says whose it was, so that a second click gives none away.
 */
import type { Exercise } from '#domain/exercises/exercise';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase, StepStatus } from '#domain/sprint/phases';

export type TurnTaking = {
  readonly exercise: Exercise;
  readonly step: {
    readonly status: StepStatus;
    readonly phase: Phase | null;
    /** What it is the turn of; null before the first and after the last. */
    readonly turn: string | null;
  };
  readonly from: string | null;
};

/** Refuses: step-not-open, wrong-phase (no turns are given then, or at all), phase-moved-on (somebody was faster). */
export function mayGiveTurn({ exercise, step, from }: TurnTaking): Ruling {
  if (step.status !== 'open') return refused('step-not-open');
  if (!takesTurns(exercise, step.phase)) return refused('wrong-phase');
  return step.turn === from ? allowed : refused('phase-moved-on');
}

export function takesTurns({ turns }: Exercise, phase: Phase | null): boolean {
  return turns !== undefined && turns.phase === phase;
}

/** What comes after `now` in this order; the first where `now` is none of them; null after the last. */
export function nextInTurn(order: readonly string[], now: string | null): string | null {
  const at = now === null ? -1 : order.indexOf(now);
  return order[at + 1] ?? null;
}
