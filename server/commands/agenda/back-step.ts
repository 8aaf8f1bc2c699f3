/** Undoes the last opening: the open step is planned again with all that it has, and the one closed last goes on. */
import { eq } from 'drizzle-orm';
import { backStep as plan, minutesAgain } from '#domain/sprint/back-step';
import { allowed } from '#domain/refusal';
import { idleClock } from '#domain/sprint/timebox';
import { writeClock } from './clock-columns';
import { keepStepEnd, roomsToClose } from './open-and-close';
import { openRoundOf, undoRounds } from '#server/commands/votes/rounds';
import { openStepOf, requireStep } from './steps';
import { steps } from '#server/db/tables';
import type { Authority, Step } from '#server/stage/authority';
import type { Handler } from '#server/commands/command';

export const backStep: Handler<'back-step'> = {
  keeps: ({ authority }) => roomsToClose(authority, openStepOf(authority)),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const asked = planOf(authority, command.from);
    return 'refusal' in asked ? { allowed: false, refusal: asked.refusal } : allowed;
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const asked = planOf(authority, command.from);
    if ('refusal' in asked) throw new Error('an undo that was ruled upon cannot be done');
    const { away, again } = asked.plan;
    if (away) {
      const step = requireStep(authority, away.stepId);
      await keepStepEnd(doing, step);
      // Nobody chose anything in it yet: `votes-cast` refused the rest.
      await undoRounds(tx, step.id, 'open');
      await tx
        .update(steps)
        .set({
          ...{ status: 'planned', phase: away.phase, phaseCount: step.phaseCount + 1 },
          ...{ admitsLate: false, closedAt: null, revealAt: null },
        })
        .where(eq(steps.id, step.id));
    }
    const step = requireStep(authority, again.stepId);
    await tx
      .update(steps)
      .set({
        ...{ status: 'open', phase: again.phase, phaseCount: step.phaseCount + 1 },
        closedAt: null,
      })
      .where(eq(steps.id, step.id));
    const minutes = minutesAgain(timesOf(step), step.openedAt?.getTime() ?? null);
    await writeClock(tx, authority.sprint.id, idleClock(minutes));
    return null;
  },
};

function planOf(authority: Authority, from: string | null) {
  const open = openStepOf(authority);
  const round = open && openRoundOf(authority, open.id);
  const votesCast = authority.dots.filter(
    (dot) => round !== undefined && dot.roundId === round.id && dot.candidateId !== null,
  ).length;
  return plan(authority.steps.map(timesOf), { from, votesCast });
}

function timesOf(step: Step) {
  return { ...step, closedAt: step.closedAt?.getTime() ?? null };
}
