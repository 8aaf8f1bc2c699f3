/** The facilitator's switch 'ik doe mee': on means that they write, vote and count. */
import { eq } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { membersChanged } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setParticipates: Handler<'set-participates'> = {
  // who: the runner asked permissions.
  // whether
  whether() {
    return allowed;
  },
  // do
  async do(doing) {
    const { participates } = doing.command;
    await doing.tx.update(members).set({ participates }).where(eq(members.id, doing.me.id));
    await membersChanged(doing);
    return null;
  },
};
