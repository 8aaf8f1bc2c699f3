/** Adds one or five minutes; a clock whose time was up runs on from now. */
import { refused } from '#domain/refusal';
import { extend, mayExtend } from '#domain/sprint/timebox';
import { clockOfSprint, writeClock } from './clock-columns';
import type { Handler } from '#server/commands/command';
import { openStepOf } from './steps';

export const extendClock: Handler<'extend-clock'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    if (!openStepOf(authority)) return refused('step-not-open');
    return mayExtend(clockOfSprint(authority.sprint), command.minutes);
  },
  // do
  async do({ tx, authority, command, now }) {
    const more = { now: now.getTime(), minutes: command.minutes };
    await writeClock(tx, authority.sprint.id, extend(clockOfSprint(authority.sprint), more));
    return null;
  },
};
