/** Deletes the sprint and all that is in it; the name has to be typed as it is. */
import { eq } from 'drizzle-orm';
import { allowed, refused } from '#domain/refusal';
import { sessions, sprints } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const deleteSprint: Handler<'delete-sprint'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    if (command.name.trim() === '') return refused('field-empty', { field: 'name' });
    const same = command.name.trim() === authority.sprint.name.trim();
    return same ? allowed : refused('field-invalid', { field: 'name' });
  },
  // do
  async do({ tx, authority, signal }) {
    const sprintId = authority.sprint.id;
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.sprintId, sprintId))
      .returning({ id: sessions.id });
    await tx.delete(sprints).where(eq(sprints.id, sprintId));
    for (const { id } of ended) signal({ kind: 'session-ended', sessionId: id });
    signal({ kind: 'sprint-deleted', sprintId });
    return null;
  },
};
