/** Names the Decider, or nobody. A mandate of the Decider before ends with it. */
import { and, eq } from 'drizzle-orm';
import { maySetDecider } from '#domain/sprint/people-rules';
import { endMandates, memberById, membersChanged } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setDecider: Handler<'set-decider'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { memberId } = command;
    return maySetDecider(memberId === null ? null : memberById(authority, memberId));
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const before = authority.members.find((member) => member.decider);
    if (before?.id === command.memberId) return null;
    await tx
      .update(members)
      .set({ decider: false })
      .where(and(eq(members.sprintId, authority.sprint.id), eq(members.decider, true)));
    if (command.memberId !== null) {
      await tx.update(members).set({ decider: true }).where(eq(members.id, command.memberId));
    }
    await endMandates(doing);
    await membersChanged(doing);
    return null;
  },
};
