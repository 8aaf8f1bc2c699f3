/** Puts the sprint's last day, on which customers test, on another date; on the planned one it is as it was. */
import { eq } from 'drizzle-orm';
import { mayPostpone, type PostponableSprint } from '#domain/prototype/trial';
import { refused } from '#domain/refusal';
import { lastDate } from '#domain/sprint/retention';
import { lastDayOf } from '#domain/sprint/templates';
import type { Handler } from '#server/commands/command';
import { sprints } from '#server/db/tables';

export const postponeLastDay: Handler<'postpone-last-day'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, now }) {
    const sprint = authority.sprint as PostponableSprint;
    const last = lastDayOf(sprint.template);
    const hasBegun = authority.steps.some(
      ({ day, status }) => day === last && (status === 'open' || status === 'done'),
    );
    if (hasBegun) return refused('step-already-started');
    return mayPostpone(command.date, sprint, now.getTime());
  },
  // do
  async do({ tx, authority, command }) {
    const { id, startsOn, template } = authority.sprint as PostponableSprint & { id: string };
    const isPlanned = command.date === lastDate(startsOn, template);
    await tx
      .update(sprints)
      .set({
        lastDayOn: isPlanned ? null : command.date,
        lastDayReason: isPlanned ? '' : command.reason,
      })
      .where(eq(sprints.id, id));
    return null;
  },
};
