/** Pauses the running clock with what is left. */
import { mayPause, pause } from '#domain/sprint/timebox';
import { clockOfSprint, writeClock } from './clock-columns';
import type { Handler } from '#server/commands/command';

export const pauseClock: Handler<'pause-clock'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, now }) {
    return mayPause(clockOfSprint(authority.sprint), now.getTime());
  },
  // do
  async do({ tx, authority, now }) {
    await writeClock(
      tx,
      authority.sprint.id,
      pause(clockOfSprint(authority.sprint), now.getTime()),
    );
    return null;
  },
};
