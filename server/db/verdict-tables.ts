/** Verdicts on sprint questions as the Decider laid them down: each version for good, with how many customers showed what. */
import { sql } from 'drizzle-orm';
import { check, integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { verdicts } from '#domain/tests/verdict';
import { at, boards, members, sprints } from './tables';

export const verdictRows = pgTable(
  'verdicts',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    boardId: text()
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** Its id on the board. */
    questionId: text().notNull(),
    /** From 1. */
    version: integer().notNull(),
    /** As it read then. */
    question: text().notNull(),
    verdict: text({ enum: verdicts }).notNull(),
    words: text().notNull(),
    /** Of how many customers what was seen; of whom is not told, so that one who withdraws leaves nothing here. */
    yes: smallint().notNull(),
    partly: smallint().notNull(),
    no: smallint().notNull(),
    /** Names as they were: a verdict stays readable when somebody has gone. */
    byName: text().notNull(),
    byMemberId: text().references(() => members.id, { onDelete: 'set null' }),
    onBehalfOf: text(),
    /** Why it replaced the one before; '' of the first. */
    reason: text().notNull(),
    laidAt: at().notNull(),
  },
  (t) => [
    // Of two who lay one down at once, the second finds its version taken.
    uniqueIndex('verdicts_version').on(t.boardId, t.questionId, t.version),
    check('verdicts_from_one', sql`${t.version} >= 1`),
    check('verdicts_verdict', sql`${t.verdict} in ('yes', 'partly', 'no', 'unclear')`),
    check('verdicts_rests_on_answers', sql`${t.yes} + ${t.partly} + ${t.no} > 0`),
  ],
);
