/** Adds a step of any exercise, with its default minutes unless others are given. */
import { mayChoose } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import { mayAdd, type RuledStep } from '#domain/sprint/step-rules';
import { positionAt } from './place-in-agenda';
import { steps } from '#server/db/tables';
import type { Step } from '#server/stage/authority';
import type { Handler } from '#server/commands/command';

export const addStep: Handler<'add-step'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const ruling = mayAdd(command, authority.steps as readonly (RuledStep & Step)[]);
    if (!ruling.allowed || !command.choices) return ruling;
    return mayChoose(exerciseOf(command.exercise), { choices: command.choices, status: 'planned' });
  },
  // do
  async do({ tx, authority, command, newId }) {
    const { exercise, day, before, title = null, choices = {} } = command;
    const stepId = newId();
    await tx.insert(steps).values({
      id: stepId,
      sprintId: authority.sprint.id,
      exercise,
      day,
      position: positionAt(authority, { day, before }),
      title,
      minutes: command.minutes ?? exerciseOf(exercise).minutes.default,
      choices,
    });
    return { stepId };
  },
};
