/** Admits, or no longer admits, notes that came after the reveal. */
import { eq } from 'drizzle-orm';
import { refused } from '#domain/refusal';
import { mayAdmitLate, type LateMoment } from '#domain/sprint/late-notes';
import { stepById } from '#server/commands/agenda/steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const admitLate: Handler<'admit-late'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    return step ? mayAdmitLate(step as LateMoment['step']) : refused('no-such-step');
  },
  // do
  async do({ tx, command }) {
    await tx.update(steps).set({ admitsLate: command.admit }).where(eq(steps.id, command.stepId));
    return null;
  },
};
