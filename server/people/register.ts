/**
 * Asks for an account: made at once where no mail can be sent, which then has to say that an address
 * is taken; by a link in a mail where it can, and then nobody learns here who exists.
 */
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import { hashPassword } from '#server/auth/passwords';
import { secretHash } from '#server/auth/tokens';
import {
  checked,
  emailField,
  ensureNewPassword,
  nameField,
  newPasswordField,
  nextField,
  tickField,
} from '#server/people/fields';
import { ensureMayRegister, openAccount, type NewAccount } from '#server/people/open-account';
import {
  guestOf,
  isTaken,
  type PeopleParts,
  type SignedIn,
  type Visit,
} from '#server/people/parts';
import { askByMail } from '#server/people/registration-mails';

const form = v.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
  invitation: v.optional(v.string(), ''),
  /** The visiting guest becomes the account, instead of a new person. */
  keep: tickField,
  next: nextField,
});

const hashOf = (invitation: string) => (invitation ? secretHash(invitation) : null);

/**
 * Whether a registration may begin; the page asks it before showing the form.
 * @throws RefusedError registration-closed, invitation-needed, no-such-link, link-expired.
 */
export async function mayRegister(parts: PeopleParts, invitation: string): Promise<void> {
  await ensureMayRegister(parts, hashOf(invitation));
}

/**
 * @returns null when a mail tells what happens next.
 * @throws RefusedError as `mayRegister`; field refusals; too-fast; without mail email-taken.
 */
export async function register(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<SignedIn | null> {
  const { invitation, keep, name, email, password, next } = checked(form, input);
  await mayRegister(parts, invitation);
  ensureNewPassword(password, { field: 'password', own: [name, email] });
  await parts.limits.take('registrationPerAddress', visit.address);
  const account: NewAccount = {
    ...{ name, email, language: visit.language },
    passwordHash: await hashPassword(password),
    sessionId: (keep && guestOf(visit)?.id) || null,
    invitationHash: hashOf(invitation),
  };
  // From here on nothing that is waited for may depend on who exists.
  if (parts.mail) {
    await askByMail(parts, parts.mail, { ...account, next });
    return null;
  }
  try {
    return await openAccount(parts, visit, async () => account);
  } catch (thrown) {
    if (isTaken(thrown, 'people_email')) throw new RefusedError('email-taken', { field: 'email' });
    throw thrown;
  }
}
