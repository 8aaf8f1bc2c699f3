/** A stored board as JSON, for whoever runs the server and wants to see what is in one. Reads the log, writes nothing. */
import { and, eq, isNull, or } from 'drizzle-orm';
import * as Y from 'yjs';
import { boardContent } from '#document/kinds/boards';
import { parseRoomName } from '#protocol/rooms';
import type { Database } from '#server/db/database';
import { rooms } from '#server/db/tables';
import { StartFault } from '#server/fault';
import { createRoomLog, lastSeqOf } from '#server/store/room-log';

/**
 * @param name of a room as it stands in an address (`<sprint>/<board>/<lineage>`), or the id of a board or a room.
 * @returns its kind, the rows of its log and all that stands on it; bytes by their number. Throws StartFault
 * for what is no board, also for what is somebody's own: hidden writing is for its writer alone.
 */
export async function lookAt(db: Database, name: string): Promise<string> {
  const address = parseRoomName(name);
  if (address?.kind === 'private') throw new StartFault('That is one person’s own. Name a board.');
  const id = address?.boardId ?? name;
  const [room] = await db
    .select({ id: rooms.id, memberId: rooms.memberId })
    .from(rooms)
    .where(
      and(
        or(eq(rooms.boardId, id), eq(rooms.id, id)),
        address ? eq(rooms.lineage, address.lineage) : isNull(rooms.retiredAt),
      ),
    );
  if (!room || room.memberId !== null) {
    throw new StartFault(`No board is called ${name}. Name it as in the address of its room.`);
  }
  const { updates } = await createRoomLog(db).load(room.id);
  const doc = new Y.Doc();
  try {
    for (const { update } of updates) Y.applyUpdate(doc, update);
    const rows = { first: updates[0]?.seq ?? null, last: lastSeqOf(updates) };
    return JSON.stringify({ room: room.id, rows, ...boardContent(doc) }, readable, 2);
  } finally {
    doc.destroy();
  }
}

function readable(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `${value.byteLength} bytes` : value;
}
