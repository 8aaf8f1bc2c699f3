/** What the facilitator chooses for a step before it starts; other choices stay. */
import { eq } from 'drizzle-orm';
import { mayChoose } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import type { StepStatus } from '#domain/sprint/phases';
import { requireStep, stepById } from './steps';
import { steps } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setStepChoices: Handler<'set-step-choices'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    // What was begun and put back keeps what its people were told.
    const status = step.phase === null ? (step.status as StepStatus) : 'open';
    return mayChoose(exerciseOf(step.exercise), { choices: command.choices, status });
  },
  // do
  async do({ tx, authority, command }) {
    const step = requireStep(authority, command.stepId);
    const choices = { ...step.choices, ...command.choices };
    await tx.update(steps).set({ choices }).where(eq(steps.id, step.id));
    return null;
  },
};
