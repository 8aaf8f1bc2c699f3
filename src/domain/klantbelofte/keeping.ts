/**
 * Which beloften the Decider keeps after the vote: three to seven, fewer only where there are no more. On
 * Thursday they become the concepts that customers are asked about, on Friday the set that is signed.
 */
import { limits } from '#domain/limits';
import { FEWEST_BELOFTEN, MOST_BELOFTEN } from '#domain/klantbelofte/set';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase, StepStatus } from '#domain/sprint/phases';
import { decides, type Standing } from '#domain/sprint/roles';

export type Keeping = {
  readonly me: Standing;
  readonly step: {
    readonly kind: string;
    readonly status: StepStatus;
    readonly phase: Phase | null;
  };
  /** A closed round of this step. */
  readonly voted: boolean;
  /** A decision of this step stands. */
  readonly decided: boolean;
  readonly candidateIds: readonly string[];
  readonly kept: readonly string[];
  readonly reason: string;
};

/** How many have to be kept at least, of so many. */
export function fewestKept(of: number): number {
  return Math.min(FEWEST_BELOFTEN, of);
}

/**
 * Refuses: not-the-decider, step-not-open, wrong-phase (also where nothing is kept), round-not-open,
 * already-decided, no-such-candidate, field-invalid of `kept` (too few, too many, one twice), field-empty and
 * field-too-long of `reason`.
 */
export function mayKeep(asked: Keeping): Ruling {
  const { me, step, candidateIds, kept, reason } = asked;
  if (!decides(me)) return refused('not-the-decider');
  if (step.status !== 'open') return refused('step-not-open');
  if (step.phase !== 'decision' || step.kind !== 'ladders') return refused('wrong-phase');
  if (!asked.voted) return refused('round-not-open');
  if (asked.decided) return refused('already-decided');
  if (!kept.every((id) => candidateIds.includes(id))) return refused('no-such-candidate');
  const least = fewestKept(candidateIds.length);
  const isOnce = new Set(kept).size === kept.length;
  if (!isOnce || kept.length < least || kept.length > MOST_BELOFTEN) {
    return refused('field-invalid', { field: 'kept', about: { min: least, max: MOST_BELOFTEN } });
  }
  if (reason.trim() === '') return refused('field-empty', { field: 'reason' });
  if (reason.length > limits.reason) {
    return refused('field-too-long', { field: 'reason', about: { max: limits.reason } });
  }
  return allowed;
}
