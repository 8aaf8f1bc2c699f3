/**
 * Makes a room with its seed: the rooms row, update 1 of its log and the owner of the seed's
 * clientIDs, all in the caller's transaction. A board is seeded here, once, and nowhere else
 * (never 'if empty then insert': that is how content doubles).
 */
import * as Y from 'yjs';
import { seedUpdate } from '#document/schema';
import type { Transaction } from '#server/db/database';
import { roomClients, roomUpdates, rooms } from '#server/db/tables';
import type { RoomRow } from '#server/stage/authority';

export type RoomOwner =
  | { kind: 'wall'; sprintId: string; boardId: string }
  | { kind: 'pile'; sprintId: string; memberId: string };

/** @returns the new room. Throws a unique violation when the owner has a room already. */
export async function makeSeededRoom(
  tx: Transaction,
  owner: RoomOwner,
  { newId }: { newId: () => string },
): Promise<RoomRow> {
  const seed = seedUpdate(owner.kind);
  const [room] = await tx
    .insert(rooms)
    .values({
      id: newId(),
      sprintId: owner.sprintId,
      boardId: owner.kind === 'wall' ? owner.boardId : null,
      memberId: owner.kind === 'pile' ? owner.memberId : null,
      lineage: newId(),
    })
    .returning();
  if (!room) throw new Error('a room that was inserted did not come back');
  await tx.insert(roomUpdates).values({ roomId: room.id, seq: 1, update: seed });
  const clientIds = new Set(Y.decodeUpdate(seed).structs.map((struct) => struct.id.client));
  if (clientIds.size > 0) {
    await tx
      .insert(roomClients)
      .values([...clientIds].map((clientId) => ({ roomId: room.id, clientId, memberId: null })));
  }
  return room;
}
