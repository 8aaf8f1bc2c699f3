/** The turn goes to the next thing on the board of the open step, with its own time on the clock. */
import { eq } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { idleClock, running } from '#domain/sprint/timebox';
import { mayGiveTurn, type TurnTaking } from '#domain/sprint/turns';
import { writeClock } from '#server/commands/agenda/clock-columns';
import type { Handler } from '#server/commands/command';
import { requireStep, stepById } from '#server/commands/agenda/steps';
import { steps } from '#server/db/tables';

export const giveTurn: Handler<'give-turn'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command: { stepId, from } }) {
    const step = stepById(authority, stepId);
    if (!step) return refused('no-such-step');
    const exercise = exerciseOf(step.exercise);
    return mayGiveTurn({ exercise, step: step as TurnTaking['step'], from });
  },
  // do
  async do({ tx, authority, command: { stepId, to }, now }) {
    const { turns } = exerciseOf(requireStep(authority, stepId).exercise);
    await tx.update(steps).set({ turn: to }).where(eq(steps.id, stepId));
    const clock = to === null ? idleClock(0) : running(turns?.seconds ?? 0, now.getTime());
    await writeClock(tx, authority.sprint.id, clock);
    return null;
  },
};
