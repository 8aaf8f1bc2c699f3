import { eq } from 'drizzle-orm';
import type { SprintId } from '#domain/ids';
import type { Transaction } from '#server/db/database';
import { sprints } from '#server/db/tables';

/**
 * `share` is PostgreSQL's KEY SHARE: it keeps 'update' out, lets its like in, and still allows the
 * version to be raised at the end of each (FOR SHARE would make two of them wait for each other for ever).
 */
export async function lockSprint(
  tx: Transaction,
  sprintId: SprintId,
  lock: 'update' | 'share',
): Promise<void> {
  await tx
    .select({ id: sprints.id })
    .from(sprints)
    .where(eq(sprints.id, sprintId))
    .for(lock === 'update' ? 'update' : 'key share');
}
