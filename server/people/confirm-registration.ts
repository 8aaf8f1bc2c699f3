/**
 * Confirms a registration by the link in its mail. Looking at the link changes nothing, since previews
 * of mails do that. The password that was chosen is asked: a link that somebody else's registration
 * sent to an address must not make its owner an account of which that other knows the password.
 */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import { passwordMatches } from '#server/auth/passwords';
import { people, registrations } from '#server/db/tables';
import { checked, givenPasswordField } from '#server/people/fields';
import { ensureMayRegister, openAccount } from '#server/people/open-account';
import { isTaken, refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';
import { findTicket, useTicket } from '#server/people/tickets';

const form = v.object({ password: givenPasswordField });
type Registration = typeof registrations.$inferSelect;

/**
 * Whose registration it is. @throws RefusedError no-such-link; registration-confirmed when it was used;
 * registration-expired; email-taken when there is an account meanwhile; invitation-used; registration-closed.
 */
export async function lookAtRegistration(
  parts: PeopleParts,
  token: string,
): Promise<{ name: string; email: string }> {
  const { name, email } = await registrationOf(parts, token);
  return { name, email };
}

/** @throws RefusedError as `lookAtRegistration`; password-not-chosen; too-fast; field refusals. */
export async function confirmRegistration(
  parts: PeopleParts,
  { token, ...input }: { token: string; password?: unknown },
  visit: Visit,
): Promise<SignedIn & { language: string; next: string }> {
  const { password } = checked(form, input);
  const { id, passwordHash, language, next } = await registrationOf(parts, token);
  await parts.limits.take('passwordPerPerson', id, 'password');
  if (!(await passwordMatches(passwordHash, password))) refuse('password-not-chosen', 'password');
  try {
    const signedIn = await openAccount(parts, visit, async (tx) => {
      await useTicket(tx, { token, kind: 'registration', now: parts.clock.now() });
      const [taken] = await tx.delete(registrations).where(eq(registrations.id, id)).returning();
      return taken ?? refuse('registration-confirmed');
    });
    return { ...signedIn, language, next };
  } catch (thrown) {
    if (isTaken(thrown, 'people_email')) refuse('email-taken');
    throw thrown;
  }
}

async function registrationOf(parts: PeopleParts, token: string): Promise<Registration> {
  const { db, clock } = parts;
  const ticket = await findTicket(db, { token, kind: 'registration' });
  if (ticket.usedAt) refuse('registration-confirmed');
  if (ticket.expiresAt <= clock.now()) refuse('registration-expired');
  // Gone before its time: it was confirmed by another mail about it.
  if (ticket.registrationId === null) refuse('registration-confirmed');
  const [registration] = await db
    .select()
    .from(registrations)
    .where(eq(registrations.id, ticket.registrationId));
  if (!registration) refuse('registration-confirmed');
  const [owner] = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, registration.email));
  if (owner) refuse('email-taken');
  await ensureInvited(parts, registration);
  return registration;
}

/** What an invitation's own link says would here be read as said of the link in the mail. */
async function ensureInvited(parts: PeopleParts, { invitationHash }: Registration): Promise<void> {
  try {
    await ensureMayRegister(parts, invitationHash);
  } catch (thrown) {
    const code = thrown instanceof RefusedError ? thrown.refusal.code : null;
    if (code === 'link-expired' || code === 'no-such-link') refuse('invitation-used');
    throw thrown;
  }
}
