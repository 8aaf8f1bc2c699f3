/**
 * One-time secrets in links: the table holds their hash. Looking at one does not use it (previews of
 * links do that); using it succeeds once, whoever else tries at the same moment.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { RefusedError } from '#domain/refusal';
import { secretHash } from '#server/auth/tokens';
import type { Database, Transaction } from '#server/db/database';
import { tickets } from '#server/db/tables';
import type { Random } from '#server/random';

export type TicketKind =
  'phone' | 'return' | 'paper' | 'password-reset' | 'invitation' | 'registration';
export type Ticket = typeof tickets.$inferSelect;
/** By the secret of its link, or by the hash of it where somebody kept that. */
type TicketKey = { kind: TicketKind } & ({ token: string } | { hash: string });

/** @returns the secret for the link; it cannot be read again. */
export async function makeTicket(
  db: Database | Transaction,
  ticket: {
    kind: TicketKind;
    personId?: string | null;
    sprintId?: string | null;
    registrationId?: string | null;
    now: Date;
    validMs: number;
    random: Pick<Random, 'newSecret'>;
  },
): Promise<{ token: string; expiresAt: Date }> {
  const token = ticket.random.newSecret();
  const expiresAt = new Date(ticket.now.getTime() + ticket.validMs);
  await db.insert(tickets).values({
    hash: secretHash(token),
    kind: ticket.kind,
    personId: ticket.personId ?? null,
    sprintId: ticket.sprintId ?? null,
    registrationId: ticket.registrationId ?? null,
    expiresAt,
    createdAt: ticket.now,
  });
  return { token, expiresAt };
}

function isTicket(key: TicketKey) {
  const hash = 'hash' in key ? key.hash : secretHash(key.token);
  return and(eq(tickets.hash, hash), eq(tickets.kind, key.kind));
}

/** The ticket, also one that was used or is too old. @throws RefusedError no-such-link. */
export async function findTicket(db: Database | Transaction, key: TicketKey): Promise<Ticket> {
  const [ticket] = await db.select().from(tickets).where(isTicket(key));
  if (!ticket) throw new RefusedError('no-such-link');
  return ticket;
}

/** @throws RefusedError no-such-link, or link-expired when it is too old or was used. */
export async function lookAtTicket(
  db: Database | Transaction,
  { now, ...key }: TicketKey & { now: Date },
): Promise<Ticket> {
  const ticket = await findTicket(db, key);
  if (ticket.usedAt || ticket.expiresAt <= now) throw new RefusedError('link-expired');
  return ticket;
}

/** Uses a ticket. @throws RefusedError as `lookAtTicket` does. */
export async function useTicket(
  db: Database | Transaction,
  { now, ...key }: TicketKey & { now: Date },
): Promise<Ticket> {
  const [used] = await db
    .update(tickets)
    .set({ usedAt: now })
    .where(and(isTicket(key), isNull(tickets.usedAt), gt(tickets.expiresAt, now)))
    .returning();
  if (used) return used;
  await lookAtTicket(db, { now, ...key });
  // Somebody else used it between the two questions.
  throw new RefusedError('link-expired');
}
