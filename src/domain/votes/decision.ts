/**
 * The Decider's binding choice: one candidate of the closed round, with a reason, dated by the
 * server. One stands per step; it is withdrawn before another is taken.
 */
import type { Exercise } from '#domain/exercises/exercise';
import type { CandidateId } from '#domain/ids';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase, StepStatus } from '#domain/sprint/phases';
import { decides, type Standing } from '#domain/sprint/roles';

type Moment = {
  readonly me: Standing;
  readonly step: { readonly status: StepStatus; readonly phase: Phase | null };
  /** A decision of this step stands. */
  readonly decided: boolean;
};

export type Deciding = Moment & {
  readonly exercise: Exercise;
  readonly round: { readonly status: 'open' | 'closed' | 'undone' } | null | undefined;
  readonly candidateIds: readonly CandidateId[];
  readonly candidateId: CandidateId;
  readonly reason: string;
};

/**
 * Every choice says why, so that who reads the week later understands it. The goal alone may go
 * without: its sentence is its own reason.
 */
export function reasonIsRequired(exercise: Exercise): boolean {
  return exercise.id !== 'doel';
}

/**
 * Refuses: not-the-decider, step-not-open, wrong-phase, round-not-open (no closed round),
 * already-decided, no-such-candidate, field-empty and field-too-long of `reason`.
 */
export function mayDecide(asked: Deciding): Ruling {
  const { exercise, round, candidateIds, candidateId, reason } = asked;
  const ruling = mayTouchDecision(asked);
  if (!ruling.allowed) return ruling;
  if (round?.status !== 'closed') return refused('round-not-open');
  if (asked.decided) return refused('already-decided');
  if (!candidateIds.includes(candidateId)) return refused('no-such-candidate');
  if (reason.trim() === '' && reasonIsRequired(exercise)) {
    return refused('field-empty', { field: 'reason' });
  }
  if (reason.length > limits.reason) {
    return refused('field-too-long', { field: 'reason', about: { max: limits.reason } });
  }
  return allowed;
}

/** Refuses: not-the-decider, step-not-open, wrong-phase, nothing-decided. */
export function mayWithdrawDecision(asked: Moment): Ruling {
  const ruling = mayTouchDecision(asked);
  if (!ruling.allowed) return ruling;
  return asked.decided ? allowed : refused('nothing-decided');
}

function mayTouchDecision({ me, step }: Moment): Ruling {
  if (!decides(me)) return refused('not-the-decider');
  if (step.status !== 'open') return refused('step-not-open');
  return step.phase === 'decision' ? allowed : refused('wrong-phase');
}
