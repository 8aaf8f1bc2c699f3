/** A link that carries a role, and the seat of the Decider where that is asked. */
import { allowed, refused } from '#domain/refusal';
import { joinLinks } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const makeJoinLink: Handler<'make-join-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ command }) {
    const observes = command.decider && command.role === 'waarnemer';
    return observes ? refused('field-invalid', { field: 'decider' }) : allowed;
  },
  // do
  async do({ tx, authority, command, newId, newSecret, now }) {
    const { role, decider } = command;
    const link = { id: newId(), token: newSecret() };
    const sprintId = authority.sprint.id;
    await tx.insert(joinLinks).values({ ...link, sprintId, role, decider, createdAt: now });
    return { linkId: link.id, path: `/join/${link.token}` };
  },
};
