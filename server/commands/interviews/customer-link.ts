/**
 * The link that lets a customer answer by themselves, on one browser of theirs. It makes no session and no member,
 * and opens the page with their own questions alone. Only its hash is kept.
 */
import { eq } from 'drizzle-orm';
import { refused, type Ruling } from '#domain/refusal';
import { mayAsk } from '#domain/tests/asking';
import { customerPath } from '#protocol/asking';
import { secretHash } from '#server/auth/tokens';
import type { Handler } from '#server/commands/command';
import { customerLinks } from '#server/db/asking-tables';
import { askingOf } from '#server/store/askings';
import { customerById } from './customers';
import { laddersRoom, putQuestions } from './put-questions';

/** Long enough for who answers at home in the evening, or the next morning. */
const VALID_MS = 24 * 60 * 60_000;

export const makeCustomerLink: Handler<'make-customer-link'> = {
  keeps: ({ authority }) => laddersRoom(authority),
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }): Ruling {
    const asking = askingOf(authority, command.customerId);
    if (asking?.sent) return refused('answers-sent');
    return mayAsk(customerById(authority, command.customerId)?.state);
  },
  // do: what was answered before stays, for the browser that begins now.
  async do(doing) {
    const { tx, command, now, newSecret } = doing;
    const { customerId } = command;
    await putQuestions(doing, { customerId, way: 'link', askedById: null });
    const token = newSecret();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await tx.delete(customerLinks).where(eq(customerLinks.customerId, customerId));
    await tx.insert(customerLinks).values({ hash: secretHash(token), customerId, expiresAt });
    return { path: customerPath(token), expiresAt: expiresAt.getTime() };
  },
};

export const revokeCustomerLink: Handler<'revoke-customer-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }): Ruling {
    const isThere = authority.customerLinks.some(
      ({ customerId }) => customerId === command.customerId,
    );
    return isThere ? { allowed: true } : refused('no-such-link');
  },
  // do
  async do({ tx, command }) {
    await tx.delete(customerLinks).where(eq(customerLinks.customerId, command.customerId));
    return null;
  },
};
