/**
 * What can still be read of a room, from the bytes of its log, whatever is in them: a row that is no
 * update, one that leans on a row that is gone, one that overflows the stack. For a room that cannot
 * be loaded, or whose document cannot be changed; writes nothing.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { asc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { rebuilt } from '#document/rebuild';
import { load } from '#document/origins';
import { seedUpdate, type DocumentKind } from '#document/schema';
import type { Transaction } from '#server/db/database';
import { roomUpdates } from '#server/db/tables';

/** Rows that are left out one by one; after so many the rest of the log is left out. */
const BAD_ROWS = 8;

/**
 * @returns a whole document of this kind as one V1 update, made anew from what can be read; in the
 * worst case an empty one. Never throws for what the log holds. Gives the loop back between its tries.
 */
export async function salvage(
  tx: Pick<Transaction, 'select'>,
  roomId: string,
  kind: DocumentKind,
): Promise<Uint8Array> {
  const rows = await tx
    .select({ update: roomUpdates.update })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, roomId))
    .orderBy(asc(roomUpdates.seq));
  let updates = rows.map(({ update }) => update).filter(isUpdate);
  for (let bad = 0; ; bad += 1) {
    const whole = read(updates, kind);
    if (whole) return whole;
    const { count, found } = await longestBeginning(updates, kind);
    if (bad === BAD_ROWS) return found;
    updates = updates.toSpliced(count, 1);
  }
}

/** How many of the first rows can be read together, found by halving, and what they hold. */
async function longestBeginning(
  updates: readonly Uint8Array[],
  kind: DocumentKind,
): Promise<{ count: number; found: Uint8Array }> {
  let [count, tooMany] = [0, updates.length];
  let found = seedUpdate(kind);
  while (tooMany - count > 1) {
    await nextTurn();
    const middle = (count + tooMany) >> 1;
    const beginning = read(updates.slice(0, middle), kind);
    if (beginning) [count, found] = [middle, beginning];
    else tooMany = middle;
  }
  return { count, found };
}

/** In one transaction, as a room is loaded: what is new to the document raises no events. */
function read(updates: readonly Uint8Array[], kind: DocumentKind): Uint8Array | undefined {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, load);
    }, load);
    return rebuilt(kind, doc);
  } catch {
    return undefined;
  }
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
