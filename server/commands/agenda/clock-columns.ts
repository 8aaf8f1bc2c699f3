/** The clock between the sprint's row and the domain. */
import { eq } from 'drizzle-orm';
import { clockColumns, clockOf, type Clock } from '#domain/sprint/timebox';
import type { Transaction } from '#server/db/database';
import { sprints } from '#server/db/tables';
import type { Sprint } from '#server/stage/authority';

export function clockOfSprint(sprint: Sprint): Clock {
  return clockOf({
    durationMs: sprint.clockDurationMs,
    deadlineAt: sprint.clockDeadlineAt?.getTime() ?? null,
    remainingMs: sprint.clockRemainingMs,
  });
}

export async function writeClock(tx: Transaction, sprintId: string, clock: Clock): Promise<void> {
  const { durationMs, deadlineAt, remainingMs } = clockColumns(clock);
  await tx
    .update(sprints)
    .set({
      clockDurationMs: Math.round(durationMs),
      clockDeadlineAt: deadlineAt === null ? null : new Date(deadlineAt),
      clockRemainingMs: remainingMs === null ? null : Math.round(remainingMs),
    })
    .where(eq(sprints.id, sprintId));
}
