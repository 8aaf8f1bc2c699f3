/**
 * Puts a person into a sprint, inside a transaction that holds the sprint's row: a number for a name
 * that is taken, the colour that is least used, a private room, dots of a vote that is running.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { numberFor } from '#domain/sprint/names';
import type { Role } from '#domain/sprint/roles';
import type { Transaction } from '#server/db/database';
import { members, sprints } from '#server/db/tables';
import type { PeopleParts } from '#server/people/parts';
import { reconcileBallots } from '#server/store/ballots';
import { ensurePrivateRoom } from '#server/store/private-rooms';

const COLORS = 6;

export type NewMember = {
  sprintId: string;
  personId: string;
  name: string;
  role: Role;
  /** Asked for by the link; given only when the sprint has no Decider. */
  decider: boolean;
};

/** @returns the member, with `nameNumber` above 1 when others carry the same name. */
export async function addMember(
  { clock, random }: Pick<PeopleParts, 'clock' | 'random'>,
  tx: Transaction,
  asked: NewMember,
): Promise<{ id: string; nameNumber: number }> {
  const living = await tx
    .select()
    .from(members)
    .where(and(eq(members.sprintId, asked.sprintId), isNull(members.removedAt)));
  const member = {
    ...asked,
    id: random.newId(),
    nameNumber: numberFor(asked.name, living),
    color: leastUsedColor(living.map((one) => one.color)),
    decider: asked.decider && asked.role !== 'waarnemer' && !living.some((one) => one.decider),
    joinedAt: clock.now(),
  };
  await tx.insert(members).values(member);
  await ensurePrivateRoom(tx, member, random);
  await reconcileBallots(tx, asked.sprintId);
  await raiseVersion(tx, asked.sprintId);
  return member;
}

/** @returns the first of the colours that fewest have. */
export function leastUsedColor(used: readonly number[]): number {
  const times = Array.from(
    { length: COLORS },
    (_, color) => used.filter((c) => c === color).length,
  );
  return times.indexOf(Math.min(...times));
}

/** Each transaction that changes authority raises the version of the stage. */
export async function raiseVersion(tx: Transaction, sprintId: string): Promise<void> {
  await tx
    .update(sprints)
    .set({ version: sql`${sprints.version} + 1` })
    .where(eq(sprints.id, sprintId));
}
