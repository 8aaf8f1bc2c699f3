import { eq } from 'drizzle-orm';
import type { SprintId } from '#domain/ids';
import type { Transaction } from '#server/db/database';
import { sprints } from '#server/db/tables';

/**
 * @returns the sprint's version as it is under the lock; null when there is no such sprint.
 * `share` is PostgreSQL's KEY SHARE: it keeps 'update' out, lets its like in, and still allows the
 * version to be raised at the end of each (FOR SHARE would make two of them wait for each other for ever).
 */
export async function lockSprint(
  tx: Transaction,
  sprintId: SprintId,
  lock: 'update' | 'share',
): Promise<number | null> {
  const [locked] = await tx
    .select({ version: sprints.version })
    .from(sprints)
    .where(eq(sprints.id, sprintId))
    .for(lock === 'update' ? 'update' : 'key share');
  return locked?.version ?? null;
}
