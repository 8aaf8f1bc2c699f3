/** A dot that comes with its reason: on an exhibit or a part of it, hidden until the close, then told with its voter's name. */
import { limits } from '#domain/limits';
import { refused, type Ruling } from '#domain/refusal';
import { mayTouch, type Casting } from '#domain/votes/budget';
import type { ExhibitBox } from '#domain/votes/exhibit-box';

export type ReasonedCasting = Casting & {
  readonly box: ExhibitBox;
  /** From 0; null: the exhibit as a whole. */
  readonly part: number | null;
  readonly reason: string;
};

/**
 * A dot that lies already is no obstacle: it goes to what is chosen now. Refuses: round-not-open, not-a-voter,
 * no-such-candidate, field-invalid of `part`, field-empty and field-too-long of `reason`.
 */
export function mayCastWithReason(casting: ReasonedCasting): Ruling {
  const { part, reason, box } = casting;
  const base = mayTouch(casting);
  if (!base.allowed) return base;
  if (part !== null && (part < 0 || part >= box.parts)) {
    return refused('field-invalid', { field: 'part', about: { max: box.parts - 1 } });
  }
  if (reason.trim() === '') return refused('field-empty', { field: 'reason' });
  if (reason.length > limits.reason) {
    return refused('field-too-long', { field: 'reason', about: { max: limits.reason } });
  }
  return base;
}
