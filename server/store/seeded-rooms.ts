/**
 * Makes a room with its seed: the rooms row, update 1 of its log and the owner of the seed's
 * clientIDs, all in the caller's transaction. A board is seeded here, once per lineage, and nowhere
 * else (never 'if empty then insert': that is how content doubles).
 */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { seedUpdate, type BoardKind } from '#document/schema';
import type { PrivateKind } from '#domain/exercises/exercise';
import type { Transaction } from '#server/db/database';
import { roomClients, roomUpdates, rooms } from '#server/db/tables';
import type { RoomRow } from '#server/stage/authority';

export type RoomOwner =
  | { kind: BoardKind; sprintId: string; boardId: string }
  | { kind: PrivateKind; sprintId: string; memberId: string };

/**
 * @param options.seed what it begins with; left out: the empty document of its kind.
 * @returns the new room. Throws a unique violation when the owner has a living room already.
 */
export async function makeSeededRoom(
  tx: Transaction,
  owner: RoomOwner,
  { newId, seed = seedUpdate(owner.kind) }: { newId: () => string; seed?: Uint8Array },
): Promise<RoomRow> {
  const { sprintId } = owner;
  const owned =
    'memberId' in owner
      ? { sprintId, boardId: null, memberId: owner.memberId, kind: owner.kind }
      : { sprintId, boardId: owner.boardId, memberId: null, kind: null };
  return insertRoom(tx, owned, { newId, seed });
}

async function insertRoom(
  tx: Transaction,
  {
    sprintId,
    boardId,
    memberId,
    kind,
  }: Pick<RoomRow, 'sprintId' | 'boardId' | 'memberId' | 'kind'>,
  { newId, seed }: { newId: () => string; seed: Uint8Array },
): Promise<RoomRow> {
  const [room] = await tx
    .insert(rooms)
    .values({ id: newId(), sprintId, boardId, memberId, kind, lineage: newId() })
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

/**
 * A new lineage: the board or private room goes on in another room that begins with these bytes, under
 * another address. The old room keeps its log and is never written again.
 */
export async function renewRoom(
  tx: Transaction,
  old: RoomRow,
  { seed, now, newId }: { seed: Uint8Array; now: Date; newId: () => string },
): Promise<RoomRow> {
  await tx.update(rooms).set({ retiredAt: now }).where(eq(rooms.id, old.id));
  return insertRoom(tx, old, { newId, seed });
}
