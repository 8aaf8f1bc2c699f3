/** Raises one's own hand, or lowers it. A hand that is up keeps its place in the row. */
import { eq } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setHand: Handler<'set-hand'> = {
  lock: 'share',
  // who: the runner asked permissions.
  // whether
  whether: () => allowed,
  // do
  async do({ tx, me, command, now }) {
    const handRaisedAt = command.up ? (me.handRaisedAt ?? now) : null;
    await tx.update(members).set({ handRaisedAt }).where(eq(members.id, me.id));
    return null;
  },
};
