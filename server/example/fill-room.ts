/** Makes a room that is not empty: the seed, and what a case has in it as the second row of its log. */
import * as Y from 'yjs';
import { seedUpdate } from '#document/schema';
import type { Database, Transaction } from '#server/db/database';
import { createRoomLog } from '#server/store/room-log';
import { makeSeededRoom, type RoomOwner } from '#server/store/seeded-rooms';

/**
 * In the transaction that makes the owner.
 * @param fill writes into the new document with the functions of src/document.
 * @returns what `read` saw in it afterwards.
 */
export async function makeFilledRoom<T>(
  tx: Transaction,
  owner: RoomOwner,
  parts: {
    db: Database;
    newId: () => string;
    /** What it begins with; left out: the empty document of its kind. */
    seed?: Uint8Array;
    fill: (doc: Y.Doc) => void;
    read: (doc: Y.Doc) => T;
  },
): Promise<T> {
  const room = await makeSeededRoom(tx, owner, parts);
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, parts.seed ?? seedUpdate(owner.kind));
    const changes: Uint8Array[] = [];
    doc.on('update', (change: Uint8Array) => changes.push(change));
    parts.fill(doc);
    if (changes.length > 0) {
      const row = { seq: 2, update: Y.mergeUpdates(changes) };
      const clients = [{ clientId: doc.clientID, memberId: null }];
      await createRoomLog(parts.db).append(tx, room.id, row, clients);
    }
    return parts.read(doc);
  } finally {
    doc.destroy();
  }
}
