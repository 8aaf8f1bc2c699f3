/** Finds a kept moment of a sprint with its bytes, wherever those are. For the history's pages and for restoring. */
import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SprintId } from '#domain/ids';
import type { Phase } from '#domain/sprint/phases';
import type { BoardMoment, MomentReason } from '#protocol/history';
import type { Database, Transaction } from '#server/db/database';
import { boardSnapshots } from '#server/db/board-tables';

/** The columns of which a moment is made, without its bytes. */
export const momentColumns = {
  id: boardSnapshots.id,
  boardId: boardSnapshots.boardId,
  reason: boardSnapshots.reason,
  stepId: boardSnapshots.stepId,
  phase: boardSnapshots.phase,
  notes: boardSnapshots.notes,
  removed: boardSnapshots.removed,
  takenAt: boardSnapshots.takenAt,
};

type MomentRow = Pick<typeof boardSnapshots.$inferSelect, keyof typeof momentColumns>;

export function toMoment(row: MomentRow): BoardMoment {
  return {
    ...row,
    reason: row.reason as MomentReason,
    phase: row.phase as Phase | null,
    takenAt: row.takenAt.getTime(),
  };
}

/** @returns the moment and its whole document as one V1 update; undefined when this sprint has no such moment. */
export async function readSnapshot(
  db: Database | Transaction,
  sprintId: SprintId,
  snapshotId: string,
): Promise<{ moment: BoardMoment; state: Uint8Array } | undefined> {
  const original = alias(boardSnapshots, 'original');
  const [row] = await db
    .select({ ...momentColumns, state: boardSnapshots.state, stateOf: original.state })
    .from(boardSnapshots)
    .leftJoin(original, eq(original.id, boardSnapshots.sameAs))
    .where(and(eq(boardSnapshots.id, snapshotId), eq(boardSnapshots.sprintId, sprintId)));
  if (!row) return undefined;
  const { state: own, stateOf, ...moment } = row;
  const state = own ?? stateOf;
  if (!state) throw new Error('a kept moment has no bytes');
  return { moment: toMoment(moment), state };
}
