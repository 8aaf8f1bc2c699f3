/** Participants beside the cast of a world, so that a team is as large as one gets. */
import { nanoid } from 'nanoid';
import { members, people, sessions } from '#server/db/tables';
import type { Session } from '#server/auth/session';
import { ensurePrivateRooms } from '#server/store/private-rooms';
import type { World } from '#tests/support/sprint-world';

export type Teammate = { readonly memberId: string; readonly session: Session };

/** Brings in this many more participants, as joining would. Call it before a round opens. */
export async function addTeammates(world: World, count: number): Promise<Teammate[]> {
  const { db, clock } = world.ground;
  const { sprintId } = world;
  const team = Array.from({ length: count }, (_, index): Teammate => {
    const name = `teamlid ${index + 1}`;
    const about = { id: nanoid(), personId: nanoid(), name, email: null, onlySprintId: null };
    const expiresAt = new Date(Date.now() + 3_600_000);
    return { memberId: nanoid(), session: { ...about, expiresAt } };
  });
  await db.transaction(async (tx) => {
    for (const [index, { memberId, session }] of team.entries()) {
      const { personId, name } = session;
      const joinedAt = new Date(clock.now().getTime() + 1_000 + index);
      await tx.insert(people).values({ id: personId, name });
      await tx.insert(sessions).values({ ...session, userId: personId });
      const seat = { id: memberId, sprintId, personId, name, role: 'deelnemer', joinedAt };
      await tx.insert(members).values(seat);
    }
    await ensurePrivateRooms(tx, sprintId, { newId: () => nanoid() });
  });
  await world.ground.authorities.refresh(sprintId);
  return team;
}
