/**
 * Makes an account of what was asked for: a new person, or the guest who asked and keeps everything.
 * Called at once by a registration without mail, else by its confirmation.
 */
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/database';
import { members, people, sessions } from '#server/db/tables';
import { refuse, type PeopleParts, type SignedIn, type Visit } from '#server/people/parts';
import { lookAtTicket, useTicket } from '#server/people/tickets';

export type NewAccount = {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: string;
  /** The guest's who becomes the account, or null for a new person. */
  readonly sessionId: string | null;
  readonly invitationHash: string | null;
};

/** @throws RefusedError registration-closed, invitation-needed, no-such-link, link-expired. */
export async function ensureMayRegister(
  parts: Pick<PeopleParts, 'db' | 'config' | 'clock'>,
  invitationHash: string | null,
): Promise<void> {
  const { registration } = parts.config;
  if (registration === 'closed') refuse('registration-closed');
  if (registration === 'open') return;
  if (!invitationHash) refuse('invitation-needed');
  const invitation = { hash: invitationHash, kind: 'invitation' } as const;
  await lookAtTicket(parts.db, { ...invitation, now: parts.clock.now() });
}

/**
 * Makes the account and signs the visitor in to it. @param take gives what was asked for, within the
 * transaction in which the account comes to be.
 * @throws RefusedError of the invitation; what the unique index says of an address that is taken.
 */
export async function openAccount(
  parts: PeopleParts,
  visit: Visit,
  take: (tx: Transaction) => Promise<NewAccount>,
): Promise<SignedIn> {
  const opened = await parts.db.transaction(async (tx) => {
    const { sessionId, invitationHash, ...asked } = await take(tx);
    const { name, email, passwordHash, language } = asked;
    if (parts.config.registration === 'invite') {
      if (!invitationHash) refuse('invitation-needed');
      const invitation = { hash: invitationHash, kind: 'invitation' } as const;
      await useTicket(tx, { ...invitation, now: parts.clock.now() });
    }
    const guestId = sessionId ? await guestBehind(tx, sessionId) : null;
    const personId = guestId ?? parts.random.newId();
    const person = { name, email, passwordHash };
    if (!guestId) await tx.insert(people).values({ ...person, id: personId, language });
    const left = guestId ? await upgrade(tx, guestId, person) : { ended: [], sprintIds: [] };
    const { userAgent } = visit;
    return { ...left, signedIn: await parts.sessions.createSession(personId, { userAgent, tx }) };
  });
  const { signedIn, ended, sprintIds } = opened;
  for (const sessionId of ended) parts.backplane.publish({ kind: 'session-ended', sessionId });
  // The cookie changes hands with the rights that it gives.
  if (visit.session && !ended.includes(visit.session.id)) {
    await parts.sessions.endSession(visit.session.id);
  }
  for (const sprintId of sprintIds)
    parts.backplane.publish({ kind: 'authority-changed', sprintId });
  return signedIn;
}

/** The guest of a session that still lives, held until the transaction ends; null when there is none any more. */
async function guestBehind(tx: Transaction, sessionId: string): Promise<string | null> {
  const [guest] = await tx
    .select({ id: people.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.sprintId), isNull(people.email)))
    .for('update', { of: people });
  return guest?.id ?? null;
}

/**
 * The guest becomes the account. Their sessions end: whoever confirms is not always in the browser of
 * the guest, and a guest's cookie is not to open an account. Phones stay in their sprint.
 */
async function upgrade(
  tx: Transaction,
  personId: string,
  { name, email, passwordHash }: Pick<NewAccount, 'name' | 'email' | 'passwordHash'>,
): Promise<{ ended: string[]; sprintIds: string[] }> {
  await tx.update(people).set({ name, email, passwordHash }).where(eq(people.id, personId));
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), isNull(sessions.sprintId)))
    .returning({ id: sessions.id });
  const seats = await tx
    .select({ sprintId: members.sprintId })
    .from(members)
    .where(eq(members.personId, personId));
  return { ended: ended.map(({ id }) => id), sprintIds: seats.map(({ sprintId }) => sprintId) };
}
