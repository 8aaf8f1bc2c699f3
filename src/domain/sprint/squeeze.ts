/**
 * A proposal for a day that runs late: which of its planned steps get how many minutes. Shortens in
 * proportion to what each can spare, never below the exercise's own least, never a break or lunch,
 * and only where it makes the day end earlier (a morning that ends before lunch gains nothing). What
 * it cannot make up is said.
 */
import { exerciseById } from '#domain/exercises/registry';
import type { StepId } from '#domain/ids';
import { forecast } from '#domain/sprint/day-plan';

/** Steps longer than this are rounded to five minutes, shorter ones to one. */
const SMALL_MINUTES = 15;

export type SqueezableStep = {
  readonly id: StepId;
  readonly exercise: string;
  readonly status: string;
  readonly minutes: number;
};

export type Shortened = { readonly stepId: StepId; readonly from: number; readonly to: number };

export type Squeeze = {
  readonly steps: readonly Shortened[];
  /** Minutes late as it goes now. */
  readonly lateMinutes: number;
  /** Minutes that stay late with this proposal; 0 when it makes up for all. */
  readonly staysLate: number;
};

type Times = { nowAt: number; startsAt: number; openMinutesLeft: number };

/**
 * @param steps the steps of one day, in order; times as `forecast` takes them.
 * @returns null when the day is on time; `steps` is empty when nothing can be spared.
 */
export function squeeze(steps: readonly SqueezableStep[], times: Times): Squeeze | null {
  const late = (minutes: ReadonlyMap<StepId, number>): number =>
    forecast(
      steps.map((step) => ({ ...step, minutes: minutes.get(step.id) ?? step.minutes })),
      times,
    ).lateMinutes;
  const minutes = new Map<StepId, number>();
  const lateMinutes = late(minutes);
  if (lateMinutes === 0) return null;
  let staysLate = lateMinutes;
  while (staysLate > 0) {
    const next = mostToSpare(steps, minutes)
      .map((step) => new Map(minutes).set(step.id, shorter(step, minutes.get(step.id))))
      .find((tried) => late(tried) < staysLate);
    if (!next) break;
    for (const [id, length] of next) minutes.set(id, length);
    staysLate = late(minutes);
  }
  const shortened = steps.flatMap((step) => {
    const to = minutes.get(step.id);
    return to === undefined ? [] : [{ stepId: step.id, from: step.minutes, to }];
  });
  return { steps: shortened, lateMinutes, staysLate };
}

/** Steps that can still give something, who has given the smallest part of what it can spare first. */
function mostToSpare(
  steps: readonly SqueezableStep[],
  minutes: ReadonlyMap<StepId, number>,
): SqueezableStep[] {
  const share = (step: SqueezableStep): number =>
    ((minutes.get(step.id) ?? step.minutes) - leastOf(step)) / (step.minutes - leastOf(step));
  return steps
    .filter((step) => step.status === 'planned')
    .filter((step) => (minutes.get(step.id) ?? step.minutes) > leastOf(step))
    .sort((a, b) => share(b) - share(a) || b.minutes - a.minutes);
}

/** A pause, and an exercise that nobody knows, is not shortened. */
function leastOf({ exercise, minutes }: SqueezableStep): number {
  const known = exerciseById(exercise);
  return known && known.tool !== 'pause' ? known.minutes.atLeast : minutes;
}

function shorter(step: SqueezableStep, length = step.minutes): number {
  const unit = step.minutes > SMALL_MINUTES ? 5 : 1;
  return Math.max(leastOf(step), (Math.ceil(length / unit) - 1) * unit);
}
