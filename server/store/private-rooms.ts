/**
 * The private rooms of each member who can write: a pile (hidden notes, late notes) and, of who may sketch,
 * a pad. Made when a member comes in, gets a role that needs one, or at the latest when a step opens.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { privateKinds, type PrivateKind } from '#domain/exercises/exercise';
import type { MemberId, SprintId } from '#domain/ids';
import type { Role } from '#domain/sprint/roles';
import type { Transaction } from '#server/db/database';
import { members, rooms } from '#server/db/tables';
import { makeSeededRoom } from '#server/store/seeded-rooms';

type Owner = { id: MemberId; sprintId: SprintId; role: Role | string };

/**
 * An expert is gone before anybody sketches, and an observer writes nothing but what they see of customers;
 * anybody else may do both at some moment of the sprint (a facilitator by 'ik doe mee').
 */
function kindsFor({ role }: Owner): readonly PrivateKind[] {
  return role === 'expert' || role === 'waarnemer' ? ['pile'] : privateKinds;
}

/**
 * Gives a member the private rooms that are missing. Call it inside the transaction that makes the
 * member, changes the role, or opens a step.
 */
export async function ensurePrivateRoom(
  tx: Transaction,
  owner: Owner,
  { newId }: { newId: () => string },
): Promise<void> {
  const existing = await tx
    .select({ kind: rooms.kind })
    .from(rooms)
    .where(and(eq(rooms.memberId, owner.id), isNull(rooms.retiredAt)));
  const { id: memberId, sprintId } = owner;
  for (const kind of missingFor(owner, existing)) {
    await makeSeededRoom(tx, { kind, sprintId, memberId }, { newId });
  }
}

/** The same for every living member of a sprint. */
export async function ensurePrivateRooms(
  tx: Transaction,
  sprintId: SprintId,
  { newId }: { newId: () => string },
): Promise<void> {
  const rows = await tx
    .select({ id: members.id, role: members.role, kind: rooms.kind })
    .from(members)
    .leftJoin(rooms, and(eq(rooms.memberId, members.id), isNull(rooms.retiredAt)))
    .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt)));
  const owners = new Map(rows.map(({ id, role }) => [id, { id, sprintId, role }]));
  for (const owner of owners.values()) {
    const existing = rows.filter(({ id }) => id === owner.id);
    for (const kind of missingFor(owner, existing)) {
      await makeSeededRoom(tx, { kind, sprintId, memberId: owner.id }, { newId });
    }
  }
}

function missingFor(
  owner: Owner,
  existing: readonly { kind: PrivateKind | null }[],
): readonly PrivateKind[] {
  return kindsFor(owner).filter((wanted) => existing.every(({ kind }) => kind !== wanted));
}
