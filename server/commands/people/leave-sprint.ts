/** Leaves the sprint; the last facilitator hands over or deletes it first. */
import { mayLeave } from '#domain/sprint/people-rules';
import { endMembership } from './membership';
import type { Handler } from '#server/commands/command';

export const leaveSprint: Handler<'leave-sprint'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me }) {
    return mayLeave({ me, members: authority.members });
  },
  // do
  async do(doing) {
    await endMembership(doing, doing.me, { byChoice: true });
    return null;
  },
};
