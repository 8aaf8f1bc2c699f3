/**
 * The Decider says how the winners of the supervote are made: all in one prototype, or two that compete. With two
 * a loose note-and-vote on their names is put on the agenda right behind, in the same transaction.
 */
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { mayChoosePrototypes } from '#domain/votes/supervote';
import type { Handler } from '#server/commands/command';
import { positionAt } from '#server/commands/agenda/place-in-agenda';
import { requireStep, stepById } from '#server/commands/agenda/steps';
import { decisions } from '#server/db/ballot-tables';
import { steps } from '#server/db/tables';
import { supervoteOf } from '#server/stage/supervote';

const NAMES = 'note-en-stem';

export const choosePrototypes: Handler<'choose-prototypes'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    return mayChoosePrototypes({
      me,
      step: { exercise: step.exercise, status: step.status },
      decided: authority.decisions.some(({ stepId }) => stepId === step.id),
      winners: supervoteOf(authority)?.winners.length ?? 0,
      choice: command.choice,
      reason: command.reason,
    });
  },
  // do
  async do({ tx, authority, me, command, newId, now }) {
    const { stepId, choice, reason, question } = command;
    const sprintId = authority.sprint.id;
    const vote = supervoteOf(authority);
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      ...{ id: newId(), sprintId, stepId, roundId: vote?.roundId ?? null, reason, choice },
      text: vote?.winners.map(({ text }) => text).join('\n') ?? '',
      ...{ byName: shownName(me), byMemberId: me.id, decidedAt: now },
      ...{ mandateId: mandate?.id ?? null, onBehalfOf: mandate?.onBehalfOf ?? null },
    });
    if (choice !== 'rumble') return null;
    const { day } = requireStep(authority, stepId);
    const next = authority.steps.slice(authority.steps.findIndex(({ id }) => id === stepId) + 1);
    const before = next.find((step) => step.day === day)?.id ?? null;
    await tx.insert(steps).values({
      ...{ id: newId(), sprintId, exercise: NAMES, day },
      position: positionAt(authority, { day: day as 3, before }),
      minutes: exerciseOf(NAMES).minutes.default,
      choices: question ? { question } : {},
    });
    return null;
  },
};
