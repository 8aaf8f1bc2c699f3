/** Skips a planned step, or puts a skipped one back on the agenda. */
import { eq } from 'drizzle-orm';
import { maySkip, type RuledStep } from '#domain/sprint/step-rules';
import { stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const skipStep: Handler<'skip-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return maySkip(stepById(authority, command.stepId) as RuledStep | undefined);
  },
  // do
  async do({ tx, command }) {
    await tx
      .update(steps)
      .set({ status: command.skipped ? 'skipped' : 'planned' })
      .where(eq(steps.id, command.stepId));
    return null;
  },
};
