/** Other words for a decision that stands: the old ones are kept beside it, with who changed them and why. */
import { and, eq, isNull } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import type { StepStatus } from '#domain/sprint/phases';
import { mayAmend } from '#domain/votes/amending';
import type { Handler } from '#server/commands/command';
import { stepById } from '#server/commands/agenda/steps';
import { decisions } from '#server/db/ballot-tables';

export const amendDecision: Handler<'amend-decision'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command: { stepId, text, reason, from } }) {
    const step = stepById(authority, stepId);
    if (!step) return refused('no-such-step');
    const standing = authority.decisions.find((one) => one.stepId === stepId)?.text;
    if (standing !== undefined && standing !== from) return refused('changed-meanwhile');
    const status = step.status as StepStatus;
    return mayAmend({
      exercise: exerciseOf(step.exercise),
      step: { status },
      standing,
      text,
      reason,
    });
  },
  // do
  async do({ tx, authority, me, command: { stepId, text, reason }, now }) {
    const standing = authority.decisions.find((one) => one.stepId === stepId);
    if (!standing) throw new Error('a decision that was ruled upon is not there');
    const before = { text: standing.text, by: shownName(me), reason, at: now.getTime() };
    await tx
      .update(decisions)
      .set({ text, amended: [...standing.amended, before] })
      .where(and(eq(decisions.id, standing.id), isNull(decisions.withdrawnAt)));
    return null;
  },
};
