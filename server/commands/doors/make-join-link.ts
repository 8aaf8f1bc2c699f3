/** A link that carries a role, and the seat of the Decider where that is asked. */
import { allowed, refused } from '#domain/refusal';
import { joinLinks } from '#server/db/tables';
import type { Handler } from '#server/commands/command';
import { tokenColumns } from '#server/store/door-secrets';

export const makeJoinLink: Handler<'make-join-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ command }) {
    const observes = command.decider && command.role === 'waarnemer';
    return observes ? refused('field-invalid', { field: 'decider' }) : allowed;
  },
  // do
  async do({ tx, authority, command, newId, newSecret, doorKeys, now }) {
    const { role, decider } = command;
    const [linkId, token] = [newId(), newSecret()];
    await tx.insert(joinLinks).values({
      ...{ id: linkId, sprintId: authority.sprint.id, role, decider, createdAt: now },
      ...tokenColumns(doorKeys, linkId, token),
    });
    return { linkId, path: `/join/${token}` };
  },
};
