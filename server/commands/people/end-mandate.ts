/** Ends the running mandate; the Decider decides again. */
import { mayEndMandate } from '#domain/sprint/people-rules';
import { endMandates, membersChanged } from './membership';
import type { Handler } from '#server/commands/command';

export const endMandate: Handler<'end-mandate'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me }) {
    return mayEndMandate({ me, members: authority.members });
  },
  // do
  async do(doing) {
    await endMandates(doing);
    await membersChanged(doing);
    return null;
  },
};
