/**
 * What customers were asked at the end of a talk, and what they answered: raw, as given. Who reads which of it is
 * `server/stage/stage-scores.ts`; an answer of one customer stands in no document, moment or log.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { scoreKinds } from '#domain/tests/scores';
import { askingWays, type AskedConcept } from '#domain/tests/asking';
import { customers } from './interview-tables';
import { at, members } from './tables';

/** A customer to whom the questions were put, or for whom a link was made. */
export const askings = pgTable(
  'askings',
  {
    customerId: text()
      .primaryKey()
      .references(() => customers.id, { onDelete: 'cascade' }),
    way: text({ enum: askingWays }).notNull(),
    /** Who asks aloud, and so reads the form. */
    askedById: text().references(() => members.id, { onDelete: 'set null' }),
    /** The concepts in the order that was drawn for this customer, in the words that they read. */
    concepts: jsonb().$type<AskedConcept[]>().notNull(),
    /** What they want to count on; null while that is open, empty where they passed it. */
    words: text(),
    /** Ids of concepts, one for each dot; null while that is open. */
    dots: jsonb().$type<string[]>(),
    /** Closed: from now on it counts. */
    sent: boolean().notNull().default(false),
  },
  (t) => [
    check('askings_dots', sql`${t.dots} is null or jsonb_array_length(${t.dots}) <= 3`),
    check('askings_words_first', sql`${t.dots} is null or ${t.words} is not null`),
  ],
);

/** One answer to one item of a questionnaire. An item that is open has no row. */
export const customerAnswers = pgTable(
  'customer_answers',
  {
    customerId: text()
      .notNull()
      .references(() => askings.customerId, { onDelete: 'cascade' }),
    kind: text({ enum: scoreKinds }).notNull(),
    /** From 0; only a SUS has more than one. */
    item: smallint().notNull(),
    answer: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.kind, t.item] }),
    check(
      'customer_answers_item',
      sql`${t.item} = 0 or (${t.kind} = 'sus' and ${t.item} between 1 and 9)`,
    ),
    check(
      'customer_answers_range',
      sql`(${t.kind} = 'nps' and ${t.answer} between 0 and 10) or (${t.kind} = 'csat' and ${t.answer} between 1 and 10) or (${t.kind} in ('ces', 'sus') and ${t.answer} between 1 and 5)`,
    ),
  ],
);

/** The link that opens the questions for one customer, on the browser that began them. Revoked, it has no row. */
export const customerLinks = pgTable('customer_links', {
  /** SHA-256 (hex) of the token in the link. */
  hash: text().primaryKey(),
  customerId: text()
    .notNull()
    .unique('customer_links_customer')
    .references(() => customers.id, { onDelete: 'cascade' }),
  /** SHA-256 (hex) of the secret of the browser that began; null while none did. */
  holderHash: text(),
  expiresAt: at().notNull(),
});
