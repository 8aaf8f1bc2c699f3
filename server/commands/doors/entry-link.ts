/**
 * One-time links into a seat that exists (phone, return): the table holds only the hash. A link ends
 * with the session that made it, so that who was shut out has no way back in a drawer.
 */
import type { CommandKind } from '#domain/sprint/permissions';
import { secretHash } from '#server/auth/tokens';
import type { Doing } from '#server/commands/command';
import { tickets } from '#server/db/tables';
import type { Member } from '#server/stage/authority';

const VALID_MS = 10 * 60_000;

export async function entryLink(
  { tx, authority, now, newSecret, sessionId }: Doing<CommandKind>,
  { kind, member }: { kind: 'phone' | 'return'; member: Member },
): Promise<{ path: string; expiresAt: number }> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await tx.insert(tickets).values({
    hash: secretHash(token),
    kind,
    personId: member.personId,
    sprintId: authority.sprint.id,
    sessionId,
    expiresAt,
    createdAt: now,
  });
  return { path: `/${kind}/${token}`, expiresAt: expiresAt.getTime() };
}
