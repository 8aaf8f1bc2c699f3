/** Go or no-go at the end of the preparation. Decided again, it takes the place of what was decided before. */
import { and, eq, isNull } from 'drizzle-orm';
import { confirmedOf, lacksFor, mayDecideGo } from '#domain/preparation/go';
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { stepById } from '#server/commands/agenda/steps';
import type { Handler } from '#server/commands/command';
import { decisions } from '#server/db/ballot-tables';
import type { Authority } from '#server/stage/authority';

const READINESS = 'gereedheid';

export const decideGo: Handler<'decide-go'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    if (step.exercise !== READINESS) return refused('wrong-phase');
    if (step.status !== 'open') return refused('step-not-open');
    return mayDecideGo(lacksOf(authority), command);
  },
  // do
  async do({ tx, authority, command, me, newId, now }) {
    const { stepId, go, reason } = command;
    const standing = and(eq(decisions.stepId, stepId), isNull(decisions.withdrawnAt));
    await tx.update(decisions).set({ withdrawnAt: now }).where(standing);
    const stands = !me.decider && me.standIn ? authority.mandate : null;
    await tx.insert(decisions).values({
      ...{ id: newId(), sprintId: authority.sprint.id, stepId, reason },
      text: go ? 'Go' : 'No-go',
      ...{ byName: shownName(me), byMemberId: me.id, decidedAt: now },
      ...{ mandateId: stands?.id ?? null, onBehalfOf: stands?.onBehalfOf ?? null },
    });
    return null;
  },
};

function lacksOf({ members, customers }: Authority) {
  return lacksFor({
    hasDecider: members.some(({ decider }) => decider),
    confirmed: confirmedOf(
      customers.map((one) => ({ ...one, confirmed: one.confirmedAt !== null })),
    ).count,
  });
}
