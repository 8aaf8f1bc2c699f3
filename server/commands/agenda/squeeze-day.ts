/** Gives several planned steps other minutes at once: all of them, or none. */
import { eq } from 'drizzle-orm';
import { maySqueeze, type RuledStep } from '#domain/sprint/step-rules';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const squeezeDay: Handler<'squeeze-day'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return maySqueeze(command.steps, authority.steps as readonly RuledStep[]);
  },
  // do
  async do({ tx, command }) {
    for (const { stepId, minutes } of command.steps) {
      await tx.update(steps).set({ minutes }).where(eq(steps.id, stepId));
    }
    return null;
  },
};
