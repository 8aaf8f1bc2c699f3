/** Starts the clock, lets a paused one go on, or starts it anew with another length. */
import { mayStart, start } from '#domain/sprint/timebox';
import { clockOfSprint, writeClock } from './clock-columns';
import type { Handler } from '#server/commands/command';
import { openStepOf } from './steps';
import { refused } from '#domain/refusal';

export const startClock: Handler<'start-clock'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, now }) {
    if (!openStepOf(authority)) return refused('step-not-open');
    const time = { now: now.getTime(), minutes: command.minutes };
    return mayStart(clockOfSprint(authority.sprint), time);
  },
  // do
  async do({ tx, authority, command, now }) {
    const time = { now: now.getTime(), minutes: command.minutes };
    await writeClock(tx, authority.sprint.id, start(clockOfSprint(authority.sprint), time));
    return null;
  },
};
