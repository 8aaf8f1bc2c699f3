/** Seats from which a person was taken out: what their device kept of these is to be erased. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { members } from '#server/db/tables';
import type { PeopleParts, Visit } from '#server/people/parts';

/** @returns member ids; none for who is not signed in. A page may erase by it: the word is the server's, not a link's. */
export async function lostSeats(
  { db }: Pick<PeopleParts, 'db'>,
  { session }: Pick<Visit, 'session'>,
): Promise<string[]> {
  if (!session) return [];
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.personId, session.personId), isNotNull(members.removedAt)));
  return rows.map((row) => row.id);
}
