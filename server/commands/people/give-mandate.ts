/** Names a stand-in who decides on the Decider's behalf, with a reason that is recorded; an earlier mandate ends. */
import { mayGiveMandate } from '#domain/sprint/people-rules';
import { shownName } from '#domain/sprint/names';
import { endMandates, memberById, membersChanged } from './membership';
import { mandates } from '#server/db/tables';
import type { Handler } from '#server/commands/command';

export const giveMandate: Handler<'give-mandate'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const target = memberById(authority, command.memberId);
    return mayGiveMandate(target, { me, members: authority.members, reason: command.reason });
  },
  // do
  async do(doing) {
    const { tx, authority, me, command, newId, now } = doing;
    const decider = authority.members.find((member) => member.decider);
    if (!decider) throw new Error('a mandate was allowed without a Decider');
    await endMandates(doing);
    await tx.insert(mandates).values({
      id: newId(),
      sprintId: authority.sprint.id,
      memberId: command.memberId,
      givenBy: me.id,
      onBehalfOf: shownName(decider),
      reason: command.reason,
      givenAt: now,
    });
    await membersChanged(doing);
    return null;
  },
};
