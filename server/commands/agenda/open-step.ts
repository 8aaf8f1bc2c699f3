/** Opens a step; the one that was open closes, as with next-step. */
import { mayOpenStep, type RuledStep } from '#domain/sprint/step-rules';
import { closeStep, openStep as open, roomsToEnd, roomsToOpen } from './open-and-close';
import { openStepOf, requireStep, stepById } from './steps';
import type { Handler } from '#server/commands/command';

export const openStep: Handler<'open-step'> = {
  rooms: ({ authority, command }) => roomsToOpen(authority, stepById(authority, command.stepId)),
  keeps: ({ authority, command }) =>
    roomsToEnd(authority, openStepOf(authority), stepById(authority, command.stepId)),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return mayOpenStep(stepById(authority, command.stepId) as RuledStep | undefined);
  },
  // do
  async do(doing) {
    const { authority, command } = doing;
    const before = openStepOf(authority);
    const next = requireStep(authority, command.stepId);
    if (before) await closeStep(doing, before, { next });
    await open(doing, next);
    return null;
  },
};
