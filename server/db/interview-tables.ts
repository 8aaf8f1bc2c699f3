/**
 * The customers of the test and what they answered. A name stands here and nowhere else: in no document,
 * moment or export, and in the stage of who facilitates or interviews alone.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { customerStates } from '#domain/tests/customers';
import { taskResults } from '#domain/tests/tasks';
import type { InterviewPart } from '#protocol/customers';
import { at, members, sprints } from './tables';

export const customers = pgTable(
  'customers',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    /** K1, K2 and so on; of a reserve R1. */
    number: smallint().notNull(),
    reserve: boolean().notNull().default(false),
    /** Empty once they withdrew. */
    name: text().notNull(),
    /** When the talk is planned. */
    slotAt: at(),
    /** When they said that they come; null while they have not. */
    confirmedAt: at(),
    state: text({ enum: customerStates }).notNull().default('planned'),
    startedAt: at(),
    endedAt: at(),
    /** Who talks, or talked, with them. */
    interviewerId: text().references(() => members.id, { onDelete: 'set null' }),
    /** The row of the grid at which the talk is, where the interviewer says so. */
    rowNow: text(),
    /** The rows of the grid as they were when the talk began: who talks has no grid. */
    parts: jsonb().$type<InterviewPart[]>().notNull().default([]),
  },
  (t) => [
    unique('customers_number').on(t.sprintId, t.reserve, t.number),
    uniqueIndex('customers_one_talk')
      .on(t.sprintId)
      .where(sql`${t.state} = 'running'`),
    check(
      'customers_started',
      sql`${t.state} not in ('running', 'done') or ${t.startedAt} is not null`,
    ),
    check('customers_withdrawn', sql`${t.state} <> 'withdrawn' or ${t.name} = ''`),
  ],
);

/** How a customer fared with a task, by the row of the grid; a task that is left open has no row here. */
export const taskResultRows = pgTable(
  'task_results',
  {
    customerId: text()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    row: text().notNull(),
    result: text({ enum: taskResults }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.row] })],
);
