/**
 * The hours of a day: when each step starts and ends, and when the day will end as it goes. Times
 * are minutes since midnight in the sprint's own time zone; day-time.ts turns them into instants.
 */
import { lastDayOf, type Template } from '#domain/sprint/templates';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

export const DAY_START = at(10);
export const TEST_DAY_START = at(9);
export const DAY_END = at(17);

/** Steps that do not start before their hour: lunch, and the trial run that others come to see. */
const notBefore: Readonly<Record<string, number>> = { lunch: at(13), proefronde: at(15) };

export function dayStart(template: Template, day: number): number {
  return day === lastDayOf(template) ? TEST_DAY_START : DAY_START;
}

type Timed = { readonly exercise: string; readonly minutes: number };
type Scheduled = Timed & { readonly status: string };

export type PlannedHours<S> = {
  readonly step: S;
  readonly startsAt: number;
  readonly endsAt: number;
};

/** The hours of the steps of one day, in order, one after the other; skipped steps take none. */
export function dayPlan<S extends Timed & { readonly status?: string }>(
  steps: readonly S[],
  { startsAt }: { startsAt: number },
): PlannedHours<S>[] {
  let free = startsAt;
  return steps.map((step) => {
    const begin = step.status === 'skipped' ? free : Math.max(free, notBefore[step.exercise] ?? 0);
    free = begin + (step.status === 'skipped' ? 0 : step.minutes);
    return { step, startsAt: begin, endsAt: free };
  });
}

export type Forecast = {
  readonly endsAt: number;
  /** Minutes after 17:00; 0 when on time. */
  readonly lateMinutes: number;
};

/**
 * When the day ends from now on: what is left of the open step, then everything still planned.
 * @param openMinutesLeft what the clock of the open step still shows, in minutes
 */
export function forecast(
  steps: readonly Scheduled[],
  {
    nowAt,
    startsAt,
    openMinutesLeft,
  }: { nowAt: number; startsAt: number; openMinutesLeft: number },
): Forecast {
  const isOpen = steps.some((step) => step.status === 'open');
  const hasBegun = isOpen || steps.some((step) => step.status === 'done');
  const from = (hasBegun ? nowAt : Math.max(nowAt, startsAt)) + (isOpen ? openMinutesLeft : 0);
  const left = dayPlan(
    steps.filter((step) => step.status === 'planned'),
    { startsAt: from },
  );
  const endsAt = left.at(-1)?.endsAt ?? from;
  return { endsAt, lateMinutes: Math.max(0, Math.ceil(endsAt - DAY_END)) };
}
