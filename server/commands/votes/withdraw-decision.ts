/** Takes a decision back while its step is still deciding; the record of it stays. */
import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '#domain/refusal';
import { mayWithdrawDecision, type Deciding } from '#domain/votes/decision';
import { stepById } from '#server/commands/agenda/steps';
import { decisions } from '#server/db/ballot-tables';
import type { Handler } from '#server/commands/command';

export const withdrawDecision: Handler<'withdraw-decision'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const decided = authority.decisions.some((one) => one.stepId === step.id);
    return mayWithdrawDecision({ me, step: step as Deciding['step'], decided });
  },
  // do
  async do({ tx, command, now }) {
    await tx
      .update(decisions)
      .set({ withdrawnAt: now })
      .where(and(eq(decisions.stepId, command.stepId), isNull(decisions.withdrawnAt)));
    return null;
  },
};
