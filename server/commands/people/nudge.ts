/** Asks for one person's attention: said to their live sockets only, and not too often. */
import { shownName } from '#domain/sprint/names';
import { mayNudge } from '#domain/sprint/people-rules';
import { memberById } from './membership';
import type { Handler } from '#server/commands/command';

export const nudge: Handler<'nudge'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, me }) {
    return mayNudge(memberById(authority, command.memberId), { me });
  },
  // do
  async do({ authority, command, me, signal, sparingly }) {
    const { memberId } = command;
    await sparingly(`nudge/${memberId}`);
    signal({
      ...{ kind: 'say', sprintId: authority.sprint.id, memberId },
      message: { kind: 'nudged', by: shownName(me) },
    });
    return null;
  },
};
