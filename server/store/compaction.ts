/**
 * Keeps the log of a room short: its older rows become one that holds all of them. What is put in their
 * place is read back first and compared with what the rows make; else the log stays as it was. Works
 * beside a room that is written and beside a command that holds it, as it touches committed rows alone.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, lte, max, min } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Database } from '#server/db/database';
import { roomBeginnings } from '#server/db/board-tables';
import { roomUpdates, rooms } from '#server/db/tables';

/** Rows that are read into a document before the event loop is given back. */
const PIECE = 50;

export type CompactionOptions = {
  /** Older rows that make it worth while. */
  atLeast: number;
  /** Newest rows that stay: a room that did not hear the outcome of a commit still asks for them. */
  leave: number;
  signal?: AbortSignal;
};

/** The rows do not make a whole document, or not the one that was read back. */
export class CompactionFault extends Error {
  override readonly name = 'CompactionFault';
}

/**
 * @returns the number at which the log begins now; null where there was nothing to do, where somebody
 * else did it meanwhile, or where the room is gone. Throws CompactionFault, whatever the signal says, and
 * what the database throws; the log is as it was then.
 */
export async function compactLog(
  db: Database,
  roomId: string,
  { atLeast, leave, signal }: CompactionOptions,
): Promise<number | null> {
  const mine = eq(roomUpdates.roomId, roomId);
  const [reach] = await db
    .select({ first: min(roomUpdates.seq), last: max(roomUpdates.seq) })
    .from(roomUpdates)
    .where(mine);
  if (reach?.first == null || reach.last == null) return null;
  const { first } = reach;
  const upTo = reach.last - leave;
  if (upTo - first + 1 < atLeast) return null;
  const older = and(mine, lte(roomUpdates.seq, upTo));
  const rows = await db
    .select({ seq: roomUpdates.seq, update: roomUpdates.update })
    .from(roomUpdates)
    .where(older)
    .orderBy(asc(roomUpdates.seq));
  const state = await wholeOf(
    rows.map(({ update }) => update),
    signal,
  );

  return db.transaction(async (tx) => {
    // One at a time. Rows that come in meanwhile do not wait for this lock: they only refer to the room.
    const [room] = await tx
      .select({ id: rooms.id })
      .from(rooms)
      .where(eq(rooms.id, roomId))
      .for('no key update');
    if (!room) return null;
    const begun = await tx
      .select({ seq: roomUpdates.seq, update: roomUpdates.update })
      .from(roomUpdates)
      .where(mine)
      .orderBy(asc(roomUpdates.seq))
      .limit(1);
    const [beginning] = begun;
    if (beginning?.seq !== first) return null;
    const gone = await tx.delete(roomUpdates).where(older).returning({ seq: roomUpdates.seq });
    if (gone.length !== rows.length) throw new CompactionFault('the log changed meanwhile');
    await tx.insert(roomUpdates).values({ roomId, seq: upTo, update: state });
    await tx
      .insert(roomBeginnings)
      .values({ roomId, ...beginning })
      .onConflictDoUpdate({ target: roomBeginnings.roomId, set: beginning });
    return upTo;
  });
}

/** All updates as one, compared with them. */
async function wholeOf(
  updates: readonly Uint8Array[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const doc = new Y.Doc();
  const again = new Y.Doc();
  try {
    for (let at = 0; at < updates.length; at += PIECE) {
      doc.transact(() => {
        for (const update of updates.slice(at, at + PIECE)) Y.applyUpdate(doc, update);
      });
      await nextTurn();
      signal?.throwIfAborted();
    }
    if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new CompactionFault('a gap');
    const state = Y.encodeStateAsUpdate(doc);
    await nextTurn();
    Y.applyUpdate(again, state);
    await nextTurn();
    if (!areEqual(doc, again)) throw new CompactionFault('it does not read as it was');
    return state;
  } finally {
    doc.destroy();
    again.destroy();
  }
}

/** The same changes, the same deletions, the same to read. */
function areEqual(one: Y.Doc, other: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))) return false;
  const names = new Set([...one.share.keys(), ...other.share.keys()]);
  return [...names].every((name) =>
    isDeepStrictEqual(one.getMap(name).toJSON(), other.getMap(name).toJSON()),
  );
}
