/**
 * What boards leave beside their documents: snapshots at the end of each phase and step, and the
 * pictures that were put on them, already re-encoded.
 */
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { at, boards, bytes, members, rooms, sprints, steps } from './tables';

/** A board as it was at one moment. Its bytes never change; older automatic ones are thinned out. */
export const boardSnapshots = pgTable(
  'board_snapshots',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    boardId: text()
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** The step whose phase or self ended; of a restore, the step that was open. */
    stepId: text().references(() => steps.id, { onDelete: 'set null' }),
    phase: text(),
    /**
     * `reveal`: just before hidden notes came; `restore`: just before an older state was put back;
     * `interval`: while people worked; `removal`: just before somebody took much away.
     */
    reason: text().notNull(),
    /** Notes on the board, for the list. */
    notes: integer().notNull(),
    /** Of a `removal`: how much went, counted on while it goes. */
    removed: integer(),
    /** The whole document as one V1 update; null where the board was still as at the moment `sameAs`. */
    state: bytes(),
    sameAs: text().references((): AnyPgColumn => boardSnapshots.id, { onDelete: 'cascade' }),
    /** SHA-256 of the document's state vector and delete set: equal documents have equal ones. */
    fingerprint: text().notNull(),
    /** Tells which of two moments of one transaction came first. */
    position: integer().notNull(),
    takenAt: at().notNull(),
  },
  (t) => [
    uniqueIndex('board_snapshots_board').on(t.boardId, t.position),
    check(
      'board_snapshots_reason',
      sql`${t.reason} in ('phase', 'reveal', 'step', 'restore', 'interval', 'removal')`,
    ),
    check('board_snapshots_removed', sql`(${t.removed} is not null) = (${t.reason} = 'removal')`),
    check('board_snapshots_state', sql`(${t.state} is null) <> (${t.sameAs} is null)`),
  ],
);

/** With what the log of a room began before its older rows became one (store/compaction.ts): a way back, by hand. */
export const roomBeginnings = pgTable('room_beginnings', {
  roomId: text()
    .primaryKey()
    .references(() => rooms.id, { onDelete: 'cascade' }),
  seq: bigint({ mode: 'number' }).notNull(),
  update: bytes().notNull(),
  replacedAt: at().notNull().defaultNow(),
});

/** A picture on a board, re-encoded by the server without its metadata. */
export const pictures = pgTable(
  'pictures',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    memberId: text().references(() => members.id, { onDelete: 'set null' }),
    mime: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** Of `content`, in bytes. */
    size: integer().notNull(),
    content: bytes().notNull(),
    /** It lies on its owner's pad, and nobody else is shown it. */
    isOwn: boolean().notNull().default(false),
    createdAt: at().notNull(),
  },
  (t) => [
    index('pictures_sprint').on(t.sprintId),
    check('pictures_mime', sql`${t.mime} in ('image/webp')`),
  ],
);
