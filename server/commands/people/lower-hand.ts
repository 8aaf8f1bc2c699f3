/** A facilitator lowers somebody's hand: they had the floor. Saying it twice changes nothing. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { memberById } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const lowerHand: Handler<'lower-hand'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    return memberById(authority, command.memberId) ? allowed : refused('no-such-member');
  },
  // do
  async do({ tx, command }) {
    await tx.update(members).set({ handRaisedAt: null }).where(eq(members.id, command.memberId));
    return null;
  },
};
