/** Which member of a sprint a session is: the first question of commands, stages and live sockets. */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { RefusedError } from '#domain/refusal';
import type { SprintId } from '#domain/ids';
import type { Session } from '#server/auth/session';
import type { Database, Transaction } from '#server/db/database';
import { members } from '#server/db/tables';
import type { Authorities } from '#server/stage/authorities';
import type { Authority, Member } from '#server/stage/authority';

/** @returns the living member behind a session, if there is one; a session of another sprint's QR is nobody here. */
export function memberOf(authority: Authority, session: Session): Member | undefined {
  if (session.onlySprintId !== null && session.onlySprintId !== authority.sprint.id) {
    return undefined;
  }
  return authority.members.find((member) => member.personId === session.personId);
}

/** The same, throwing `account-scoped`, `removed-from-sprint`, `left-sprint` or `not-a-member` when there is none. */
export async function requireMember(
  db: Database | Transaction,
  authority: Authority,
  session: Session,
): Promise<Member> {
  const member = memberOf(authority, session);
  if (member) return member;
  const sprintId: SprintId = authority.sprint.id;
  if (session.onlySprintId !== null && session.onlySprintId !== sprintId) {
    throw new RefusedError('account-scoped');
  }
  const [gone] = await db
    .select({ byChoice: members.leftByChoice })
    .from(members)
    .where(
      and(
        eq(members.sprintId, sprintId),
        eq(members.personId, session.personId),
        isNotNull(members.removedAt),
      ),
    )
    .orderBy(desc(members.removedAt))
    .limit(1);
  if (!gone) throw new RefusedError('not-a-member');
  throw new RefusedError(gone.byChoice ? 'left-sprint' : 'removed-from-sprint');
}

/**
 * Who reads a sprint, before anything of it is given out. Throws RefusedError `not-signed-in`,
 * `no-such-sprint`, and what `requireMember` throws.
 */
export async function requireReader(
  { db, authorities }: { db: Database; authorities: Authorities },
  session: Session | null,
  sprintId: SprintId,
): Promise<{ authority: Authority; reader: Member }> {
  if (!session) throw new RefusedError('not-signed-in');
  const authority = await authorities.of(sprintId);
  if (!authority) throw new RefusedError('no-such-sprint');
  return { authority, reader: await requireMember(db, authority, session) };
}
