/**
 * Reads the Authority of one sprint. Inside a command's transaction (under the sprint's lock) it is
 * what the rules see; outside, it fills the cache in `authorities.ts`. Writes nothing.
 */
import { and, asc, count, eq, getTableColumns, inArray, isNull, ne, or } from 'drizzle-orm';
import type { SprintId } from '#domain/ids';
import { orderAgenda } from '#domain/sprint/agenda';
import type { Duty, Role } from '#domain/sprint/roles';
import type { Database, Transaction } from '#server/db/database';
import { facilitatorNotes } from '#server/db/facilitation-tables';
import {
  candidates,
  decisions,
  dots,
  heatPlaces,
  isItsSpot,
  rounds,
  spots,
} from '#server/db/ballot-tables';
import {
  boards,
  joinLinks,
  mandates,
  members,
  people,
  rooms,
  sprints,
  steps,
} from '#server/db/tables';
import { askings, customerAnswers, customerLinks } from '#server/db/asking-tables';
import { customers, taskResultRows } from '#server/db/interview-tables';
import { sketches, takenAlong, waitingQuestions } from '#server/db/sketch-tables';
import type { Authority, Dot, DotRow, Member } from '#server/stage/authority';

const spotPlace = { x: spots.x, y: spots.y };

function withPlace({
  dot,
  x,
  y,
}: {
  dot: DotRow | null;
  x: number | null;
  y: number | null;
}): Dot[] {
  if (!dot) return [];
  return [{ ...dot, place: x === null || y === null ? null : { x, y } }];
}

/** What is on a sketch is read where it is hung, and nowhere else. */
const { content: _content, ...sketchColumns } = getTableColumns(sketches);

/**
 * Read for the cache, from one moment: rows of before and after a command never stand side by side (a round
 * that is closed with figures that are not there yet). @returns null when the sprint does not exist.
 */
export function readAuthority(db: Database, sprintId: SprintId): Promise<Authority | null> {
  return db.transaction((tx) => loadAuthority(tx, sprintId), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

/**
 * The dots of the rounds that are open, with the version of the sprint at that same moment: with the version
 * of a whole reading they belong to it. @returns version null when the sprint does not exist.
 */
export async function readOpenDots(
  db: Database,
  sprintId: SprintId,
): Promise<{ version: number | null; dots: Authority['dots'] }> {
  const rows = await db
    .select({ version: sprints.version, dot: dots, ...spotPlace })
    .from(sprints)
    .leftJoin(rounds, and(eq(rounds.sprintId, sprints.id), eq(rounds.status, 'open')))
    .leftJoin(dots, eq(dots.roundId, rounds.id))
    .leftJoin(spots, isItsSpot)
    .where(eq(sprints.id, sprintId))
    .orderBy(asc(dots.roundId), asc(dots.memberId), asc(dots.dotNo));
  return { version: rows[0]?.version ?? null, dots: rows.flatMap(withPlace) };
}

/**
 * For a transaction that holds the sprint, or where a reading that is torn by a command does no harm.
 * @returns null when the sprint does not exist.
 */
export async function loadAuthority(
  db: Database | Transaction,
  sprintId: SprintId,
): Promise<Authority | null> {
  const livingRounds = db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.sprintId, sprintId), ne(rounds.status, 'undone')));
  const ofSprint = db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.sprintId, sprintId));
  const [
    sprintRows,
    memberRows,
    stepRows,
    boardRows,
    roomRows,
    roundRows,
    undoneRows,
    candidateRows,
    dotRows,
    heatRows,
    decisionRows,
    mandateRows,
    linkRows,
    noteRows,
    sketchRows,
    questionRows,
    takenRows,
    customerRows,
    resultRows,
    askingRows,
    answerRows,
    customerLinkRows,
  ] = await Promise.all([
    db.select().from(sprints).where(eq(sprints.id, sprintId)),
    db
      .select({ member: members, email: people.email })
      .from(members)
      .leftJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.sprintId, sprintId), isNull(members.removedAt)))
      .orderBy(asc(members.joinedAt), asc(members.id)),
    db.select().from(steps).where(eq(steps.sprintId, sprintId)),
    db.select().from(boards).where(eq(boards.sprintId, sprintId)),
    db
      .select({ room: rooms })
      .from(rooms)
      .leftJoin(members, eq(members.id, rooms.memberId))
      .where(
        and(
          eq(rooms.sprintId, sprintId),
          isNull(rooms.retiredAt),
          or(isNull(rooms.memberId), isNull(members.removedAt)),
        ),
      ),
    db
      .select()
      .from(rounds)
      .where(and(eq(rounds.sprintId, sprintId), ne(rounds.status, 'undone')))
      .orderBy(asc(rounds.openedAt), asc(rounds.id)),
    db
      .select({ stepId: rounds.stepId, number: count() })
      .from(rounds)
      .where(and(eq(rounds.sprintId, sprintId), eq(rounds.status, 'undone')))
      .groupBy(rounds.stepId),
    db
      .select()
      .from(candidates)
      .where(inArray(candidates.roundId, livingRounds))
      .orderBy(asc(candidates.roundId), asc(candidates.position)),
    db
      .select({ dot: dots, ...spotPlace })
      .from(dots)
      .leftJoin(spots, isItsSpot)
      .where(inArray(dots.roundId, livingRounds))
      .orderBy(asc(dots.roundId), asc(dots.memberId), asc(dots.dotNo)),
    db
      .select()
      .from(heatPlaces)
      .where(inArray(heatPlaces.roundId, livingRounds))
      .orderBy(asc(heatPlaces.roundId), asc(heatPlaces.position)),
    db
      .select({ decision: decisions, mandateGivenAt: mandates.givenAt })
      .from(decisions)
      .leftJoin(mandates, eq(mandates.id, decisions.mandateId))
      .where(and(eq(decisions.sprintId, sprintId), isNull(decisions.withdrawnAt)))
      .orderBy(asc(decisions.decidedAt), asc(decisions.id)),
    db
      .select()
      .from(mandates)
      .where(and(eq(mandates.sprintId, sprintId), isNull(mandates.endedAt))),
    db
      .select()
      .from(joinLinks)
      .where(and(eq(joinLinks.sprintId, sprintId), isNull(joinLinks.revokedAt)))
      .orderBy(asc(joinLinks.createdAt), asc(joinLinks.id)),
    db.select().from(facilitatorNotes).where(eq(facilitatorNotes.sprintId, sprintId)),
    db
      .select({
        sketch: sketchColumns,
        maker: { name: members.name, nameNumber: members.nameNumber },
      })
      .from(sketches)
      .leftJoin(members, eq(members.id, sketches.memberId))
      .where(eq(sketches.sprintId, sprintId))
      .orderBy(asc(sketches.id)),
    db
      .select()
      .from(waitingQuestions)
      .where(eq(waitingQuestions.sprintId, sprintId))
      .orderBy(asc(waitingQuestions.id)),
    db.select().from(takenAlong).where(eq(takenAlong.sprintId, sprintId)),
    db
      .select()
      .from(customers)
      .where(eq(customers.sprintId, sprintId))
      .orderBy(asc(customers.reserve), asc(customers.number)),
    db
      .select({ result: taskResultRows })
      .from(taskResultRows)
      .innerJoin(customers, eq(customers.id, taskResultRows.customerId))
      .where(eq(customers.sprintId, sprintId))
      .orderBy(asc(taskResultRows.customerId), asc(taskResultRows.row)),
    db.select().from(askings).where(inArray(askings.customerId, ofSprint)),
    db
      .select()
      .from(customerAnswers)
      .where(inArray(customerAnswers.customerId, ofSprint))
      .orderBy(
        ...[asc(customerAnswers.customerId), asc(customerAnswers.kind), asc(customerAnswers.item)],
      ),
    db.select().from(customerLinks).where(inArray(customerLinks.customerId, ofSprint)),
  ]);
  const sprint = sprintRows[0];
  if (!sprint) return null;
  const mandate = mandateRows[0] ?? null;
  return {
    sprint,
    members: memberRows.map(({ member, email }): Member => ({
      ...member,
      role: member.role as Role,
      duties: member.duties as Duty[],
      standIn: mandate?.memberId === member.id,
      hasAccount: email !== null,
    })),
    steps: orderAgenda(stepRows),
    boards: boardRows,
    rooms: roomRows.map((row) => row.room),
    rounds: roundRows,
    undoneRounds: Object.fromEntries(undoneRows.map((row) => [row.stepId, row.number])),
    candidates: candidateRows,
    dots: dotRows.flatMap(withPlace),
    heatPlaces: heatRows,
    toldHeat: new Map(),
    decisions: decisionRows.map(({ decision, mandateGivenAt }) => ({
      ...decision,
      mandateGivenAt,
    })),
    mandate,
    joinLinks: linkRows,
    door: null,
    facilitatorNotes: noteRows,
    sketches: sketchRows.map(({ sketch, maker }) => ({ ...sketch, maker })),
    waitingQuestions: questionRows,
    takenAlong: takenRows,
    customers: customerRows,
    taskResults: resultRows.map(({ result }) => result),
    askings: askingRows,
    customerAnswers: answerRows,
    customerLinks: customerLinkRows,
  };
}
