/** Klantbeloften as they were signed: each version whole and for good, whatever is written on the ladders afterwards. */
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { FrozenBelofte } from '#document/kinds/ladders/frozen';
import { at, boards, members, sprints } from './tables';

export const signedBeloften = pgTable(
  'signed_beloften',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    boardId: text()
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** Its id on the board. */
    belofteId: text().notNull(),
    /** From 1. */
    version: integer().notNull(),
    frozen: jsonb().$type<FrozenBelofte>().notNull(),
    /** Names as they were: a signature stays readable when somebody has gone. */
    byName: text().notNull(),
    byMemberId: text().references(() => members.id, { onDelete: 'set null' }),
    onBehalfOf: text(),
    /** Why without proof, against the findings, or anew; '' where nothing had to be said. */
    reason: text().notNull(),
    signedAt: at().notNull(),
  },
  (t) => [
    // Of two who sign at once, the second finds its version taken.
    uniqueIndex('signed_beloften_version').on(t.boardId, t.belofteId, t.version),
    check('signed_beloften_from_one', sql`${t.version} >= 1`),
  ],
);
