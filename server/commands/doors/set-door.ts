/** Opens or closes the door: nobody new comes in through a closed one, whatever code or link. */
import { eq } from 'drizzle-orm';
import { allowed } from '#domain/refusal';
import { sprints } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setDoor: Handler<'set-door'> = {
  // who: the runner asked permissions.
  // whether
  whether() {
    return allowed;
  },
  // do
  async do({ tx, authority, command }) {
    await tx
      .update(sprints)
      .set({ doorOpen: command.open })
      .where(eq(sprints.id, authority.sprint.id));
    return null;
  },
};
