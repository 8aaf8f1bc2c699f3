/** What is stored of a board beside the document that lives: the logs of its earlier rooms, and its moments. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { boardSnapshots } from '#server/db/board-tables';
import type { Transaction } from '#server/db/database';
import { rooms, roomUpdates } from '#server/db/tables';

/** Deletes both. The room that lives, and its log, stay. */
export async function eraseEarlier(tx: Transaction, boardId: string): Promise<void> {
  const retired = tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(eq(rooms.boardId, boardId), isNotNull(rooms.retiredAt)));
  await tx.delete(roomUpdates).where(inArray(roomUpdates.roomId, retired));
  await tx.delete(boardSnapshots).where(eq(boardSnapshots.boardId, boardId));
}

/**
 * Whether these letters stand in any log or moment of it, also where the living document holds them no more. A
 * stored document has its strings as they are, so that a look at the bytes finds them; it may find too much.
 */
export async function everHeld(
  tx: Transaction,
  boardId: string,
  letters: string,
): Promise<boolean> {
  const bytes = sql`convert_to(${letters}, 'UTF8')`;
  const logged = await tx
    .select({ one: sql`1` })
    .from(roomUpdates)
    .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
    .where(and(eq(rooms.boardId, boardId), sql`position(${bytes} in ${roomUpdates.update}) > 0`))
    .limit(1);
  if (logged.length > 0) return true;
  const kept = await tx
    .select({ one: sql`1` })
    .from(boardSnapshots)
    .where(
      and(
        eq(boardSnapshots.boardId, boardId),
        sql`position(${bytes} in ${boardSnapshots.state}) > 0`,
      ),
    )
    .limit(1);
  return kept.length > 0;
}
