/** Name and language of an account. Names in sprints stay: those are changed in the sprint itself. */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { people } from '#server/db/tables';
import { checked, languageField, nameField } from '#server/people/fields';
import { accountOf, type PeopleParts, type Visit } from '#server/people/parts';

const form = v.object({ name: nameField, language: languageField });

/** @throws RefusedError field refusals; as `accountOf`. */
export async function changeProfile(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<{ name: string; language: 'nl' | 'en' }> {
  const account = accountOf(visit);
  const profile = checked(form, input);
  await parts.db.update(people).set(profile).where(eq(people.id, account.personId));
  return profile;
}

/** Remembers the language that somebody switched to; without a session, or in one of a phone, only the cookie does. */
export async function rememberLanguage(
  parts: PeopleParts,
  language: 'nl' | 'en',
  visit: Visit,
): Promise<void> {
  if (!visit.session || visit.session.onlySprintId) return;
  await parts.db.update(people).set({ language }).where(eq(people.id, visit.session.personId));
}
