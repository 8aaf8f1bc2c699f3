/** Name, challenge, dates, language and video call. The date of deletion moves along with the first day unless it was chosen. */
import { eq } from 'drizzle-orm';
import { deletionAfter, mayEditSprint, type DatedSprint } from '#domain/sprint/edit-rules';
import { sprints } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const editSprint: Handler<'edit-sprint'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, now }) {
    const sprint = authority.sprint as DatedSprint;
    const { timeZone } = authority.sprint;
    return mayEditSprint(command, { sprint, timeZone, now: now.getTime() });
  },
  // do
  async do({ tx, authority, command }) {
    const { kind: _, ...given } = command;
    const moves = given.startsOn !== undefined && given.startsOn !== authority.sprint.startsOn;
    const deleteAfter = deletionAfter(authority.sprint as DatedSprint, given);
    await tx
      .update(sprints)
      .set({
        ...{ ...given, deleteAfter },
        // Another week: what was postponed in the old one is no date of it.
        ...(moves && { lastDayOn: null, lastDayReason: '' }),
      })
      .where(eq(sprints.id, authority.sprint.id));
    return null;
  },
};
