/** The binding choice: one candidate of the closed round, with a reason, by name and date. */
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { mayDecide, type Deciding } from '#domain/votes/decision';
import { closedRoundOf } from '#server/commands/rounds';
import { stepById } from '#server/commands/steps';
import { decisions } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const decide: Handler<'decide'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const round = closedRoundOf(authority, step.id);
    const choices = authority.candidates.filter((one) => one.roundId === round?.id);
    return mayDecide({
      me,
      step: step as Deciding['step'],
      exercise: exerciseOf(step.exercise),
      decided: authority.decisions.some((one) => one.stepId === step.id),
      round: round ? { status: 'closed' } : null,
      candidateIds: choices.map((one) => one.id),
      candidateId: command.candidateId,
      reason: command.reason,
    });
  },
  // do
  async do({ tx, authority, me, command, newId, now }) {
    const { stepId, candidateId, reason } = command;
    const round = closedRoundOf(authority, stepId);
    const chosen = authority.candidates.find(
      (one) => one.roundId === round?.id && one.id === candidateId,
    );
    if (!round || !chosen) throw new Error('a candidate that was ruled upon is not there');
    // The Decider decides in their own name, whoever else holds a mandate.
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      id: newId(),
      sprintId: authority.sprint.id,
      stepId,
      roundId: round.id,
      candidateId,
      text: chosen.text,
      reason,
      byName: shownName(me),
      byMemberId: me.id,
      mandateId: mandate?.id ?? null,
      onBehalfOf: mandate?.onBehalfOf ?? null,
      decidedAt: now,
    });
    return null;
  },
};
