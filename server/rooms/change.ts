/**
 * A command's change of several rooms and SQL rows in one transaction: hold the rooms, give working
 * copies, log what was changed in them, commit, take it into the living rooms, let authority follow,
 * tell everybody, let go. Called by the registry only.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { RefusedError } from '#domain/refusal';
import { closeCodes } from '#protocol/close-codes';
import type { Database } from '#server/db/database';
import { countRecords, measure } from '#server/rooms/document-measure';
import { Patience } from '#server/rooms/in-time';
import type { RoomLimits } from '#server/rooms/limits';
import type { Room } from '#server/rooms/room';
import { RoomBusyError } from '#server/rooms/room-hold';
import type { ChangeOptions, ChangeScope } from '#server/rooms/rooms';
import { UnreadableRoomError } from '#server/rooms/unreadable';
import { WorkingCopies, type CopyChange } from '#server/rooms/working-copies';
import { SeqTakenError, type RoomLog } from '#server/store/room-log';

type Parts = {
  db: Database;
  roomLog: RoomLog;
  log: Logger;
  limits: RoomLimits;
  open: (roomId: string) => Promise<Room>;
};

type Changed = { room: Room; update: Uint8Array };

/** @see Rooms.change. Throws RoomBusyError when the rooms do not come to rest in time, RefusedError when too little space is left in one. */
export async function changeRooms<T>(
  parts: Parts,
  roomIds: readonly string[],
  work: (scope: ChangeScope) => Promise<T>,
  { settled, optional = [] }: ChangeOptions<T>,
): Promise<T> {
  const held: Room[] = [];
  try {
    // Always in the same order, so that two commands never wait for each other.
    for (const roomId of [...new Set(roomIds)].sort()) {
      await holdRoom(parts, roomId, held).catch((error: unknown) => {
        const mayMiss = error instanceof UnreadableRoomError || error instanceof RoomBusyError;
        if (!mayMiss || !optional.includes(roomId)) throw error;
        parts.log.error({ roomId, why: error.name }, 'a command goes on without a room');
      });
    }
    const { result, changed } = await commitChange(parts, held, work);
    const taken = changed.filter(({ room, update }) => takeIn(parts, room, update));
    await settle(parts, result, settled);
    for (const { room, update } of taken) room.tell(update);
    return result;
  } finally {
    for (const room of held) {
      room.hold.release();
      // Where an outcome stayed unknown, the room finds it out now and not at its next keystroke.
      void room.line.untilQuiet();
    }
  }
}

async function holdRoom({ open }: Parts, roomId: string, held: Room[]): Promise<void> {
  const room = await open(roomId);
  await room.hold.take();
  held.push(room);
  if (room.isOver) throw new RoomBusyError('the room was given up');
}

/** What is committed stays so: a room in memory that cannot follow is given up, and the others go on. */
function takeIn({ log }: Parts, room: Room, update: Uint8Array): boolean {
  try {
    room.take(update);
    return true;
  } catch (error) {
    log.error({ roomId: room.id, err: error }, 'a room could not follow a command');
    room.fail(closeCodes.couldNotLoad);
    return false;
  }
}

async function commitChange<T>(
  parts: Parts,
  held: readonly Room[],
  work: (scope: ChangeScope) => Promise<T>,
): Promise<{ result: T; changed: Changed[] }> {
  const { db, roomLog, log } = parts;
  const working = new WorkingCopies(held, log);
  const { doc, holds, attempt } = working;
  const rehearse: ChangeScope['rehearse'] = (rehearsed) => {
    const thrownAway = new WorkingCopies(held, log);
    try {
      rehearsed(thrownAway);
      for (const change of thrownAway.changed()) ensureSpace(change);
    } finally {
      thrownAway.destroy();
    }
  };
  const strokesUnderWay: ChangeScope['strokesUnderWay'] = (roomId) =>
    held.find(({ id }) => id === roomId)?.presence.strokesUnderWay() ?? [];
  const changed: Changed[] = [];
  let done: { result: T } | undefined;
  try {
    await db.transaction(async (tx) => {
      const result = await work({ tx, doc, holds, attempt, rehearse, strokesUnderWay });
      for (const change of working.changed()) {
        const { room, update } = change;
        ensureSpace(change);
        const firstUses = room.clients.unowned(room.document.serverClientId);
        await roomLog.append(tx, room.id, { seq: room.line.seq + 1, update }, firstUses);
        changed.push({ room, update });
      }
      done = { result };
    });
  } catch (error) {
    // A number of the log was taken: the rooms look what is there before anybody tries again.
    if (error instanceof SeqTakenError) for (const { line } of held) line.doubt();
    if (!done || !(await wasCommittedAfterAll(parts, changed))) throw error;
  } finally {
    working.destroy();
  }
  if (!done) throw new Error('a transaction ended without its work');
  return { result: done.result, changed };
}

/** A command that adds more than fits is refused whole: its transaction goes with what it throws. */
function ensureSpace({ room, copy, update }: CopyChange): void {
  const records = countRecords(copy) - countRecords(room.document.live);
  const bytes = update.byteLength;
  if (room.space.refusesCommand({ bytes, records }) === undefined) return;
  // Much of an update may take the place of something: what counts is what it comes to.
  const grown = measure(copy).bytes - room.space.used.bytes;
  const full = room.space.refusesCommand({ bytes: grown, records });
  if (full === undefined) return;
  throw new RefusedError(full === 'board' || full === 'pile' ? 'board-full' : 'sprint-full');
}

/**
 * The line broke while the commit was under way. The log knows how it ended; one room answers for
 * all, as they share the transaction. When it cannot be asked for as long as a command may wait,
 * the command counts as failed and each room asks again before it goes on.
 */
async function wasCommittedAfterAll(
  { limits }: Parts,
  changed: readonly Changed[],
): Promise<boolean> {
  for (const { room } of changed) room.line.doubt();
  const [first, ...others] = changed;
  if (!first) return false;
  const patience = new Patience(limits.holdMs);
  for (;;) {
    try {
      const isThere = await patience.wait(first.room.line.wasCommitted(first.update));
      if (isThere) for (const { room } of others) room.line.trust();
      return isThere;
    } catch {
      if (first.room.isOver || patience.isOver) return false;
      await patience.wait(pause(limits.retryFirstMs)).catch(() => undefined);
    }
  }
}

/** What is committed stays so: when authority cannot follow now, it does at its next reading. */
async function settle<T>(
  { log }: Parts,
  result: T,
  settled: ((result: T) => Promise<void>) | undefined,
): Promise<void> {
  try {
    await settled?.(result);
  } catch (error) {
    log.error(
      { error: error instanceof Error ? error.name : typeof error },
      'a change did not settle',
    );
  }
}
