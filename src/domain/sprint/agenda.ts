/**
 * The agenda: steps in order. Places are text (fractional indices, compared by code unit, as the
 * database's collation C does) that the server makes; which two neighbours a step comes between is
 * decided here.
 */
import type { StepId } from '#domain/ids';
import type { Day } from '#domain/sprint/days';
import type { StepStatus } from '#domain/sprint/phases';

export type Placed = { readonly id: StepId; readonly day: number; readonly position: string };
export type Walked = { readonly id: StepId; readonly status: StepStatus | string };

/** By day, then position, then id: the same order on every machine. */
export function orderAgenda<S extends Placed>(steps: readonly S[]): S[] {
  return [...steps].sort(
    (a, b) => a.day - b.day || byCodeUnit(a.position, b.position) || byCodeUnit(a.id, b.id),
  );
}

/**
 * The planned step that comes next in an ordered agenda: after `afterId`, or, without one, after the
 * last step that was opened; at the very start the first one. @returns null when none is left.
 */
export function nextPlanned<S extends Walked>(
  steps: readonly S[],
  afterId: StepId | null,
): S | null {
  const after =
    afterId === null
      ? steps.findLastIndex((step) => step.status === 'open' || step.status === 'done')
      : steps.findIndex((step) => step.id === afterId);
  return steps.slice(after + 1).find((step) => step.status === 'planned') ?? null;
}

/** Where a step goes: before another step, or last of a day. */
export type Destination = { readonly day: Day; readonly before: StepId | null };

/**
 * The positions between which a step comes, of an ordered agenda; null at an end. `stepId` is left
 * out of the neighbours when the step moves. A `before` on another day counts as last of the day.
 */
export function neighboursAt(
  steps: readonly Placed[],
  { day, before, stepId }: Destination & { readonly stepId?: StepId | undefined },
): { left: string | null; right: string | null } {
  const ofDay = steps.filter((step) => step.day === day && step.id !== stepId);
  const found = ofDay.findIndex((step) => step.id === before);
  const at = found < 0 ? ofDay.length : found;
  return { left: ofDay[at - 1]?.position ?? null, right: ofDay[at]?.position ?? null };
}

/** The order of ids after a move, for showing it before the server has answered. */
export function moved<S extends Placed>(
  steps: readonly S[],
  { stepId, day, before }: Destination & { readonly stepId: StepId },
): S[] {
  const step = steps.find((one) => one.id === stepId);
  if (!step) return [...steps];
  const rest = steps.filter((one) => one.id !== stepId);
  const found = rest.findIndex((one) => one.id === before && one.day === day);
  const endOfDay = rest.findLastIndex((one) => one.day <= day) + 1;
  return rest.toSpliced(found < 0 ? endOfDay : found, 0, { ...step, day });
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
