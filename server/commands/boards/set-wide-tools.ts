/** Gives participants the whole set of board tools in a step, or the beginner's set again. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { stepById } from '#server/commands/agenda/steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setWideTools: Handler<'set-wide-tools'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return stepById(authority, command.stepId) ? allowed : refused('no-such-step');
  },
  // do
  async do({ tx, command }) {
    await tx.update(steps).set({ wideTools: command.wide }).where(eq(steps.id, command.stepId));
    return null;
  },
};
