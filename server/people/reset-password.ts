/** Chooses a new password by a one-time link: valid once, for an hour; every session ends. */
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { hashPassword } from '#server/auth/passwords';
import { people, tickets } from '#server/db/tables';
import { checked, ensureNewPassword, newPasswordField } from '#server/people/fields';
import { refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';
import { lookAtTicket, useTicket } from '#server/people/tickets';

const form = v.object({ newPassword: newPasswordField });

/** @throws RefusedError no-such-link, link-expired. */
export async function lookAtReset(parts: PeopleParts, token: string): Promise<void> {
  await lookAtTicket(parts.db, { token, kind: 'password-reset', now: parts.clock.now() });
}

/** @throws RefusedError no-such-link, link-expired; field refusals (which do not use up the link). */
export async function resetPassword(
  parts: PeopleParts,
  { token, ...input }: { token: string; newPassword?: unknown },
  visit: Visit,
): Promise<SignedIn> {
  const { newPassword } = checked(form, input);
  const { personId: ownerId } = await lookAtTicket(parts.db, {
    ...{ token, kind: 'password-reset' },
    now: parts.clock.now(),
  });
  const [owner] = ownerId ? await parts.db.select().from(people).where(eq(people.id, ownerId)) : [];
  ensureNewPassword(newPassword, {
    field: 'newPassword',
    own: [owner?.name ?? '', owner?.email ?? ''],
  });
  const passwordHash = await hashPassword(newPassword);
  const personId = await parts.db.transaction(async (tx) => {
    const now = parts.clock.now();
    const ticket = await useTicket(tx, { token, kind: 'password-reset', now });
    if (!ticket.personId) refuse('no-such-link');
    await tx.update(people).set({ passwordHash }).where(eq(people.id, ticket.personId));
    // Other links that were asked for die with this one; the used one stays, to say 'expired'.
    await tx
      .update(tickets)
      .set({ usedAt: now })
      .where(and(eq(tickets.personId, ticket.personId), eq(tickets.kind, 'password-reset')));
    return ticket.personId;
  });
  await parts.sessions.endAllSessions(personId);
  return parts.sessions.createSession(personId, { userAgent: visit.userAgent });
}
