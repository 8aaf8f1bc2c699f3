/**
 * The private room of each member who can write (hidden notes, late notes). Made when a member
 * comes in, gets a role that writes, or at the latest when a step opens.
 */
import { and, eq, isNull } from 'drizzle-orm';
import type { MemberId, SprintId } from '#domain/ids';
import type { Role } from '#domain/sprint/roles';
import type { Transaction } from '#server/db/database';
import { members, rooms } from '#server/db/tables';
import { makeSeededRoom } from '#server/store/seeded-rooms';

type Owner = { id: MemberId; sprintId: SprintId; role: Role | string };

/** An observer never writes; anybody else may at some moment of the sprint (a facilitator by 'ik doe mee'). */
function mayEverWrite(owner: Owner): boolean {
  return owner.role !== 'waarnemer';
}

/**
 * Gives a member a private room unless there is one, or none is needed. Call it inside the
 * transaction that makes the member, changes the role, or opens a step.
 */
export async function ensurePrivateRoom(
  tx: Transaction,
  owner: Owner,
  { newId }: { newId: () => string },
): Promise<void> {
  if (!mayEverWrite(owner)) return;
  const [existing] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(eq(rooms.memberId, owner.id), isNull(rooms.retiredAt)));
  if (existing) return;
  await makeSeededRoom(
    tx,
    { kind: 'pile', sprintId: owner.sprintId, memberId: owner.id },
    { newId },
  );
}

/** The same for every living member of a sprint that has none yet. */
export async function ensurePrivateRooms(
  tx: Transaction,
  sprintId: SprintId,
  { newId }: { newId: () => string },
): Promise<void> {
  const missing = await tx
    .select({ id: members.id, sprintId: members.sprintId, role: members.role })
    .from(members)
    .leftJoin(rooms, and(eq(rooms.memberId, members.id), isNull(rooms.retiredAt)))
    .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt), isNull(rooms.id)));
  for (const owner of missing) await ensurePrivateRoom(tx, owner, { newId });
}
