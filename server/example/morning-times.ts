/**
 * The agenda of an example as if Monday morning had been: when each step was opened and closed, and
 * which one is open. Pure reckoning; the rows are written by `create-example.ts`.
 */
import { generateNKeysBetween } from 'fractional-indexing';
import { exerciseOf } from '#domain/exercises/registry';
import { DAY_START } from '#domain/sprint/day-plan';
import { addDays, dateAt, instantOf } from '#domain/sprint/day-time';
import type { Phase } from '#domain/sprint/phases';
import { templateSteps } from '#domain/sprint/templates';

export const TIME_ZONE = 'Europe/Amsterdam';
const MINUTE_MS = 60_000;
const MONDAY = 1;
/** Minutes that each step of the morning really took, breaks included. */
const took = [14, 28, 31, 15, 84, 60, 30, 28, 15, 26];
/** Readying the sprint, on the Thursday before. */
const PREPARED_DAYS_BEFORE = 4;
const PREPARING_STARTS = 13 * 60;
const PREPARING_MINUTES = 40;

export type ExampleStep = {
  readonly day: number;
  readonly position: string;
  readonly exercise: string;
  readonly minutes: number;
  readonly status: 'done' | 'open' | 'planned';
  readonly phase: Phase | null;
  readonly phaseCount: number;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
};

/** The last Monday before today (yyyy-mm-dd): all that was done lies in the past, whatever the hour is. */
export function mondayBefore(now: Date): string {
  const today = dateAt(now.getTime(), TIME_ZONE);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, -((weekday + 6) % 7 || 7));
}

/** Everybody came in before the first step of the preparation: nobody is a latecomer. */
export function everybodyInAt(startsOn: string): number {
  const date = addDays(startsOn, -PREPARED_DAYS_BEFORE);
  return instantOf(date, PREPARING_STARTS - PREPARING_MINUTES, TIME_ZONE);
}

/** The five days: the preparation and the first steps of Monday are done, the one after them is open. */
export function exampleSteps({ startsOn, now }: { startsOn: string; now: Date }): ExampleStep[] {
  const planned = templateSteps('five-day');
  const days = [...new Set(planned.map((step) => step.day))];
  return days.flatMap((day) => {
    const today = planned.filter((step) => step.day === day);
    const positions = generateNKeysBetween(null, null, today.length);
    const date = day === 0 ? addDays(startsOn, -PREPARED_DAYS_BEFORE) : startsOn;
    let at = instantOf(date, day === 0 ? PREPARING_STARTS : DAY_START, TIME_ZONE);
    return today.map(({ exercise, minutes }, index): ExampleStep => {
      const { phases } = exerciseOf(exercise);
      const step = { day, exercise, minutes, position: positions[index] ?? '' };
      const lasted = day === 0 ? PREPARING_MINUTES : day === MONDAY ? took[index] : undefined;
      if (lasted !== undefined) {
        const openedAt = new Date(at);
        at += lasted * MINUTE_MS;
        const ended = { phase: phases.at(-1) ?? 'open', phaseCount: phases.length + 1 };
        return { ...step, ...ended, status: 'done', openedAt, closedAt: new Date(at) };
      }
      if (day === MONDAY && index === took.length) {
        const begun = { phase: phases[0] ?? 'open', phaseCount: 1, openedAt: now, closedAt: null };
        return { ...step, ...begun, status: 'open' };
      }
      const ahead = { phase: null, phaseCount: 0, openedAt: null, closedAt: null };
      return { ...step, ...ahead, status: 'planned' };
    });
  });
}
