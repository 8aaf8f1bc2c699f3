/** Puts the same step on the agenda once more, right after it. */
import { mayRepeat, type RuledStep } from '#domain/sprint/step-rules';
import type { Day } from '#domain/sprint/days';
import { positionAt } from './place-in-agenda';
import { requireStep, stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const repeatStep: Handler<'repeat-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return mayRepeat(stepById(authority, command.stepId) as RuledStep | undefined);
  },
  // do
  async do({ tx, authority, command, newId }) {
    const { id, sprintId, exercise, title, minutes, choices, ...step } = requireStep(
      authority,
      command.stepId,
    );
    const day = step.day as Day;
    const sameDay = authority.steps.filter((one) => one.day === day);
    const follower = sameDay[sameDay.findIndex((one) => one.id === id) + 1];
    const position = positionAt(authority, { day, before: follower?.id ?? null });
    const stepId = newId();
    const copy = { sprintId, exercise, title, minutes, choices, day, position };
    await tx.insert(steps).values({ id: stepId, ...copy });
    return { stepId };
  },
};
