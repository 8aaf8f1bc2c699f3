/**
 * Keeps moments of boards by itself: every few minutes in which people worked, and from before
 * somebody took much away. Beside the rooms, after their commits: nobody waits for it, and what
 * fails here is logged and stops nothing. Never of a pile.
 */
import { and, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Logger } from 'pino';
import type { Phase } from '#domain/sprint/phases';
import type { Clock } from '#server/clock';
import { faultFacts } from '#server/commands/database-refusal';
import { lockSprint } from '#server/commands/doors/lock-sprint';
import type { Database, Transaction } from '#server/db/database';
import { boardSnapshots } from '#server/db/board-tables';
import { rooms as roomRows } from '#server/db/tables';
import { capture, captureUpdate, keepMoment, type Capture } from '#server/history/take-snapshot';
import { thinOut, type AutomaticMoment } from '#server/history/thin-out';
import type { Random } from '#server/random';
import type { Removal, Rooms } from '#server/rooms/rooms';
import type { Authorities } from '#server/stage/authorities';

/** Work is at most so long ago in a moment, as long as people work. */
export const MOMENT_EVERY_MS = 3 * 60_000;

export interface MomentKeeper {
  /** What is being written is written first. */
  close(): Promise<void>;
}

type Parts = {
  db: Database;
  rooms: Pick<Rooms, 'onCommitted' | 'onRemoval' | 'read'>;
  authorities: Authorities;
  clock: Clock;
  random: Random;
  log: Logger;
  everyMs?: number;
};
type Kept = { reason: 'interval' } | { reason: 'removal'; removed: number };

export function createMomentKeeper({ everyMs = MOMENT_EVERY_MS, ...parts }: Parts): MomentKeeper {
  const { db, rooms, log } = parts;
  const due = new Map<string, NodeJS.Timeout>();
  /** One after the other: two moments of a board never draw the same number. */
  let last: Promise<unknown> = Promise.resolve();
  const momentOf = new WeakMap<object, string>();

  function inTurn(roomId: string, work: () => Promise<void>): void {
    last = last.then(work).catch((error: unknown) => {
      log.warn({ roomId, ...faultFacts(error) }, 'a board could not be kept as it was');
    });
  }

  async function keepInterval(roomId: string): Promise<void> {
    const captured = await rooms.read(roomId, capture);
    if (!captured.isEmpty) await keep(parts, roomId, captured, { reason: 'interval' });
  }

  async function keepRemoval({ roomId, run, state, notes }: Removal): Promise<void> {
    const known = momentOf.get(run);
    if (known !== undefined) {
      await db.update(boardSnapshots).set({ removed: notes }).where(eq(boardSnapshots.id, known));
      return;
    }
    const captured = captureUpdate(state);
    const id = await keep(parts, roomId, captured, { reason: 'removal', removed: notes });
    if (id !== undefined) momentOf.set(run, id);
  }

  const stops = [
    rooms.onCommitted((roomId) => {
      if (due.has(roomId)) return;
      const timer = setTimeout(() => {
        due.delete(roomId);
        inTurn(roomId, () => keepInterval(roomId));
      }, everyMs);
      due.set(roomId, timer.unref());
    }),
    rooms.onRemoval((removal) => inTurn(removal.roomId, () => keepRemoval(removal))),
  ];

  return {
    async close() {
      for (const stop of stops) stop();
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
      await last;
    },
  };
}

/** @returns the moment's id; undefined where none is kept: of a pile, and where nothing changed since the last. */
async function keep(
  { db, authorities, clock, random }: Parts,
  roomId: string,
  captured: Capture,
  kept: Kept,
): Promise<string | undefined> {
  const [room] = await db
    .select()
    .from(roomRows)
    .where(and(eq(roomRows.id, roomId), isNull(roomRows.retiredAt)));
  if (!room || room.boardId === null) return undefined;
  const { sprintId, boardId } = room;
  const authority = await authorities.of(sprintId);
  if (!authority) return undefined;
  const open = authority.steps.find((one) => one.status === 'open' && one.boardId === boardId);
  const about = { boardId, stepId: open?.id ?? null, phase: (open?.phase ?? null) as Phase | null };
  const { newId } = random;
  const now = clock.now();
  return db.transaction(async (tx) => {
    // Commands number moments under this lock; shared, it holds up no dot.
    await lockSprint(tx, sprintId, 'share');
    if (kept.reason === 'interval' && (await isKept(tx, boardId, captured))) return undefined;
    const id = await keepMoment({ tx, authority, newId, now }, captured, { ...about, ...kept });
    await dropOld(tx, boardId, now.getTime());
    return id;
  });
}

async function isKept(
  tx: Transaction,
  boardId: string,
  { fingerprint }: Capture,
): Promise<boolean> {
  const [newest] = await tx
    .select({ fingerprint: boardSnapshots.fingerprint })
    .from(boardSnapshots)
    .where(eq(boardSnapshots.boardId, boardId))
    .orderBy(desc(boardSnapshots.position))
    .limit(1);
  return newest?.fingerprint === fingerprint;
}

/** A moment whose bytes another one uses stays. */
async function dropOld(tx: Transaction, boardId: string, now: number): Promise<void> {
  const rows = await tx
    .select({
      id: boardSnapshots.id,
      reason: boardSnapshots.reason,
      takenAt: boardSnapshots.takenAt,
      bytes: sql<number>`coalesce(octet_length(${boardSnapshots.state}), 0)`,
    })
    .from(boardSnapshots)
    .where(
      and(
        eq(boardSnapshots.boardId, boardId),
        inArray(boardSnapshots.reason, ['interval', 'removal']),
      ),
    );
  const gone = thinOut(
    rows.map((row) => ({ ...row, takenAt: row.takenAt.getTime() }) as AutomaticMoment),
    now,
  );
  if (gone.length === 0) return;
  const user = alias(boardSnapshots, 'user_of_bytes');
  await tx
    .delete(boardSnapshots)
    .where(
      and(
        inArray(boardSnapshots.id, gone),
        notExists(tx.select({ id: user.id }).from(user).where(eq(user.sameAs, boardSnapshots.id))),
      ),
    );
}
