/** The sprints in which a person sits, for the page 'mijn sprints'. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Role } from '#domain/sprint/roles';
import { members, sprints, steps } from '#server/db/tables';
import { refuse, type PeopleParts, type Visit } from '#server/people/parts';

export type OwnSprint = {
  id: string;
  name: string;
  startsOn: string;
  deleteAfter: string;
  role: Role;
  decider: boolean;
  /** Exercise that is open now, by id, or null. */
  openExercise: string | null;
};

/** The latest start first; a phone or return session sees its one sprint. @throws RefusedError not-signed-in. */
export async function listSprints(parts: PeopleParts, visit: Visit): Promise<OwnSprint[]> {
  const { session } = visit;
  if (!session) refuse('not-signed-in');
  const rows = await parts.db
    .select({
      id: sprints.id,
      name: sprints.name,
      startsOn: sprints.startsOn,
      deleteAfter: sprints.deleteAfter,
      role: members.role,
      decider: members.decider,
      openExercise: steps.exercise,
    })
    .from(members)
    .innerJoin(sprints, eq(sprints.id, members.sprintId))
    .leftJoin(steps, and(eq(steps.sprintId, sprints.id), eq(steps.status, 'open')))
    .where(
      and(
        eq(members.personId, session.personId),
        isNull(members.removedAt),
        session.onlySprintId ? eq(sprints.id, session.onlySprintId) : undefined,
      ),
    )
    .orderBy(desc(sprints.startsOn), desc(sprints.createdAt));
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}
