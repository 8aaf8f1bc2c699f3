/** Calls off a reveal that is counting down: nothing was laid, and writing goes on. */
import { eq } from 'drizzle-orm';
import { refused } from '#domain/refusal';
import { mayCancelReveal, type CountingStep } from '#domain/sprint/reveal';
import { stepById } from '#server/commands/agenda/steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const cancelReveal: Handler<'cancel-reveal'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, now }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const revealsAt = step.revealAt?.getTime() ?? null;
    return mayCancelReveal({ ...(step as CountingStep & typeof step), revealsAt }, now.getTime());
  },
  // do
  async do({ tx, command }) {
    await tx.update(steps).set({ revealAt: null }).where(eq(steps.id, command.stepId));
    return null;
  },
};
