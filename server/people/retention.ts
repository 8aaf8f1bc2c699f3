/**
 * What is kept how long: a sprint until the day after its date of deletion, an example until its hour,
 * a guest as long as a sprint holds them, sessions, registrations and tickets until they expire. Run by the app.
 */
import { and, eq, inArray, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm';
import { faultFacts } from '#server/commands/database-refusal';
import { members, people, registrations, sessions, sprints, tickets } from '#server/db/tables';
import type { PeopleParts } from '#server/people/parts';

const HOUR_MS = 60 * 60 * 1000;
/** An example sprint is there for a day, so that is looked at more often than once. */
const LOOK_EVERY_MS = 10 * 60 * 1000;
/** A used ticket stays this long, so that its link says 'expired' and not 'unknown'. */
const TICKET_KEPT_MS = 30 * 24 * HOUR_MS;

/** @returns the ids of the sprints that were deleted. */
export async function deleteWhatIsOver(
  parts: Pick<PeopleParts, 'db' | 'clock' | 'backplane' | 'log'>,
): Promise<string[]> {
  const { db, backplane, log } = parts;
  const now = parts.clock.now();
  const { sprintIds, sessionIds } = await db.transaction(async (tx) => {
    // In the sprint's own time zone: it lives until the end of its last day there.
    const over = await tx
      .select({ id: sprints.id })
      .from(sprints)
      .where(
        or(
          sql`(${now.toISOString()}::timestamptz at time zone ${sprints.timeZone})::date > ${sprints.deleteAfter}`,
          lte(sprints.exampleUntil, now),
        ),
      )
      .for('update');
    const ids = over.map((sprint) => sprint.id);
    const ended =
      ids.length === 0
        ? []
        : await tx
            .delete(sessions)
            .where(inArray(sessions.sprintId, ids))
            .returning({ id: sessions.id });
    if (ids.length > 0) await tx.delete(sprints).where(inArray(sprints.id, ids));
    return { sprintIds: ids, sessionIds: ended.map((session) => session.id) };
  });
  for (const sessionId of sessionIds) backplane.publish({ kind: 'session-ended', sessionId });
  for (const sprintId of sprintIds) backplane.publish({ kind: 'sprint-deleted', sprintId });

  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  await db.delete(registrations).where(lte(registrations.expiresAt, now));
  await db.delete(tickets).where(lt(tickets.expiresAt, new Date(now.getTime() - TICKET_KEPT_MS)));
  const guests = await deleteGuestsWithoutSprint(parts);
  if (sprintIds.length > 0 || guests > 0) {
    log.info({ sprints: sprintIds.length, guests }, 'deleted what is over');
  }
  return sprintIds;
}

/** A guest is known for the sake of a sprint; without any, nothing of them is kept. */
async function deleteGuestsWithoutSprint({
  db,
  backplane,
}: Pick<PeopleParts, 'db' | 'backplane'>): Promise<number> {
  const inSprint = db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.personId, people.id));
  const lonely = db
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.email), notExists(inSprint)));
  const ended = await db
    .delete(sessions)
    .where(inArray(sessions.userId, lonely))
    .returning({ id: sessions.id });
  for (const { id } of ended) backplane.publish({ kind: 'session-ended', sessionId: id });
  const gone = await db
    .delete(people)
    .where(and(isNull(people.email), notExists(inSprint)))
    .returning({ id: people.id });
  return gone.length;
}

/**
 * Looks every ten minutes, and once at the start, so that a server that is switched off at night deletes too.
 * @returns a function that stops it.
 */
export function keepRetention(
  parts: Pick<PeopleParts, 'db' | 'clock' | 'backplane' | 'log'>,
): () => void {
  let stopped = false;
  const look = () => {
    deleteWhatIsOver(parts).catch((error: unknown) => {
      // Broken off by the end of the server: the next start looks again.
      if (stopped) return;
      parts.log.error(faultFacts(error), 'could not delete what is over');
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  look();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
