/** A link that makes another device the same member: 'Verder op je telefoon'. Valid once, for ten minutes. */
import { allowed, refused } from '#domain/refusal';
import { entryLink } from './entry-link';
import type { Handler } from '#server/commands/command';

export const makePhoneLink: Handler<'make-phone-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ me }) {
    return me.personId === null ? refused('no-such-member') : allowed;
  },
  // do
  async do(doing) {
    return entryLink(doing, { kind: 'phone', member: doing.me });
  },
};
