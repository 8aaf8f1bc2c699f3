/**
 * Makes an account: a new person, or the guest who is visiting and keeps everything. Registration
 * may say that an address is taken, which is why it is rate-limited.
 */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { RefusedError } from '#domain/refusal';
import { hashPassword } from '#server/auth/passwords';
import type { Transaction } from '#server/db/database';
import { members, people } from '#server/db/tables';
import {
  checked,
  emailField,
  ensureNewPassword,
  nameField,
  newPasswordField,
  tickField,
} from '#server/people/fields';
import {
  guestOf,
  isTaken,
  refuse,
  type PeopleParts,
  type SignedIn,
  type Visit,
} from '#server/people/parts';
import { lookAtTicket, useTicket } from '#server/people/tickets';

const form = v.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
  invitation: v.optional(v.string(), ''),
  /** The visiting guest becomes the account, instead of a new person. */
  keep: tickField,
});

/**
 * Whether a registration may begin; the page asks it before showing the form.
 * @throws RefusedError registration-closed, invitation-needed, no-such-link, link-expired.
 */
export async function mayRegister(parts: PeopleParts, invitation: string): Promise<void> {
  const { registration } = parts.config;
  if (registration === 'closed') refuse('registration-closed');
  if (registration === 'open') return;
  if (!invitation) refuse('invitation-needed');
  await lookAtTicket(parts.db, { token: invitation, kind: 'invitation', now: parts.clock.now() });
}

/** @throws RefusedError as `mayRegister`; field refusals; email-taken; too-fast. */
export async function register(
  parts: PeopleParts,
  input: unknown,
  visit: Visit,
): Promise<SignedIn> {
  const { invitation, keep, ...account } = checked(form, input);
  await mayRegister(parts, invitation);
  ensureNewPassword(account.password, { field: 'password', own: [account.name, account.email] });
  await parts.limits.take('registrationPerAddress', visit.address);
  const guest = keep ? guestOf(visit) : null;
  const passwordHash = await hashPassword(account.password);

  try {
    const { signedIn, sprintIds } = await parts.db.transaction(async (tx) => {
      if (parts.config.registration === 'invite') {
        await useTicket(tx, { token: invitation, kind: 'invitation', now: parts.clock.now() });
      }
      const person = { name: account.name, email: account.email, passwordHash };
      const personId = guest
        ? await upgrade(tx, guest.personId, person)
        : await insert(tx, { ...person, id: parts.random.newId(), language: visit.language });
      return {
        signedIn: await parts.sessions.createSession(personId, { userAgent: visit.userAgent, tx }),
        sprintIds: guest ? await sprintsOf(tx, personId) : [],
      };
    });
    // The cookie changes hands with the rights that it gives.
    if (visit.session) await parts.sessions.endSession(visit.session.id);
    for (const sprintId of sprintIds)
      parts.backplane.publish({ kind: 'authority-changed', sprintId });
    return signedIn;
  } catch (thrown) {
    if (isTaken(thrown, 'people_email')) throw new RefusedError('email-taken', { field: 'email' });
    throw thrown;
  }
}

type NewAccount = { name: string; email: string; passwordHash: string };

async function insert(
  tx: Transaction,
  person: NewAccount & { id: string; language: string },
): Promise<string> {
  await tx.insert(people).values(person);
  return person.id;
}

async function upgrade(tx: Transaction, personId: string, person: NewAccount): Promise<string> {
  await tx.update(people).set(person).where(eq(people.id, personId));
  return personId;
}

async function sprintsOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ sprintId: members.sprintId })
    .from(members)
    .where(eq(members.personId, personId));
  return rows.map((row) => row.sprintId);
}
