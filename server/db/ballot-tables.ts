/**
 * Rounds and what is chosen in them: candidates as they were frozen, a row per dot and voter, the spots
 * that voters open on an exhibit, and the binding choices. Constraints carry the budgets and the stacks.
 */
import { and, eq, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { dotWays } from '#domain/exercises/exercise';
import type { ExhibitBox } from '#domain/votes/exhibit-box';
import { sprintOutcomes } from '#domain/votes/outcome';
import { prototypeChoices } from '#domain/votes/supervote';
import type { StageDecision } from '#protocol/stage';
import { at, mandates, members, sprints, steps } from './tables';

export const rounds = pgTable(
  'rounds',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    stepId: text()
      .notNull()
      .references(() => steps.id, { onDelete: 'cascade' }),
    status: text().notNull().default('open'),
    /** How a dot is put; see `DotRules`. */
    way: text({ enum: dotWays }).notNull().default('candidate'),
    perCandidate: smallint().notNull(),
    voterShown: boolean().notNull(),
    resultsLive: boolean().notNull().default(false),
    openedAt: at().notNull(),
    closedAt: at(),
  },
  (t) => [
    uniqueIndex('rounds_one_open')
      .on(t.stepId)
      .where(sql`${t.status} = 'open'`),
    uniqueIndex('rounds_one_closed')
      .on(t.stepId)
      .where(sql`${t.status} = 'closed'`),
    check('rounds_status', sql`${t.status} in ('open', 'closed', 'undone')`),
    check('rounds_way', sql`${t.way} in ('candidate', 'spot', 'reasoned', 'binding')`),
  ],
);

/** Frozen when the round opens: a note, a stack as one, or an exhibit, with its text. */
export const candidates = pgTable(
  'candidates',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    /** The records that it is, by their ids on the board. */
    noteIds: text().array().notNull(),
    groupLabel: text(),
    /** Of what is seen rather than read: its number on the wall and its box; null of words. */
    exhibit: jsonb().$type<ExhibitBox>(),
    /** Written when the round closes; null while it is open. */
    dots: integer(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.id] })],
);

/**
 * Where a voter's dots lie on an exhibit, in thousandths of its width. A spot is there as long as a dot
 * refers to it, and goes with its last one: the rows are written by who holds the voter's dots.
 */
export const spots = pgTable(
  'spots',
  {
    roundId: text().notNull(),
    memberId: text()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    candidateId: text().notNull(),
    spot: smallint().notNull(),
    x: smallint().notNull(),
    y: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.memberId, t.candidateId, t.spot] }),
    foreignKey({
      columns: [t.roundId, t.candidateId],
      foreignColumns: [candidates.roundId, candidates.id],
      name: 'spots_candidate',
    }).onDelete('cascade'),
    check('spots_place', sql`${t.x} between 0 and 1000 and ${t.y} between 0 and 10000`),
  ],
);

/**
 * A row per dot and voter, written when the round opens (and when somebody becomes a voter while it
 * runs): casting fills an empty row, so the budget is a fact of the table. `stackNo` with its unique
 * and check bounds the dots of one voter on one candidate, or on one spot of it. Deleted in the closing
 * transaction where the exercise does not show the voter.
 */
export const dots = pgTable(
  'dots',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    memberId: text()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    dotNo: smallint().notNull(),
    perCandidate: smallint().notNull(),
    candidateId: text(),
    /** Which of the voter's spots on this exhibit; null where dots have no place. */
    spot: smallint(),
    stackNo: smallint(),
    /** The part of the exhibit that is meant, from 0; null: all of it. */
    part: smallint(),
    /** Why, in rounds in which a dot comes with its reason. */
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.memberId, t.dotNo] }),
    uniqueIndex('dots_stack').on(
      t.roundId,
      t.memberId,
      t.candidateId,
      sql`coalesce(${t.spot}, 0)`,
      t.stackNo,
    ),
    foreignKey({
      columns: [t.roundId, t.candidateId],
      foreignColumns: [candidates.roundId, candidates.id],
      name: 'dots_candidate',
    }),
    foreignKey({
      columns: [t.roundId, t.memberId, t.candidateId, t.spot],
      foreignColumns: [spots.roundId, spots.memberId, spots.candidateId, spots.spot],
      name: 'dots_spot',
    }),
    check('dots_placed_whole', sql`(${t.candidateId} is null) = (${t.stackNo} is null)`),
    check(
      'dots_about_placed',
      sql`${t.candidateId} is not null or (${t.spot} is null and ${t.part} is null and ${t.reason} is null)`,
    ),
    check(
      'dots_stack_bound',
      sql`${t.stackNo} is null or ${t.stackNo} between 1 and ${t.perCandidate}`,
    ),
  ],
);

/** Joins spots to dots: a dot that lies on an exhibit has one spot there, always. */
export const isItsSpot = and(
  eq(spots.roundId, dots.roundId),
  eq(spots.memberId, dots.memberId),
  eq(spots.candidateId, dots.candidateId),
  eq(spots.spot, dots.spot),
);

/** Where dots lay when a round closed, without whose they were, in an order drawn at random. */
export const heatPlaces = pgTable(
  'heat_places',
  {
    roundId: text().notNull(),
    position: integer().notNull(),
    candidateId: text().notNull(),
    x: smallint().notNull(),
    y: smallint().notNull(),
    dots: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.position] }),
    foreignKey({
      columns: [t.roundId, t.candidateId],
      foreignColumns: [candidates.roundId, candidates.id],
      name: 'heat_places_candidate',
    }).onDelete('cascade'),
  ],
);

export const decisions = pgTable(
  'decisions',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    stepId: text()
      .notNull()
      .references(() => steps.id, { onDelete: 'cascade' }),
    roundId: text().references(() => rounds.id, { onDelete: 'set null' }),
    candidateId: text(),
    text: text().notNull(),
    reason: text().notNull(),
    /** Names as they were: a decision stays readable when somebody has gone. */
    byName: text().notNull(),
    byMemberId: text().references(() => members.id, { onDelete: 'set null' }),
    mandateId: text().references(() => mandates.id, { onDelete: 'set null' }),
    onBehalfOf: text(),
    /** On a map: the customer that was chosen beside the moment. */
    actorId: text(),
    /** One prototype of all winners or two that compete; or what the week comes to. Null of any other choice. */
    choice: text({ enum: [...prototypeChoices, ...sprintOutcomes] }),
    decidedAt: at().notNull(),
    /** Wordings before this one, oldest first. */
    amended: jsonb().$type<StageDecision['amended']>().notNull().default([]),
    withdrawnAt: at(),
  },
  (t) => [
    uniqueIndex('decisions_one_standing')
      .on(t.stepId)
      .where(sql`${t.withdrawnAt} is null`),
    check(
      'decisions_choice',
      sql`${t.choice} in ('all-in-one', 'rumble', 'efficient-failure', 'flawed-success', 'epic-win')`,
    ),
  ],
);
