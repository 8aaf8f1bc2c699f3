/** Questions that several parts of the screen ask of the stage's agenda. Pure reading, no rules. */
import { exerciseById } from '#domain/exercises/registry';
import { nextPlanned } from '#domain/sprint/agenda';
import { dayStart, forecast } from '#domain/sprint/day-plan';
import { dateAt, minuteOfDay } from '#domain/sprint/day-time';
import { dateInWeek } from '#domain/sprint/week-dates';
import type { Day } from '#domain/sprint/days';
import { squeeze, type Squeeze } from '#domain/sprint/squeeze';
import { MINUTE_MS, remaining } from '#domain/sprint/timebox';
import type { Stage, StageStep } from '#protocol/stage';

export function openStep(stage: Stage): StageStep | null {
  return stage.agenda.find((step) => step.status === 'open') ?? null;
}

/** The step that 'volgende' would open. */
export function nextStep(stage: Stage): StageStep | null {
  return nextPlanned(stage.agenda, null);
}

/** The day in force: of the open step, else of the next, else of the last one done. */
export function currentDay(stage: Stage): Day {
  const step = openStep(stage) ?? nextStep(stage) ?? stage.agenda.at(-1);
  return step?.day ?? 1;
}

export function stepsOf(stage: Stage, day: Day): StageStep[] {
  return stage.agenda.filter((step) => step.day === day);
}

/** A step that the room went past without ever opening it. */
export function isPassedOver(stage: Stage, step: StageStep): boolean {
  if (step.status !== 'planned') return false;
  const at = stage.agenda.indexOf(step);
  return stage.agenda.findLastIndex(({ status }) => status === 'open' || status === 'done') > at;
}

/** It left something to look at: its board, or what commands keep of it. */
export function hasArtefact({ board, exercise }: StageStep): boolean {
  return board !== null || exerciseById(exercise)?.boardless === true;
}

/** Share of a day's steps that are behind us, skipped ones included; 0 for an empty day. */
export function dayShare(stage: Stage, day: Day): number {
  const steps = stepsOf(stage, day);
  const behind = steps.filter((step) => step.status === 'done' || step.status === 'skipped').length;
  return steps.length === 0 ? 0 : behind / steps.length;
}

const DAY_MINUTES = 24 * 60;

export type DayForecast = {
  /** An instant in ms; shown in the reader's own time zone. */
  endsAt: number;
  /** Minutes after 17:00 of the sprint's own clock; 0 when on time, and on any other date. */
  lateMinutes: number;
};

/**
 * When the open day ends if everything that still comes takes its minutes; what was passed over
 * counts no more. @returns null while no step is open, and where it would end the day after.
 */
export function dayForecast(stage: Stage, now: number): DayForecast | null {
  const day = openDay(stage, now);
  if (!day) return null;
  const { endsAt, lateMinutes } = forecast(day.coming, day.times);
  if (endsAt >= DAY_MINUTES) return null;
  return {
    endsAt: now + (endsAt - day.times.nowAt) * MINUTE_MS,
    lateMinutes: day.isToday ? lateMinutes : 0,
  };
}

/** Shorter steps for a day that runs late; null on time, on any other date, and without an open step. */
export function daySqueeze(stage: Stage, now: number): Squeeze | null {
  const day = openDay(stage, now);
  return day?.isToday ? squeeze(day.coming, day.times) : null;
}

function openDay(stage: Stage, now: number) {
  const step = openStep(stage);
  if (!step) return null;
  const { template, timeZone } = stage.sprint;
  return {
    coming: stepsOf(stage, step.day).filter((one) => !isPassedOver(stage, one)),
    times: {
      nowAt: minuteOfDay(now, timeZone),
      startsAt: dayStart(template, step.day),
      openMinutesLeft: remaining(stage.clock, now) / MINUTE_MS,
    },
    isToday: dateAt(now, timeZone) === dateInWeek(stage.sprint, step.day),
  };
}
