/** Says 'Klaar' of the phase that the member saw, or takes it back. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { phaseKey } from '#domain/sprint/phase-key';
import type { Handler } from '#server/commands/command';
import { openStepOf } from '#server/commands/agenda/steps';
import { members } from '#server/db/tables';

export const setReady: Handler<'set-ready'> = {
  lock: 'share',
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const open = openStepOf(authority);
    if (!open) return refused('step-not-open');
    return phaseKey(open) === command.phaseKey ? allowed : refused('phase-moved-on');
  },
  // do
  async do({ tx, me, command }) {
    await tx
      .update(members)
      .set({ readyFor: command.ready ? command.phaseKey : null })
      .where(eq(members.id, me.id));
    return null;
  },
};
