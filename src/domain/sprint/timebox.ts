/**
 * The clock of a step: a length, and either nothing, a deadline or what is left. All times come in
 * from outside as milliseconds; the browser passes its own time corrected by the measured offset.
 */
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';

export const MINUTE_MS = 60_000;

export type Clock =
  | { readonly state: 'idle'; readonly durationMs: number }
  | { readonly state: 'running'; readonly durationMs: number; readonly deadlineAt: number }
  | { readonly state: 'paused'; readonly durationMs: number; readonly remainingMs: number };

/** The three columns in which a sprint keeps its clock; instants in ms. */
export type ClockColumns = {
  readonly durationMs: number;
  readonly deadlineAt: number | null;
  readonly remainingMs: number | null;
};

export function clockOf({ durationMs, deadlineAt, remainingMs }: ClockColumns): Clock {
  if (deadlineAt !== null) return { state: 'running', durationMs, deadlineAt };
  if (remainingMs !== null) return { state: 'paused', durationMs, remainingMs };
  return { state: 'idle', durationMs };
}

export function clockColumns(clock: Clock): ClockColumns {
  return {
    durationMs: clock.durationMs,
    deadlineAt: clock.state === 'running' ? clock.deadlineAt : null,
    remainingMs: clock.state === 'paused' ? clock.remainingMs : null,
  };
}

/** The clock of a step that opens: its minutes, not yet running. */
export function idleClock(minutes: number): Clock {
  return { state: 'idle', durationMs: minutes * MINUTE_MS };
}

/** What is left in ms, never below 0. */
export function remaining(clock: Clock, now: number): number {
  if (clock.state === 'idle') return clock.durationMs;
  if (clock.state === 'paused') return clock.remainingMs;
  return Math.max(0, clock.deadlineAt - now);
}

/** How long ago time was up, in ms; 0 while there is time. */
export function overrun(clock: Clock, now: number): number {
  return clock.state === 'running' ? Math.max(0, now - clock.deadlineAt) : 0;
}

/** A running clock that still has time cannot be started again, unless with a new length. */
export function mayStart(
  clock: Clock,
  { now, minutes }: { now: number; minutes?: number | undefined },
): Ruling {
  if (minutes === undefined && clock.state === 'running' && remaining(clock, now) > 0) {
    return refused('clock-already-running');
  }
  if ((minutes === undefined ? clock.durationMs : minutes) <= 0) {
    return refused('field-invalid', { field: 'minutes', about: { min: limits.minutesMin } });
  }
  return allowed;
}

/** Runs for what was left, for the whole length when nothing was left, or for a new length. */
export function start(
  clock: Clock,
  { now, minutes }: { now: number; minutes?: number | undefined },
): Clock {
  const durationMs = minutes === undefined ? clock.durationMs : minutes * MINUTE_MS;
  const left = minutes === undefined ? remaining(clock, now) || durationMs : durationMs;
  return { state: 'running', durationMs, deadlineAt: now + left };
}

/** A clock that runs for so many seconds from now. */
export function running(seconds: number, now: number): Clock {
  return { state: 'running', durationMs: seconds * 1_000, deadlineAt: now + seconds * 1_000 };
}

export function mayPause(clock: Clock, now: number): Ruling {
  return clock.state === 'running' && remaining(clock, now) > 0
    ? allowed
    : refused('clock-not-running');
}

export function pause(clock: Clock, now: number): Clock {
  return { state: 'paused', durationMs: clock.durationMs, remainingMs: remaining(clock, now) };
}

/** The length of a clock stays within the longest step. */
export function mayExtend(clock: Clock, minutes: number): Ruling {
  return clock.durationMs + minutes * MINUTE_MS > limits.minutesMax * MINUTE_MS
    ? refused('field-invalid', { field: 'minutes', about: { max: limits.minutesMax } })
    : allowed;
}

/** Adds minutes. A clock whose time was up runs on from now, so that +1 always gives a minute. */
export function extend(clock: Clock, { now, minutes }: { now: number; minutes: number }): Clock {
  const more = minutes * MINUTE_MS;
  const durationMs = clock.durationMs + more;
  if (clock.state === 'running') {
    return { state: 'running', durationMs, deadlineAt: Math.max(clock.deadlineAt, now) + more };
  }
  if (clock.state === 'paused') {
    return { state: 'paused', durationMs, remainingMs: clock.remainingMs + more };
  }
  return { state: 'idle', durationMs };
}

/**
 * Digits as `m:ss`, seconds rounded up, so that 0:00 stands only when time is up. Two browsers whose
 * offsets differ by less than a second show digits at most a second apart.
 */
export function digits(remainingMs: number): string {
  const seconds = Math.ceil(Math.max(0, remainingMs) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the disc still shows: 1 is full, 0 empty. */
export function discFraction(clock: Clock, now: number): number {
  if (clock.durationMs <= 0) return 0;
  return Math.min(1, Math.max(0, remaining(clock, now) / clock.durationMs));
}

/** Minutes at which the time is said aloud. */
export const announcedMinutes = [5, 1, 0] as const;
export type AnnouncedMinute = (typeof announcedMinutes)[number];

/**
 * What to announce between two looks at a running clock: the mark that was passed, the lowest when
 * several were (a browser tab that slept). @returns null when none was.
 */
export function announcement(beforeMs: number, afterMs: number): AnnouncedMinute | null {
  const passed = announcedMinutes.filter(
    (minute) => beforeMs > minute * MINUTE_MS && afterMs <= minute * MINUTE_MS,
  );
  return passed.at(-1) ?? null;
}

/** What somebody who listens to a clock knows of it. */
export type Listened = { readonly clock: Clock; readonly leftMs: number };

/**
 * One more look at a clock: what is to be said now, and what to look with the next time. Another run
 * (begun anew, gone on, given minutes) is listened to afresh: what one clock had left says nothing of
 * the next. Time that is found to be a little more again than it was is not told twice.
 */
export function listen(
  before: Listened | null,
  clock: Clock,
  now: number,
): { readonly listened: Listened; readonly minute: AnnouncedMinute | null } {
  const leftMs = remaining(clock, now);
  const isSameRun =
    before?.clock.state === 'running' &&
    clock.state === 'running' &&
    before.clock.deadlineAt === clock.deadlineAt;
  if (!isSameRun) return { listened: { clock, leftMs }, minute: null };
  const minute = announcement(before.leftMs, leftMs);
  return { listened: { clock, leftMs: Math.min(before.leftMs, leftMs) }, minute };
}
