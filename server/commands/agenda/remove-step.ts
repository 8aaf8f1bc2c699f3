/** Takes a step that has not started off the agenda. */
import { eq } from 'drizzle-orm';
import { mayRemove, type RuledStep } from '#domain/sprint/step-rules';
import { stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const removeStep: Handler<'remove-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return mayRemove(stepById(authority, command.stepId) as RuledStep | undefined);
  },
  // do
  async do({ tx, command }) {
    await tx.delete(steps).where(eq(steps.id, command.stepId));
    return null;
  },
};
