/**
 * Makes one example sprint in one transaction: a visitor who facilitates, four stand-ins, and a
 * Monday that was worked through until the middle. History is written as rows, because nobody was
 * there to give the commands; the tables' constraints hold for it as for any other.
 */
import type * as Y from 'yjs';
import { addPileNotes } from '#document/boards/pile';
import { server } from '#document/origins';
import { makeCode } from '#domain/sprint/code';
import { EXAMPLE_ID_PREFIX, EXAMPLE_LIVES_MS } from '#domain/sprint/example';
import { addDays, dateAt, instantOf } from '#domain/sprint/day-time';
import type { Exercise } from '#domain/exercises/exercise';
import { wallFor, exerciseOf } from '#domain/exercises/registry';
import { standingListsOf } from '#domain/lists/standing';
import { seedUpdate } from '#document/schema';
import type { DoorKeys } from '#server/store/door-keys';
import type { Clock } from '#server/clock';
import type { Database, Transaction } from '#server/db/database';
import { customers } from '#server/db/interview-tables';
import { boards, members, people, sprints, steps } from '#server/db/tables';
import {
  STAND_IN_PAPER,
  WRITTEN_WITH_EXPERTS,
  type ExampleCase,
  type Persona,
} from '#server/example/case';
import { makeFilledRoom } from '#server/example/fill-room';
import { writeVote } from '#server/example/morning-votes';
import {
  everybodyInAt,
  exampleSteps,
  mondayBefore,
  TIME_ZONE,
} from '#server/example/morning-times';
import { drawMorningMap, layTexts, tickAll } from '#server/example/morning-walls';
import type { Random } from '#server/random';
import { ensurePrivateRoom } from '#server/store/private-rooms';
import { codeColumns } from '#server/store/door-secrets';

const VISITOR_COLOR = 0;
/** When the five talks begin. */
const TALK_HOURS = [9, 10, 11, 12, 14] as const;

type Parts = { db: Database; clock: Clock; random: Random; doorKeys: DoorKeys };
type Made = {
  tx: Transaction;
  parts: Parts;
  story: ExampleCase;
  sprintId: string;
  startsOn: string;
};

/** @returns the id of the sprint. */
export async function createExample(
  parts: Parts,
  tx: Transaction,
  { story, visitor }: { story: ExampleCase; visitor: { personId: string; name: string } },
): Promise<string> {
  const now = parts.clock.now();
  const until = new Date(now.getTime() + EXAMPLE_LIVES_MS);
  const startsOn = mondayBefore(now);
  const sprintId = `${EXAMPLE_ID_PREFIX}${parts.random.newId()}`;
  const made: Made = { tx, parts, story, sprintId, startsOn };
  const agenda = exampleSteps({ startsOn, now });
  const open = agenda.find((step) => step.status === 'open');
  await tx.insert(sprints).values({
    ...{ id: sprintId, name: story.name, challenge: story.challenge, language: story.language },
    ...{ template: 'five-day', startsOn, timeZone: TIME_ZONE, exampleUntil: until },
    deleteAfter: dateAt(until.getTime(), TIME_ZONE),
    ...codeColumns(parts.doorKeys, sprintId, makeCode(parts.random.next)),
    clockDurationMs: (open?.minutes ?? 0) * 60_000,
    createdAt: now,
  });
  const writers = await writePeople(made, visitor);
  await writeAgenda(made, agenda, writers);
  await planCustomers(made);
  return sprintId;
}

/** Five who come and one in reserve; the last of the five has not confirmed yet. */
async function planCustomers({ tx, parts, story, sprintId, startsOn }: Made): Promise<void> {
  const names = story.testing.customers;
  const friday = addDays(startsOn, 4);
  const rows = names.map((name, at) => {
    const reserve = at === names.length - 1;
    const hour = TALK_HOURS[at];
    return {
      ...{ id: parts.random.newId(), sprintId, name, reserve, number: reserve ? 1 : at + 1 },
      slotAt: hour === undefined ? null : new Date(instantOf(friday, hour * 60, TIME_ZONE)),
      confirmedAt: at < 4 ? new Date(everybodyInAt(startsOn)) : null,
    };
  });
  await tx.insert(customers).values(rows);
}

type Writer = { memberId: string; persona: Persona };

async function writePeople(
  { tx, parts, story, sprintId, startsOn }: Made,
  visitor: { personId: string; name: string },
): Promise<Writer[]> {
  const { newId } = parts.random;
  const cameIn = everybodyInAt(startsOn);
  const me = {
    ...{ id: newId(), sprintId, role: 'facilitator', participates: true, color: VISITOR_COLOR },
    ...{ personId: visitor.personId, name: visitor.name, joinedAt: new Date(cameIn) },
  };
  await tx.insert(members).values(me);
  await ensurePrivateRoom(tx, me, { newId });
  const writers: Writer[] = [];
  for (const [index, persona] of story.standIns.entries()) {
    const { name, decider } = persona;
    const personId = newId();
    const memberId = newId();
    // A person without a session: nobody can sign in as them, and their commands pass the same rules.
    await tx.insert(people).values({ id: personId, name, language: story.language });
    await tx.insert(members).values({
      ...{ id: memberId, sprintId, personId, name, decider, role: 'deelnemer', example: true },
      color: VISITOR_COLOR + 1 + index,
      joinedAt: new Date(cameIn + (index + 1) * 60_000),
      // Visitors of that name are rare, and two of one name are told apart.
      nameNumber: name.toLowerCase() === visitor.name.toLowerCase() ? 2 : 1,
    });
    writers.push({ memberId, persona });
  }
  return writers;
}

async function writeAgenda(
  made: Made,
  agenda: ReturnType<typeof exampleSteps>,
  writers: readonly Writer[],
): Promise<void> {
  const { tx, parts, story, sprintId } = made;
  const { newId } = parts.random;
  const boardIds = new Map<string, string>();
  let expertsSoFar = 0;
  for (const planned of agenda) {
    const stepId = newId();
    const exercise = exerciseOf(planned.exercise);
    const wall = wallFor(exercise, stepId);
    const isFilled = planned.day > 0 || wall === 'voorkennis';
    const hasBoard = planned.status !== 'planned' && exercise.tool !== 'pause' && isFilled;
    if (hasBoard && !boardIds.has(wall)) {
      const boardId = newId();
      boardIds.set(wall, boardId);
      await tx.insert(boards).values({
        id: boardId,
        sprintId,
        wall,
        kind: exercise.kind,
        createdAt: planned.openedAt ?? undefined,
      });
      await hangWall(made, { exercise, boardId, writers });
    }
    const isExpert = planned.exercise === 'experts' && planned.status === 'done';
    const title = isExpert ? story.morning.experts[expertsSoFar++] : undefined;
    const boardId = hasBoard ? (boardIds.get(wall) ?? null) : null;
    await tx.insert(steps).values({ ...planned, id: stepId, sprintId, boardId, title });
    const vote = { doel: story.morning.goal, sprintvragen: story.morning.questions }[
      planned.exercise
    ];
    if (vote && boardId && planned.openedAt && planned.closedAt) {
      const decider = writers.find(({ persona }) => persona.decider);
      await writeVote(tx, {
        ...{ newId, sprintId, stepId, boardId, vote, db: parts.db, random: parts.random },
        exercise: planned.exercise,
        openedAt: planned.openedAt,
        closedAt: planned.closedAt,
        decider: { memberId: decider?.memberId ?? null, name: decider?.persona.name ?? '' },
      });
    }
  }
}

/** A wall with what is on it; of the votes' walls the vote itself lays the notes. */
async function hangWall(
  { tx, parts, story, sprintId }: Made,
  {
    exercise: { wall, kind },
    boardId,
    writers,
  }: { exercise: Exercise; boardId: string; writers: readonly Writer[] },
): Promise<void> {
  const { db, random } = parts;
  const { newId } = random;
  const owner = { kind, sprintId, boardId } as const;
  const { known, map } = story.morning;
  const hang = (fill: (doc: Y.Doc) => void, seed = seedUpdate(kind)) =>
    makeFilledRoom(tx, owner, { db, newId, seed, fill, read: () => null });
  if (wall === 'opening') await hang(tickAll, seedUpdate(kind, standingListsOf(wall)));
  if (wall === 'voorkennis') await hang((doc) => layTexts(doc, known, random));
  if (wall === 'kaart') await hang((doc) => drawMorningMap(doc, map));
  if (wall !== 'hmw') return;
  await hang(() => undefined);
  for (const { memberId, persona } of writers) {
    const texts = persona.hmw.slice(0, WRITTEN_WITH_EXPERTS);
    const createdAt = parts.clock.now().getTime();
    const pile = texts.map(({ text }) => {
      return { id: newId(), wall: boardId, text, color: STAND_IN_PAPER, createdAt };
    });
    await makeFilledRoom(
      tx,
      { kind: 'pile', sprintId, memberId },
      { db, newId, read: () => null, fill: (doc) => addPileNotes(doc, pile, server) },
    );
  }
}
