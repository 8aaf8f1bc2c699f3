/** The duties beside the role: scribe, interviewer, klantpet. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { memberById } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setDuties: Handler<'set-duties'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return memberById(authority, command.memberId) ? allowed : refused('no-such-member');
  },
  // do
  async do({ tx, command }) {
    const duties = [...new Set(command.duties)];
    await tx.update(members).set({ duties }).where(eq(members.id, command.memberId));
    return null;
  },
};
