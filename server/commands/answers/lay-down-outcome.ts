/** What the week comes to: one of three, with what was learnt, by name and date. A decision like the others of the week. */
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { mayLayDownOutcome } from '#domain/votes/outcome';
import { stepById } from '#server/commands/agenda/steps';
import type { Handler } from '#server/commands/command';
import { decisions } from '#server/db/ballot-tables';

export const layDownOutcome: Handler<'lay-down-outcome'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const decided = authority.decisions.some(({ stepId }) => stepId === step.id);
    return mayLayDownOutcome({ me, step, decided, text: command.text });
  },
  // do
  async do({ tx, authority, me, command, newId, now }) {
    const { stepId, outcome, text } = command;
    // The Decider decides in their own name, whoever else holds a mandate.
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      ...{ id: newId(), sprintId: authority.sprint.id, stepId, choice: outcome, text, reason: '' },
      ...{ byName: shownName(me), byMemberId: me.id, decidedAt: now },
      ...{ mandateId: mandate?.id ?? null, onBehalfOf: mandate?.onBehalfOf ?? null },
    });
    return null;
  },
};
