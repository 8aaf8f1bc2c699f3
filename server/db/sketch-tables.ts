/**
 * Sketches that were handed in, and questions about them that wait to be laid. Read by the server alone:
 * nobody's stage, page or export holds what is in `content`, and who made a sketch is told of those
 * alone whose critique has come to that.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at, boards, bytes, members, sprints, steps } from './tables';

/** One sketch of one member. No time: the order in which they came in is nobody's business. */
export const sketches = pgTable(
  'sketches',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    /** The step in which it was drawn. */
    stepId: text()
      .notNull()
      .references(() => steps.id, { onDelete: 'cascade' }),
    /** Null once its maker is no longer known here: the sketch stays. */
    memberId: text().references(() => members.id, { onDelete: 'set null' }),
    /** Whether it is their first or their second. */
    place: smallint().notNull(),
    /** As it was on the pad when it was handed in; see store/sketches.ts. */
    content: bytes().notNull(),
    /** The museum in which it hangs, and under which id; null until it opens. */
    boardId: text().references(() => boards.id, { onDelete: 'set null' }),
    exhibitId: text(),
    critique: text({ enum: ['waits', 'now', 'done'] })
      .notNull()
      .default('waits'),
    /** The facilitator told whose it is. */
    revealed: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('sketches_of_member').on(t.memberId, t.stepId, t.place),
    index('sketches_sprint').on(t.sprintId),
    check('sketches_place', sql`${t.place} between 1 and 2`),
    check('sketches_revealed', sql`not ${t.revealed} or ${t.exhibitId} is not null`),
  ],
);

/** A question about an exhibit that waits until it can be laid nameless, together with those of others. */
export const waitingQuestions = pgTable(
  'waiting_questions',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    boardId: text()
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    memberId: text()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    exhibitId: text().notNull(),
    text: text().notNull(),
  },
  (t) => [index('waiting_questions_board').on(t.boardId)],
);

/** Exhibits that did not win and are taken along all the same: into the storyboard, and for a next sprint to find. */
export const takenAlong = pgTable(
  'taken_along',
  {
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    exhibitId: text().notNull(),
    /** The name as it was. */
    byName: text().notNull(),
    takenAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sprintId, t.exhibitId] })],
);
