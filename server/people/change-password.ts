/** Changes the password of the account that asks; every other session of it ends. */
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import type { Session } from '#server/auth/session';
import { hashPassword, passwordMatches } from '#server/auth/passwords';
import { people, tickets } from '#server/db/tables';
import {
  checked,
  ensureNewPassword,
  givenPasswordField,
  newPasswordField,
} from '#server/people/fields';
import { accountOf, type PeopleParts, type Visit } from '#server/people/parts';

const form = v.object({ password: givenPasswordField, newPassword: newPasswordField });

/** @throws RefusedError password-wrong; field refusals; too-fast; as `accountOf`. */
export async function changePassword(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<void> {
  const account = accountOf(visit);
  const { password, newPassword } = checked(form, input);
  ensureNewPassword(newPassword, { field: 'newPassword', own: [account.name, account.email] });
  await ensurePassword(parts, account, password);
  const passwordHash = await hashPassword(newPassword);
  await parts.db.transaction(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, account.personId));
    // A reset link that was asked for earlier must not undo this.
    await tx
      .delete(tickets)
      .where(and(eq(tickets.personId, account.personId), eq(tickets.kind, 'password-reset')));
  });
  await parts.sessions.endAllSessions(account.personId, { except: account.id });
}

/** @throws RefusedError password-wrong, or too-fast after too many wrong ones. */
export async function ensurePassword(
  parts: PeopleParts,
  account: Session,
  password: string,
): Promise<void> {
  await parts.limits.take('passwordPerPerson', account.personId, 'password');
  const [person] = await parts.db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, account.personId));
  if (!(await passwordMatches(person?.passwordHash ?? null, password))) {
    throw new RefusedError('password-wrong', { field: 'password' });
  }
  await parts.limits.forget('passwordPerPerson', account.personId);
}
