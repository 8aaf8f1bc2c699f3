/**
 * Between the sprint's own hours and instants: a plan is kept in minutes of the day in the sprint's
 * time zone and shown to each participant in theirs. Days are dates `yyyy-mm-dd`.
 */
import type { Day } from '#domain/sprint/days';

const DAY_MS = 86_400_000;

/** Reckoning stays within four digits of a year, also 90 days after a last day. */
const LATEST_DATE = '2999-12-31';

/** Whether `yyyy-mm-dd` is a day of the calendar that can be reckoned with: 2026-02-30 is not. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text && text <= LATEST_DATE
  );
}

/** The date `days` later, as `yyyy-mm-dd`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The date of a sprint's day: working days in a row from the first. Null for the preparation. */
export function dateOfDay(startsOn: string, day: Day): string | null {
  if (day === 0) return null;
  const inWeekend = isWeekend(startsOn);
  let date = startsOn;
  for (let left = day - 1; left > 0;) {
    date = addDays(date, 1);
    if (inWeekend || !isWeekend(date)) left -= 1;
  }
  return date;
}

/** Minutes since midnight in a time zone at an instant (ms). */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const local = localMs(atMs, timeZone);
  return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
}

/** The date in a time zone at an instant (ms). */
export function dateAt(atMs: number, timeZone: string): string {
  return new Date(localMs(atMs, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant (ms) of a minute of a date in a time zone. An hour that a clock change skips is taken
 * with the offset before it.
 */
export function instantOf(date: string, minute: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const guess = wanted - (localMs(wanted, timeZone) - wanted);
  const better = wanted - (localMs(guess, timeZone) - guess);
  return localMs(better, timeZone) === wanted ? better : guess;
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Making one costs far more than asking it. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  wallClocks.set(timeZone, made);
  return made;
}

/** The wall clock of a time zone at an instant, written as if it were UTC. */
function localMs(atMs: number, timeZone: string): number {
  const parts = wallClock(timeZone).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}
