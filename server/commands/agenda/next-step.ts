/** Closes the open step, if any, and opens the next planned one; after the last one it only closes. */
import { allowed, refused } from '#domain/refusal';
import { nextPlanned } from '#domain/sprint/agenda';
import { closeStep, openStep, roomsToEnd, roomsToOpen } from './open-and-close';
import { openStepOf } from './steps';
import type { Authority, Step } from '#server/stage/authority';
import type { Handler } from '#server/commands/command';

export const nextStep: Handler<'next-step'> = {
  rooms: ({ authority }) => roomsToOpen(authority, nextOf(authority)),
  keeps: ({ authority }) => roomsToEnd(authority, openStepOf(authority), nextOf(authority)),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const open = openStepOf(authority);
    if ((open?.id ?? null) !== command.from) return refused('phase-moved-on');
    return open || nextOf(authority) ? allowed : refused('no-such-step');
  },
  // do
  async do(doing) {
    const open = openStepOf(doing.authority);
    const next = nextOf(doing.authority);
    if (open) await closeStep(doing, open, { next });
    if (next) await openStep(doing, next);
    return null;
  },
};

function nextOf(authority: Authority): Step | undefined {
  return nextPlanned<Step>(authority.steps, openStepOf(authority)?.id ?? null) ?? undefined;
}
