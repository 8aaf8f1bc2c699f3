/** What commands about people share: finding members, ending a membership, and what follows a change of roles. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { MemberId } from '#domain/ids';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { mandates, members, sessions } from '#server/db/tables';
import type { Authority, Member } from '#server/stage/authority';
import { reconcileBallots } from '#server/store/ballots';
import { ensurePrivateRooms } from '#server/store/private-rooms';

type Scope = Pick<Doing<CommandKind>, 'tx' | 'authority' | 'now' | 'newId' | 'signal'>;

export function memberById(authority: Authority, memberId: MemberId): Member | undefined {
  return authority.members.find((member) => member.id === memberId);
}

/** For `do`, after `whether` has found the member. */
export function requireMemberById(authority: Authority, memberId: MemberId): Member {
  const member = memberById(authority, memberId);
  if (!member) throw new Error('a member that was ruled upon is not there');
  return member;
}

/** Who may write gets a private room, who votes gets dots, who votes no more loses them. */
export async function membersChanged({ tx, authority, newId }: Scope): Promise<void> {
  await ensurePrivateRooms(tx, authority.sprint.id, { newId });
  await reconcileBallots(tx, authority.sprint.id);
}

export async function endMandates({ tx, authority, now }: Scope): Promise<void> {
  await tx
    .update(mandates)
    .set({ endedAt: now })
    .where(and(eq(mandates.sprintId, authority.sprint.id), isNull(mandates.endedAt)));
}

/**
 * The member is out: seat, dots of an open vote, mandate, and the sessions that a QR made for this
 * sprint. Other sessions stay; their sockets in this sprint are refused by admission.
 */
export function endMembership(
  doing: Scope,
  member: Member,
  options: { byChoice?: boolean } = {},
): Promise<void> {
  return endMemberships(doing, [member], options);
}

/** The same for many at once, in as many statements as for one. */
export async function endMemberships(
  doing: Scope,
  leavers: readonly Member[],
  { byChoice = false }: { byChoice?: boolean } = {},
): Promise<void> {
  const { tx, authority, now, signal } = doing;
  const ids = leavers.map(({ id }) => id);
  const people = leavers.flatMap(({ personId }) => personId ?? []);
  await tx
    .update(members)
    .set({ removedAt: now, leftByChoice: byChoice })
    .where(inArray(members.id, ids));
  if (leavers.some(({ decider, standIn }) => decider || standIn)) await endMandates(doing);
  const ended = await tx
    .delete(sessions)
    .where(and(inArray(sessions.userId, people), eq(sessions.sprintId, authority.sprint.id)))
    .returning({ id: sessions.id });
  for (const { id } of ended) signal({ kind: 'session-ended', sessionId: id });
  await membersChanged(doing);
}
