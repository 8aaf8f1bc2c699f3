/** A link that the facilitator shows to a guest who lost the cookie. Valid once, for ten minutes. */
import { mayGiveSeatBack } from '#domain/sprint/people-rules';
import { entryLink } from './entry-link';
import { memberById, requireMemberById } from '#server/commands/people/membership';
import type { Handler } from '#server/commands/command';

export const makeReturnLink: Handler<'make-return-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    return mayGiveSeatBack(memberById(authority, command.memberId), { me });
  },
  // do
  async do(doing) {
    const member = requireMemberById(doing.authority, doing.command.memberId);
    return entryLink(doing, { kind: 'return', member });
  },
};
