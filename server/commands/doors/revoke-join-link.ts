/** Revokes a join link; who came in by it stays. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { joinLinks } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const revokeJoinLink: Handler<'revoke-join-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const found = authority.joinLinks.some((link) => link.id === command.linkId);
    return found ? allowed : refused('no-such-link');
  },
  // do
  async do({ tx, command, now }) {
    await tx.update(joinLinks).set({ revokedAt: now }).where(eq(joinLinks.id, command.linkId));
    return null;
  },
};
