/** Gives a step other minutes; the clock of an open step follows while it has not been started. */
import { eq } from 'drizzle-orm';
import { mayRetime, type RuledStep } from '#domain/sprint/step-rules';
import { idleClock } from '#domain/sprint/timebox';
import { clockOfSprint, writeClock } from './clock-columns';
import { requireStep, stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const retimeStep: Handler<'retime-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId) as RuledStep | undefined;
    return mayRetime(step, command.minutes);
  },
  // do
  async do({ tx, authority, command }) {
    const { stepId, minutes } = command;
    await tx.update(steps).set({ minutes }).where(eq(steps.id, stepId));
    const isOpen = requireStep(authority, stepId).status === 'open';
    if (isOpen && clockOfSprint(authority.sprint).state === 'idle') {
      await writeClock(tx, authority.sprint.id, idleClock(minutes));
    }
    return null;
  },
};
