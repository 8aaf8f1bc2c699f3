/** Moves a step that has not started to another place or day. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { mayMove, type RuledStep } from '#domain/sprint/step-rules';
import { positionAt } from './place-in-agenda';
import { stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const moveStep: Handler<'move-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const ruling = mayMove(stepById(authority, command.stepId) as RuledStep | undefined);
    if (!ruling.allowed || command.before === null) return ruling;
    return stepById(authority, command.before) ? allowed : refused('no-such-step');
  },
  // do
  async do({ tx, authority, command }) {
    const { stepId, day } = command;
    const before = command.before === stepId ? null : command.before;
    await tx
      .update(steps)
      .set({ day, position: positionAt(authority, { day, before, stepId }) })
      .where(eq(steps.id, stepId));
    return null;
  },
};
