/**
 * The tables. Constraints carry the rules (unique, foreign key, check); code asks them too, to give
 * a clear sentence, but the database has the last word. Snake-case names come from drizzle's casing.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { privateKinds } from '#domain/exercises/exercise';
import type { NoteId, StepId } from '#domain/ids';
import { scoreKinds } from '#domain/tests/scores';
import type { StepChoices } from '#protocol/stage';

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
});
export const at = () => timestamp({ withTimezone: true, mode: 'date' });

/** Everybody who ever came in. A guest has no e-mail and no password; an account has both. */
export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text(),
    passwordHash: text(),
    language: text().notNull().default('nl'),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    check('people_account_whole', sql`(${t.email} is null) = (${t.passwordHash} is null)`),
    check('people_language', sql`${t.language} in ('nl', 'en')`),
  ],
);

/** `id` is the SHA-256 (hex) of the cookie's token: the table never holds a usable secret. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: at().notNull(),
    createdAt: at().notNull().defaultNow(),
    lastSeenAt: at().notNull().defaultNow(),
    /** What the person reads in the list of sessions, e.g. "Chromium, Linux". */
    device: text().notNull().default(''),
    /** A session made by a phone or return QR acts in this sprint only and never on the account. */
    sprintId: text().references(() => sprints.id, { onDelete: 'cascade' }),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Accounts that wait for a click in a mail; gone when confirmed, or a day later. */
export const registrations = pgTable(
  'registrations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text().notNull(),
    language: text().notNull(),
    /** The guest's who becomes the account; with the session the claim to the seat ends. */
    sessionId: text().references(() => sessions.id, { onDelete: 'set null' }),
    /** Of the invitation that it came with, which is used up when it is confirmed. */
    invitationHash: text(),
    /** The page of ours to which who asked was on their way; empty when to none. */
    next: text().notNull().default(''),
    /** When the mail is to be tried (again); null once it is sent. */
    mailDueAt: at(),
    expiresAt: at().notNull(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    index('registrations_session').on(t.sessionId),
    index('registrations_mail_due').on(t.mailDueAt),
    check('registrations_language', sql`${t.language} in ('nl', 'en')`),
  ],
);

/** One-time secrets by hash: phone, return and paper QR, password reset, invitation, confirmation of a registration. */
export const tickets = pgTable(
  'tickets',
  {
    /** SHA-256 (hex) of the token in the link. */
    hash: text().primaryKey(),
    kind: text().notNull(),
    personId: text().references(() => people.id, { onDelete: 'cascade' }),
    sprintId: text().references(() => sprints.id, { onDelete: 'cascade' }),
    /** The session that made it: what a session handed out ends with it. Null: made by nobody's session. */
    sessionId: text().references(() => sessions.id, { onDelete: 'cascade' }),
    /** The only step for which it takes photographs of paper. */
    stepId: text().references(() => steps.id, { onDelete: 'cascade' }),
    /** SHA-256 (hex) of the secret of the one phone that opened it, of one that stays open there. */
    holderHash: text(),
    /** What it confirms; null when that is done or too old. */
    registrationId: text().references(() => registrations.id, { onDelete: 'set null' }),
    expiresAt: at().notNull(),
    usedAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    index('tickets_person_id').on(t.personId),
    index('tickets_session').on(t.sessionId),
    index('tickets_registration').on(t.registrationId),
    index('tickets_step').on(t.stepId),
    check(
      'tickets_kind',
      sql`${t.kind} in ('phone', 'return', 'paper', 'password-reset', 'invitation', 'registration')`,
    ),
    check('tickets_paper', sql`(${t.kind} = 'paper') = (${t.stepId} is not null)`),
    check(
      'tickets_person',
      sql`${t.kind} in ('invitation', 'registration') or ${t.personId} is not null`,
    ),
  ],
);

export const sprints = pgTable(
  'sprints',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    challenge: text().notNull().default(''),
    language: text().notNull(),
    videoUrl: text(),
    template: text().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    timeZone: text().notNull().default('Europe/Amsterdam'),
    /** Where the last day was postponed to, and why; null while it is where it was planned. */
    lastDayOn: date({ mode: 'string' }),
    lastDayReason: text().notNull().default(''),
    deleteAfter: date({ mode: 'string' }).notNull(),
    /** Which questionnaires customers of the test get. */
    scoreKinds: text({ enum: scoreKinds })
      .array()
      .notNull()
      .default(sql`'{csat,nps}'::text[]`),
    /** Six characters, sealed (`store/door-keys.ts`); a new one replaces the old at once. */
    codeSealed: text('code').notNull(),
    /** Null in a row of an earlier version, whose code is bare until the server's next start. */
    codeHash: text().unique('sprints_code_hash_unique'),
    doorOpen: boolean().notNull().default(true),
    /** Version of the stage: raised in each transaction that changes authority. */
    version: bigint({ mode: 'number' }).notNull().default(1),
    /** The clock: length; running with a deadline, or paused with what was left, or neither. */
    clockDurationMs: integer().notNull().default(0),
    clockDeadlineAt: at(),
    clockRemainingMs: integer(),
    /** An example sprint with stand-ins, and when it goes; null for a sprint of people. */
    exampleUntil: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    check('sprints_language', sql`${t.language} in ('nl', 'en')`),
    check('sprints_template', sql`${t.template} in ('five-day', 'four-day')`),
    check('sprints_clock', sql`${t.clockDeadlineAt} is null or ${t.clockRemainingMs} is null`),
  ],
);

/** Links that carry a role. Sealed, not only hashed, because the facilitator shows them again and again. */
export const joinLinks = pgTable(
  'join_links',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    tokenSealed: text('token').notNull(),
    /** As a sprint's `codeHash`. */
    tokenHash: text().unique('join_links_token_hash_unique'),
    role: text().notNull(),
    decider: boolean().notNull().default(false),
    createdAt: at().notNull().defaultNow(),
    revokedAt: at(),
  },
  (t) => [check('join_links_role', sql`${t.role} in ('deelnemer', 'expert', 'waarnemer')`)],
);

export const members = pgTable(
  'members',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    personId: text().references(() => people.id, { onDelete: 'set null' }),
    name: text().notNull(),
    /** 1, 2, ... among living members of one sprint with the same name; shown from 2. */
    nameNumber: smallint().notNull().default(1),
    color: smallint().notNull().default(0),
    role: text().notNull(),
    decider: boolean().notNull().default(false),
    duties: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    participates: boolean().notNull().default(false),
    /** A stand-in of an example sprint: nobody signs in as them, the server acts in their place. */
    example: boolean().notNull().default(false),
    /** Phase key of which 'Klaar' was said; another key means not ready. */
    readyFor: text(),
    /** Late notes handed in for the wall of an open step; they go up at the end of its phase. */
    handedIn: jsonb().$type<{ stepId: StepId; noteIds: NoteId[] }>(),
    /** Since when the hand is up; null while it is down. */
    handRaisedAt: at(),
    joinedAt: at().notNull().defaultNow(),
    removedAt: at(),
    /** The seat was given up by its own member, not taken away. */
    leftByChoice: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('members_person')
      .on(t.sprintId, t.personId)
      .where(sql`${t.removedAt} is null`),
    uniqueIndex('members_name')
      .on(t.sprintId, sql`lower(${t.name})`, t.nameNumber)
      .where(sql`${t.removedAt} is null`),
    uniqueIndex('members_one_decider')
      .on(t.sprintId)
      .where(sql`${t.decider} and ${t.removedAt} is null`),
    unique('members_in_sprint').on(t.sprintId, t.id),
    check('members_role', sql`${t.role} in ('facilitator', 'deelnemer', 'expert', 'waarnemer')`),
  ],
);

/** A stand-in's mandate to decide, with its reason; at most one running per sprint. */
export const mandates = pgTable(
  'mandates',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    memberId: text()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    givenBy: text()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** Name of the Decider at that moment. */
    onBehalfOf: text().notNull(),
    reason: text().notNull(),
    givenAt: at().notNull(),
    endedAt: at(),
  },
  (t) => [
    uniqueIndex('mandates_one_running')
      .on(t.sprintId)
      .where(sql`${t.endedAt} is null`),
  ],
);

/** One shared board. Exercises with the same wall share one (see domain/exercises). */
export const boards = pgTable('boards', {
  id: text().primaryKey(),
  sprintId: text()
    .notNull()
    .references(() => sprints.id, { onDelete: 'cascade' }),
  wall: text().notNull(),
  /** What its document is; a board keeps the kind with which it was made. */
  kind: text({
    enum: [
      ...(['wall', 'map', 'lists', 'cards', 'storyboard', 'gallery'] as const),
      ...(['ladders', 'prototype', 'script', 'grid', 'decision'] as const),
    ],
  })
    .notNull()
    .default('wall'),
  /** Of a storyboard: who draws, and who asked to, longest waiting first. */
  penHolder: text().references((): AnyPgColumn => members.id, { onDelete: 'set null' }),
  penAskedBy: text().array().notNull().default([]),
  /** Read-only for everybody who does not facilitate. */
  locked: boolean().notNull().default(false),
  createdAt: at().notNull().defaultNow(),
});

export const steps = pgTable(
  'steps',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    day: smallint().notNull(),
    /** Fractional index (text order, collation C) within the sprint's day. */
    position: text().notNull(),
    exercise: text().notNull(),
    title: text(),
    minutes: integer().notNull(),
    status: text().notNull().default('planned'),
    phase: text(),
    /** Raised at each change of phase, so that a phase key never returns. */
    phaseCount: integer().notNull().default(0),
    choices: jsonb().$type<StepChoices>().notNull().default({}),
    boardId: text().references(() => boards.id, { onDelete: 'set null' }),
    /** A reveal counts down to this instant; null while none does. */
    revealAt: at(),
    admitsLate: boolean().notNull().default(false),
    /** What on its board it is the turn of; null before the first and after the last. */
    turn: text(),
    /** Participants get the whole set of board tools, not only what the step needs. */
    wideTools: boolean().notNull().default(false),
    openedAt: at(),
    closedAt: at(),
  },
  (t) => [
    index('steps_sprint').on(t.sprintId),
    uniqueIndex('steps_one_open')
      .on(t.sprintId)
      .where(sql`${t.status} = 'open'`),
    check('steps_status', sql`${t.status} in ('planned', 'open', 'done', 'skipped')`),
    check(
      'steps_phase',
      sql`${t.phase} is null or ${t.phase} in ('open', 'writing', 'reveal', 'grouping', 'voting', 'result', 'decision')`,
    ),
    check(
      'steps_reveal',
      sql`${t.revealAt} is null or (${t.status} = 'open' and ${t.phase} = 'writing')`,
    ),
    check('steps_minutes', sql`${t.minutes} between 1 and 480`),
    check('steps_day', sql`${t.day} between 0 and 5`),
  ],
);

/** A room: one Y.Doc. `id` is the room's own; its address carries the lineage. */
export const rooms = pgTable(
  'rooms',
  {
    id: text().primaryKey(),
    sprintId: text()
      .notNull()
      .references(() => sprints.id, { onDelete: 'cascade' }),
    boardId: text().references(() => boards.id, { onDelete: 'cascade' }),
    /** Owner of a private room. */
    memberId: text().references(() => members.id, { onDelete: 'cascade' }),
    /** What a private room is; null of a board, which says it itself. */
    kind: text({ enum: privateKinds }),
    lineage: text().notNull(),
    /** A command went on without it, because it could not be read; never so for a board. */
    skippedAt: at(),
    /** Its board or pile began anew in another room. Nobody comes in any more; what it held stays until the sprint goes. */
    retiredAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('rooms_board')
      .on(t.boardId)
      .where(sql`${t.retiredAt} is null`),
    uniqueIndex('rooms_member')
      .on(t.memberId, t.kind)
      .where(sql`${t.retiredAt} is null`),
    check('rooms_private_kind', sql`(${t.memberId} is null) = (${t.kind} is null)`),
    check('rooms_one_owner', sql`(${t.boardId} is null) <> (${t.memberId} is null)`),
  ],
);

/** The append log: V1 updates in order of commit; seq 1 is the seed. */
export const roomUpdates = pgTable(
  'room_updates',
  {
    roomId: text()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    seq: bigint({ mode: 'number' }).notNull(),
    update: bytes().notNull(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.seq] })],
);

/** Which member first used a Yjs clientID in a room. Kept from the first day: it cannot be filled in afterwards. */
export const roomClients = pgTable(
  'room_clients',
  {
    roomId: text()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    clientId: bigint({ mode: 'number' }).notNull(),
    /** Null: the server itself. */
    memberId: text().references(() => members.id, { onDelete: 'cascade' }),
    firstUsedAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.clientId] })],
);
