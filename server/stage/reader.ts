/** Which member of a sprint a session is: the first question of commands, stages and live sockets. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { RefusedError } from '#domain/refusal';
import type { SprintId } from '#domain/ids';
import type { Session } from '#server/auth/session';
import type { Database, Transaction } from '#server/db/database';
import { members } from '#server/db/tables';
import type { Authority, Member } from '#server/stage/authority';

/** @returns the living member behind a session, if there is one; a session of another sprint's QR is nobody here. */
export function memberOf(authority: Authority, session: Session): Member | undefined {
  if (session.onlySprintId !== null && session.onlySprintId !== authority.sprint.id) {
    return undefined;
  }
  return authority.members.find((member) => member.personId === session.personId);
}

/** The same, throwing `account-scoped`, `removed-from-sprint` or `not-a-member` when there is none. */
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
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.sprintId, sprintId),
        eq(members.personId, session.personId),
        isNotNull(members.removedAt),
      ),
    )
    .limit(1);
  throw new RefusedError(gone ? 'removed-from-sprint' : 'not-a-member');
}
