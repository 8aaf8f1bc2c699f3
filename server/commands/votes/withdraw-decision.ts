/** Takes a decision back while its step is still deciding; the record of it stays. */
import { and, eq, isNull } from 'drizzle-orm';
import { keepBeloften } from '#document/kinds/ladders/operations';
import { server } from '#document/origins';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { mayWithdrawDecision, type Deciding } from '#domain/votes/decision';
import { mayWithdrawOutcome } from '#domain/votes/outcome';
import { stepById } from '#server/commands/agenda/steps';
import { boardRoomId } from './rounds';
import { decisions } from '#server/db/ballot-tables';
import type { Handler } from '#server/commands/command';
import type { Authority } from '#server/stage/authority';

export const withdrawDecision: Handler<'withdraw-decision'> = {
  // On the ladders what was kept is marked.
  rooms({ authority, command }) {
    const room = laddersRoomOf(authority, command.stepId);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const decided = authority.decisions.some((one) => one.stepId === step.id);
    if (step.exercise === 'besluit') return mayWithdrawOutcome({ me, step, decided });
    return mayWithdrawDecision({ me, step: step as Deciding['step'], decided });
  },
  // do
  async do({ tx, authority, command, now, doc }) {
    const step = stepById(authority, command.stepId);
    const room = laddersRoomOf(authority, command.stepId);
    if (step && room !== undefined) {
      keepBeloften(doc(room), [], { concept: step.exercise === 'conceptbeloften' }, server);
    }
    await tx
      .update(decisions)
      .set({ withdrawnAt: now })
      .where(and(eq(decisions.stepId, command.stepId), isNull(decisions.withdrawnAt)));
    return null;
  },
};

function laddersRoomOf(authority: Authority, stepId: string): string | undefined {
  const step = stepById(authority, stepId);
  const isLadders = step !== undefined && exerciseOf(step.exercise).kind === 'ladders';
  return isLadders ? boardRoomId(authority, step.boardId) : undefined;
}
