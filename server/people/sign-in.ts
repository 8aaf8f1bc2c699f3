/**
 * Signs in to an account. The answer, and the work behind it, are the same for an unknown address
 * and for a wrong password. A guest who ticked 'keep' takes their seats along.
 */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import { passwordMatches } from '#server/auth/passwords';
import { people } from '#server/db/tables';
import { checked, emailField, givenPasswordField, tickField } from '#server/people/fields';
import { moveGuest } from '#server/people/move-guest';
import { guestOf, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';

const form = v.object({ email: emailField, password: givenPasswordField, keep: tickField });

/** @throws RefusedError email-or-password-wrong; field refusals; too-fast. */
export async function signIn(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<SignedIn & { language: string }> {
  const { email, password, keep } = checked(form, input);
  const pair = `${visit.address} ${email}`;
  // Counted before the password is looked at, so that a burst of parallel tries is counted too.
  await parts.limits.take('signInPerAddress', visit.address);
  await parts.limits.take('signInPerEmail', pair);
  const isKnown = parts.knownPlaces.has(pair);
  if (!isKnown) await parts.limits.take('signInPerAccount', email);

  const [person] = await parts.db
    .select()
    .from(people)
    .where(eq(sql`lower(${people.email})`, email));
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches) throw new RefusedError('email-or-password-wrong', { field: 'password' });
  await parts.limits.giveBack('signInPerAddress', visit.address);
  await parts.limits.forget('signInPerEmail', pair);
  if (!isKnown) await parts.limits.giveBack('signInPerAccount', email);
  parts.knownPlaces.add(pair);

  const guest = keep ? guestOf(visit) : null;
  if (guest) await moveGuest(parts, { guestId: guest.personId, accountId: person.id });
  const signedIn = await parts.sessions.createSession(person.id, { userAgent: visit.userAgent });
  if (visit.session) await parts.sessions.endSession(visit.session.id);
  return { ...signedIn, language: person.language };
}
