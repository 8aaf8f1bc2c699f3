/**
 * The log of a room: V1 updates in order of commit, and who first used which clientID. One node
 * writes a room; the primary key (room, seq) refuses a second writer and a second try of a commit
 * whose outcome was not heard. Rows are never changed; older ones become one (`compaction.ts`).
 */
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { MemberId } from '#domain/ids';
import type { DocumentKind } from '#document/schema';
import type { Database, Transaction } from '#server/db/database';
import { boards, roomClients, roomUpdates, rooms } from '#server/db/tables';

export type LoggedUpdate = { readonly seq: number; readonly update: Uint8Array };
/** `memberId` null: the server itself. */
export type FirstUse = { readonly clientId: number; readonly memberId: MemberId | null };

export type StoredRoom = {
  readonly kind: DocumentKind;
  /** In order; empty only for a room that was never seeded. */
  readonly updates: readonly LoggedUpdate[];
  readonly clients: readonly FirstUse[];
};

/** @returns the number of the last row. Throws where the log cannot be a whole room. */
export function lastSeqOf(updates: readonly LoggedUpdate[]): number {
  const [first] = updates;
  // A room begins with its seed; without one nothing may be written, or two would begin it.
  if (!first) throw new Error('the room was never seeded');
  if (updates.some(({ seq }, index) => seq !== first.seq + index)) {
    throw new Error('the log has a hole');
  }
  return first.seq + updates.length - 1;
}

export interface RoomLog {
  load(roomId: string): Promise<StoredRoom>;
  /** What was committed after a number: the way out of not knowing. */
  since(roomId: string, seq: number): Promise<readonly LoggedUpdate[]>;
  /**
   * Adds one update with the clientIDs it uses for the first time; both or nothing, also outside a
   * transaction (it is one statement). Throws RoomGoneError when the room was deleted; SeqTakenError
   * when that number exists; RowRefusedError when it will never take this row; anything else means
   * that the database was not to be had.
   */
  append(
    on: Database | Transaction,
    roomId: string,
    row: LoggedUpdate,
    clients: readonly FirstUse[],
  ): Promise<void>;
}

export class RoomGoneError extends Error {
  override readonly name = 'RoomGoneError';
}

export class SeqTakenError extends Error {
  override readonly name = 'SeqTakenError';
}

/** The database refuses the row for what it is: the same again would be refused again. */
export class RowRefusedError extends Error {
  override readonly name = 'RowRefusedError';
}

/**
 * Classes of SQLSTATE that are about the row: 22 data, 23 a constraint, 42 a statement that it does
 * not understand, 54 more than it takes; the last is the driver's own, before anything was sent.
 * Not 53 (no memory, disk or connection left), 57 (shutting down, cancelled), 08 (the line), 40 or
 * XX: those may pass, so they are tried again.
 */
const aboutTheRow = /^(22|23|42|54)...$|^MAX_PARAMETERS_EXCEEDED$/;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** @returns the code of PostgreSQL or of the socket, out of whatever Drizzle wrapped it in. */
export function databaseCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

export function createRoomLog(db: Database): RoomLog {
  return {
    async load(roomId) {
      const updates = await db
        .select({ seq: roomUpdates.seq, update: roomUpdates.update })
        .from(roomUpdates)
        .where(eq(roomUpdates.roomId, roomId))
        .orderBy(asc(roomUpdates.seq));
      const clients = await db
        .select({ clientId: roomClients.clientId, memberId: roomClients.memberId })
        .from(roomClients)
        .where(eq(roomClients.roomId, roomId));
      const [room] = await db
        .select({ own: rooms.kind, board: boards.kind })
        .from(rooms)
        .leftJoin(boards, eq(boards.id, rooms.boardId))
        .where(eq(rooms.id, roomId));
      // Of a room that is gone there is nothing to read; its kind is of no matter then.
      const kind = room?.own ?? room?.board ?? 'wall';
      return { kind, updates, clients };
    },

    async since(roomId, seq) {
      return db
        .select({ seq: roomUpdates.seq, update: roomUpdates.update })
        .from(roomUpdates)
        .where(and(eq(roomUpdates.roomId, roomId), gt(roomUpdates.seq, seq)))
        .orderBy(asc(roomUpdates.seq));
    },

    async append(on, roomId, row, clients) {
      try {
        await on.execute(appendStatement(roomId, row, clients));
      } catch (error) {
        const code = databaseCode(error);
        if (code === FOREIGN_KEY_VIOLATION) throw new RoomGoneError(roomId, { cause: error });
        if (code === UNIQUE_VIOLATION) throw new SeqTakenError(roomId, { cause: error });
        if (code && aboutTheRow.test(code)) throw new RowRefusedError(roomId, { cause: error });
        throw error;
      }
    },
  };
}

/** One statement: a batch costs one round trip, and cannot be half there. */
function appendStatement(roomId: string, row: LoggedUpdate, clients: readonly FirstUse[]): SQL {
  const insertUpdate = sql`insert into ${roomUpdates} (room_id, seq, "update")
    values (${roomId}, ${row.seq}, ${row.update})`;
  if (clients.length === 0) return insertUpdate;
  // As one value: a statement takes 65,534 at most, and a batch of many may use many.
  const used = JSON.stringify(clients);
  // A member whose row was deleted meanwhile must not hold up the room: the work stays, ownerless.
  return sql`with logged as (${insertUpdate})
    insert into ${roomClients} (room_id, client_id, member_id)
    select ${roomId}, used."clientId", members.id
    from jsonb_to_recordset(${used}::text::jsonb) as used ("clientId" bigint, "memberId" text)
    left join members on members.id = used."memberId"
    on conflict do nothing`;
}
