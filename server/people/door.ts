/**
 * The door of a sprint: by which code or link somebody knocks, and what stands on the sign. Finds
 * and tells; letting in is `join.ts`.
 */
import { and, count, eq, isNull } from 'drizzle-orm';
import { normaliseCode } from '#domain/sprint/code';
import type { Role } from '#domain/sprint/roles';
import type { Database, Transaction } from '#server/db/database';
import { joinLinks, members, sprints } from '#server/db/tables';
import { refuse, type PeopleParts, type Visit } from '#server/people/parts';

/** What the code or link opens, and as whom. */
export type Key = { sprintId: string; role: Role; decider: boolean };

export type Door = {
  sprintId: string;
  sprintName: string;
  role: Role;
  /** Date (yyyy-mm-dd) after which the sprint and all in it are deleted. */
  deleteAfter: string;
  doorOpen: boolean;
  full: boolean;
  /** The visitor is in this sprint already and need not knock. */
  member: boolean;
};

/**
 * The key behind a link. @throws RefusedError no-such-link; link-expired when it was revoked.
 */
export async function keyOfLink(
  { db, doorKeys }: Pick<PeopleParts, 'db' | 'doorKeys'>,
  token: string,
): Promise<Key> {
  const [link] = await db
    .select()
    .from(joinLinks)
    .where(eq(joinLinks.tokenHash, doorKeys.hash('link', token)));
  if (!link) refuse('no-such-link');
  if (link.revokedAt) refuse('link-expired');
  return { sprintId: link.sprintId, role: link.role as Role, decider: link.decider };
}

/**
 * The key behind a six-character code. A wrong one costs its address, and everybody together; a right
 * one is let in as long as codes are looked at, so that a room behind one address suffers from nobody's
 * typing. Counted before it is looked at, so that a burst of parallel tries is counted too.
 * @throws RefusedError field-empty, wrong-code, too-fast, each on the field `code`.
 */
export async function keyOfCode(parts: PeopleParts, typed: string, visit: Visit): Promise<Key> {
  if (typed.trim() === '') refuse('field-empty', 'code');
  const { limits } = parts;
  await limits.take('codeTriesPerAddress', visit.address, 'code');
  await limits.take('codeTriesInAll', '', 'code');
  const code = normaliseCode(typed);
  const [sprint] = code
    ? await parts.db
        .select({ id: sprints.id })
        .from(sprints)
        .where(eq(sprints.codeHash, parts.doorKeys.hash('code', code)))
    : [];
  if (!sprint) {
    await limits.take('codePerAddress', visit.address, 'code');
    refuse('wrong-code', 'code');
  }
  await limits.giveBack('codeTriesPerAddress', visit.address);
  await limits.giveBack('codeTriesInAll', '');
  return { sprintId: sprint.id, role: 'deelnemer', decider: false };
}

/** The sign at the door of a link. @throws RefusedError as `keyOfLink`; no-such-sprint. */
export async function lookAtDoor(parts: PeopleParts, token: string, visit: Visit): Promise<Door> {
  const key = await keyOfLink(parts, token);
  const [sprint] = await parts.db.select().from(sprints).where(eq(sprints.id, key.sprintId));
  if (!sprint) refuse('no-such-sprint');
  return {
    sprintId: sprint.id,
    sprintName: sprint.name,
    role: key.role,
    deleteAfter: sprint.deleteAfter,
    doorOpen: sprint.doorOpen,
    full: (await countMembers(parts.db, sprint.id)) >= parts.config.roomLimit,
    member: (await memberOf(parts.db, sprint.id, visit)) !== null,
  };
}

export async function countMembers(db: Database | Transaction, sprintId: string): Promise<number> {
  const [row] = await db
    .select({ living: count() })
    .from(members)
    .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt)));
  return row?.living ?? 0;
}

/** @returns the visitor's living membership of a sprint, if the session may act there. */
export async function memberOf(
  db: Database | Transaction,
  sprintId: string,
  { session }: Pick<Visit, 'session'>,
): Promise<{ id: string; nameNumber: number } | null> {
  if (!session || (session.onlySprintId && session.onlySprintId !== sprintId)) return null;
  const [member] = await db
    .select({ id: members.id, nameNumber: members.nameNumber })
    .from(members)
    .where(
      and(
        eq(members.sprintId, sprintId),
        eq(members.personId, session.personId),
        isNull(members.removedAt),
      ),
    );
  return member ?? null;
}
