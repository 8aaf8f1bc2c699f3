/** A sketch that did not win is taken along into the storyboard and for a next sprint, or left again. */
import { and, eq } from 'drizzle-orm';
import { shownName } from '#domain/sprint/names';
import { mayTakeAlong } from '#domain/votes/supervote';
import type { Handler } from '#server/commands/command';
import { takenAlong } from '#server/db/sketch-tables';
import { supervoteOf } from '#server/stage/supervote';

export const takeAlong: Handler<'take-along'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const later = supervoteOf(authority)?.later.flatMap(({ noteIds }) => noteIds) ?? null;
    return mayTakeAlong({ later, exhibitId: command.exhibitId });
  },
  // do
  async do({ tx, authority, me, command, now }) {
    const { exhibitId, along } = command;
    const sprintId = authority.sprint.id;
    if (along) {
      const row = { sprintId, exhibitId, byName: shownName(me), takenAt: now };
      // Of two who do it at once the first is named.
      await tx.insert(takenAlong).values(row).onConflictDoNothing();
    } else {
      await tx
        .delete(takenAlong)
        .where(and(eq(takenAlong.sprintId, sprintId), eq(takenAlong.exhibitId, exhibitId)));
    }
    return null;
  },
};
