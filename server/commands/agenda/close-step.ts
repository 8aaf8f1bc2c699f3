/** Closes the open step; an open round is closed first, hidden piles stay private. */
import { mayCloseStep, type RuledStep } from '#domain/sprint/step-rules';
import { closeStep as close, roomsToEnd } from './open-and-close';
import { requireStep, stepById } from './steps';
import type { Handler } from '#server/commands/command';

export const closeStep: Handler<'close-step'> = {
  keeps: ({ authority, command }) => roomsToEnd(authority, stepById(authority, command.stepId)),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId) as RuledStep | undefined;
    // A round that is open does not hinder: `do` closes it before the step.
    return mayCloseStep(step);
  },
  // do
  async do(doing) {
    await close(doing, requireStep(doing.authority, doing.command.stepId));
    return null;
  },
};
