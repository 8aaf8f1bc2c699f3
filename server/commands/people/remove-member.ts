/** Takes somebody out of the sprint; their sockets close within a second. */
import { mayRemoveMember } from '#domain/sprint/people-rules';
import { endMembership, memberById, requireMemberById } from './membership';
import type { Handler } from '#server/commands/command';

export const removeMember: Handler<'remove-member'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const { members } = authority;
    return mayRemoveMember(memberById(authority, command.memberId), { me, members });
  },
  // do
  async do(doing) {
    await endMembership(doing, requireMemberById(doing.authority, doing.command.memberId));
    return null;
  },
};
