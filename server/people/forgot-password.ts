/**
 * A one-time link to choose a new password: by mail where there is a mail server, else printed by
 * `npm run reset-link`. Asking by the page is answered the same whoever exists.
 */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { withNext } from '#domain/safe-path';
import { faultFacts } from '#server/commands/database-refusal';
import { people } from '#server/db/tables';
import type { Mail } from '#server/mail/mail';
import { resetMail } from '#server/mail/reset-mail';
import { checked, emailField, nextField } from '#server/people/fields';
import type { PeopleParts, Visit } from '#server/people/parts';
import { makeTicket } from '#server/people/tickets';

const VALID_MS = 60 * 60 * 1000;
const form = v.object({ email: emailField, next: nextField });

/** Sends a link when that can be done. @throws RefusedError field refusals; too-fast. */
export async function forgotPassword(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<void> {
  const { email, next } = checked(form, input);
  await parts.limits.take('forgotPerAddress', visit.address);
  if (!parts.mail) return;
  // Not awaited: how long a mail takes must not tell whether there was an account to send it to.
  void sendLink(parts, parts.mail, { email, next }).catch((error: unknown) => {
    parts.log.error(faultFacts(error), 'reset mail was not sent');
  });
}

async function sendLink(
  parts: PeopleParts,
  mail: Mail,
  { email, next }: v.InferOutput<typeof form>,
): Promise<void> {
  if (!(await parts.limits.mayTake('forgotPerEmail', email))) return;
  const link = await makeResetLink(parts, email);
  if (!link) return;
  await mail.send({
    to: email,
    ...resetMail({
      name: link.name,
      url: mail.linkTo(withNext(link.path, next)),
      language: link.language,
    }),
  });
}

/**
 * Makes a one-time link for the account with this address.
 * @returns its path and how long it is valid, or null when there is no such account.
 */
export async function makeResetLink(
  parts: Pick<PeopleParts, 'db' | 'clock' | 'random'>,
  email: string,
): Promise<{ path: string; expiresAt: Date; name: string; language: string } | null> {
  const [person] = await parts.db
    .select()
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.trim().toLowerCase()));
  if (!person) return null;
  const { token, expiresAt } = await makeTicket(parts.db, {
    kind: 'password-reset',
    personId: person.id,
    now: parts.clock.now(),
    validMs: VALID_MS,
    random: parts.random,
  });
  return { path: `/reset/${token}`, expiresAt, name: person.name, language: person.language };
}
