/**
 * Registrations that wait for their mail. What was asked is stored before it is answered, the same
 * whoever exists; what the mail says is found out after that. A mail that did not go out, because the
 * mail server or this one was away, is tried again until the registration is too old.
 */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { withNext } from '#domain/safe-path';
import { faultFacts } from '#server/commands/database-refusal';
import { people, registrations } from '#server/db/tables';
import { isRefusedForGood, type Mail, type MailMessage } from '#server/mail/mail';
import { confirmMail, haveAccountMail } from '#server/mail/registration-mail';
import type { NewAccount } from '#server/people/open-account';
import type { PeopleParts } from '#server/people/parts';
import { makeTicket } from '#server/people/tickets';

/** Somebody who registers reads their mail the same day. */
const VALID_MS = 24 * 60 * 60 * 1000;
/** Longer than the mail server may take for one mail, so that no mail is sent twice at a time; doubles from there. */
const AGAIN_AFTER = '2 minutes';
const LOOK_EVERY_MS = 60 * 1000;
const MOST_A_LOOK = 50;

type Parts = Pick<PeopleParts, 'db' | 'clock' | 'random' | 'log'>;
type Registration = typeof registrations.$inferSelect;

/** Stores what was asked, and sends the mail in its own time. Above three an hour for one address nothing happens. */
export async function askByMail(
  parts: PeopleParts,
  mail: Mail,
  account: NewAccount & { next: string },
): Promise<void> {
  if (!(await parts.limits.mayTake('registrationPerEmail', account.email))) return;
  const now = parts.clock.now();
  const id = parts.random.newId();
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await parts.db
    .insert(registrations)
    .values({ ...account, id, mailDueAt: now, expiresAt, createdAt: now });
  // Not awaited: how long it takes must not tell whether there is an account.
  void trySend(parts, mail, id);
}

/** Sends the mails that are due; one that cannot be sent is said in the log and stays due. */
export async function sendDueMails(parts: Parts, mail: Mail): Promise<void> {
  const due = await parts.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(isDue(parts.clock.now()))
    .orderBy(asc(registrations.mailDueAt))
    .limit(MOST_A_LOOK);
  for (const { id } of due) await trySend(parts, mail, id);
}

/** Looks every minute, and once at the start. @returns a function that stops it. */
export function keepSendingMails(parts: Parts & { mail: Mail | null }): () => void {
  const { mail, log } = parts;
  if (!mail) return () => {};
  let stopped = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      await sendDueMails(parts, mail);
    } catch (error) {
      if (!stopped) log.error(faultFacts(error), 'could not look for registration mails');
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  void look();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

const isDue = (now: Date) =>
  and(lte(registrations.mailDueAt, now), gt(registrations.expiresAt, now));

/** Twice the age that a registration has now, and at least a little later than now. */
function againAt(now: Date) {
  const instant = sql`${now.toISOString()}::timestamptz`;
  return sql`${instant} + greatest(${AGAIN_AFTER}::interval, ${instant} - ${registrations.createdAt})`;
}

async function trySend(parts: Parts, mail: Mail, id: string): Promise<void> {
  try {
    await send(parts, mail, id);
  } catch (error) {
    parts.log.error(faultFacts(error), 'registration mail was not sent');
  }
}

async function send(parts: Parts, mail: Mail, id: string): Promise<void> {
  const { db, clock } = parts;
  const now = clock.now();
  const [registration] = await db
    .update(registrations)
    .set({ mailDueAt: againAt(now) })
    .where(and(eq(registrations.id, id), isDue(now)))
    .returning();
  if (!registration) return;
  const [owner] = await db
    .select({ language: people.language })
    .from(people)
    .where(eq(sql`lower(${people.email})`, registration.email));
  const message = owner
    ? haveAccountMail(owner.language, {
        signIn: mail.linkTo(withNext('/sign-in', registration.next)),
        forgot: mail.linkTo(withNext('/forgot', registration.next)),
      })
    : await confirmMessage(parts, mail, registration);
  const arrived = await deliver(mail, { to: registration.email, ...message });
  if (owner || !arrived) await db.delete(registrations).where(eq(registrations.id, id));
  else await db.update(registrations).set({ mailDueAt: null }).where(eq(registrations.id, id));
}

async function confirmMessage(
  { db, clock, random }: Parts,
  mail: Mail,
  { id, expiresAt, language }: Registration,
): Promise<Omit<MailMessage, 'to'>> {
  const now = clock.now();
  const { token } = await makeTicket(db, {
    ...({ kind: 'registration', registrationId: id, now, random } as const),
    validMs: expiresAt.getTime() - now.getTime(),
  });
  return confirmMail(language, { url: mail.linkTo(`/register/${token}`) });
}

/** @returns false when the mail server will never take a mail for this address. */
async function deliver(mail: Mail, message: MailMessage): Promise<boolean> {
  try {
    await mail.send(message);
    return true;
  } catch (error) {
    if (isRefusedForGood(error)) return false;
    throw error;
  }
}
