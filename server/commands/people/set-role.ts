/** Gives a member another base role. Who becomes an observer decides and writes no more. */
import { eq } from 'drizzle-orm';
import { maySetRole } from '#domain/sprint/people-rules';
import { endMandates, memberById, membersChanged, requireMemberById } from './membership';
import { members } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const setRole: Handler<'set-role'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { memberId, role } = command;
    return maySetRole(memberById(authority, memberId), { role, members: authority.members });
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const member = requireMemberById(authority, command.memberId);
    const { role } = command;
    const isObserver = role === 'waarnemer';
    await tx
      .update(members)
      .set({
        role,
        decider: member.decider && !isObserver,
        participates: member.participates && role === 'facilitator',
      })
      .where(eq(members.id, member.id));
    if (isObserver && (member.decider || member.standIn)) await endMandates(doing);
    await membersChanged(doing);
    return null;
  },
};
