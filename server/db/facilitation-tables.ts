/** What facilitating leaves behind: the trail of acts that members may read, and notes that they may not. */
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, members, sprints } from './tables';

/** One act of facilitation. `detail` holds names, titles and figures; never a note, a vote or a secret. */
export const acts = pgTable(
  'acts',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    memberId: text().references(() => members.id, { onDelete: 'set null' }),
    /** The name as it was. */
    byName: text().notNull(),
    /** The kind of the command. */
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    at: at().notNull(),
  },
  (t) => [index('acts_sprint').on(t.sprintId, t.at)],
);

/** Notes for facilitators only: one per step, and one for the sprint (`about` = 'sprint'). */
export const facilitatorNotes = pgTable(
  'facilitator_notes',
  {
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    /** A step's id, or 'sprint'. */
    about: text().notNull(),
    text: text().notNull(),
    /** Raised at each change: who writes over a newer text is refused. */
    version: integer().notNull().default(1),
    updatedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sprintId, t.about] })],
);
