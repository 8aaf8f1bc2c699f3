/**
 * Opening and closing a step, as `open-step`, `next-step` and `close-step` do it. Closing while notes
 * are hidden reveals nothing: the piles stay private, and the same wall's next step finds them.
 */
import { eq } from 'drizzle-orm';
import { clearEmptyNotes } from '#document/boards/wall';
import { server } from '#document/origins';
import { seedUpdate, type BoardKind } from '#document/schema';
import { exerciseOf } from '#domain/exercises/registry';
import { standingListsOf } from '#domain/lists/standing';
import type { CommandKind } from '#domain/sprint/permissions';
import { effectOf } from '#domain/sprint/phase-machine';
import type { Phase } from '#domain/sprint/phases';
import { idleClock } from '#domain/sprint/timebox';
import { boardPlanFor, phaseOnOpening } from '#domain/sprint/walls';
import { writeClock } from './clock-columns';
import type { Doing } from '#server/commands/command';
import { layQuestionsOf } from '#server/commands/sketches/ask-question';
import { galleryWith, hangSketches } from '#server/commands/sketches/museum';
import { layHandedIn, roomsOfHandedIn } from '#server/commands/boards/handed-in';
import {
  layOnPrototype,
  prototypeRoom,
  prototypeWith,
  scriptWith,
  roomsOfMaking,
} from '#server/commands/boards/prototype-scenes';
import {
  answersQuestions,
  gridRoomOf,
  gridWith,
  laySprintQuestions,
  roomsOfQuestions,
} from '#server/commands/answers/lay-questions';
import { layStrokesUnderWay } from '#server/commands/boards/strokes-under-way';
import { layPickedRow, rowToLay, storyWith } from '#server/commands/boards/opening-row';
import {
  boardRoomId,
  closeRound,
  openRound,
  openRoundOf,
  undoRounds,
} from '#server/commands/votes/rounds';
import { boards, steps } from '#server/db/tables';
import { keepEnd } from '#server/history/take-snapshot';
import type { Authority, Step } from '#server/stage/authority';
import { ensurePrivateRooms } from '#server/store/private-rooms';
import { makeSeededRoom } from '#server/store/seeded-rooms';

/** Boards in order of making, which is what `latest` means to the rule. */
function boardPlan(authority: Authority, step: Step) {
  const inOrder = [...authority.boards].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  );
  return boardPlanFor(step, { steps: authority.steps, boards: inOrder });
}

/** A step that was put back on the agenda goes on where it was. */
function phaseToOpen(authority: Authority, step: Step): Phase {
  const { steps } = authority;
  const opening = { plan: boardPlan(authority, step), steps };
  return (step.phase as Phase | null) ?? phaseOnOpening(step, opening);
}

function opensRound(authority: Authority, step: Step): boolean {
  if (step.phase !== null) return false;
  const exercise = exerciseOf(step.exercise);
  return effectOf(exercise, null, phaseToOpen(authority, step)) === 'open-round';
}

/** It works in the museum, where what was handed in meanwhile is hung. */
function hangsSketches(step: Step): boolean {
  return exerciseOf(step.exercise).kind === 'gallery';
}

/** The board's room where the step opens in a vote, as candidates are frozen from it, or in the museum. */
export function roomsToOpen(authority: Authority, step: Step | undefined): string[] {
  if (!step || !(opensRound(authority, step) || hangsSketches(step))) return [];
  const plan = boardPlan(authority, step);
  const room = plan.kind === 'existing' ? boardRoomId(authority, plan.boardId) : undefined;
  return room === undefined ? [] : [room];
}

/**
 * A storyboard from before a row was picked, which is laid on it as it opens; or the prototype with the
 * boards that it begins with. Where they can be read: a step opens without.
 */
function roomsToLay(authority: Authority, step: Step | undefined): string[] {
  if (!step) return [];
  if (answersQuestions(step)) return roomsToAnswer(authority, step);
  const { kind } = exerciseOf(step.exercise);
  if (kind !== 'storyboard' && kind !== 'prototype' && kind !== 'script') return [];
  const plan = boardPlan(authority, step);
  if (plan.kind === 'new') return kind === 'storyboard' ? [] : roomsOfMaking(authority);
  if (plan.kind !== 'existing') return [];
  const made = prototypeRoom(authority, plan.boardId);
  if (made !== undefined) return [made, ...roomsOfMaking(authority)];
  if (kind !== 'storyboard' || !rowToLay(authority, plan.boardId)) return [];
  const room = boardRoomId(authority, plan.boardId);
  return room === undefined ? [] : [room];
}

/** The grid from before its questions are answered, and the wall on which they were asked. */
function roomsToAnswer(authority: Authority, step: Step): string[] {
  const plan = boardPlan(authority, step);
  const grid = plan.kind === 'existing' ? gridRoomOf(authority, plan.boardId) : undefined;
  return [...(grid === undefined ? [] : [grid]), ...roomsOfQuestions(authority)];
}

export async function openStep(doing: Doing<CommandKind>, step: Step): Promise<void> {
  const { tx, authority, newId, now } = doing;
  const sprintId = authority.sprint.id;
  const plan = boardPlan(authority, step);
  let boardId: string | null = plan.kind === 'existing' ? plan.boardId : null;
  if (plan.kind === 'new') {
    boardId = newId();
    const { kind } = exerciseOf(step.exercise);
    await tx
      .insert(boards)
      .values({ id: boardId, sprintId, wall: plan.wall, kind, createdAt: now });
    const seed = await seedOf(doing, { kind, boardId, exercise: step.exercise });
    await makeSeededRoom(tx, { kind, sprintId, boardId }, { newId, seed });
  } else if (boardId !== null && hangsSketches(step)) {
    const [roomId] = roomsToOpen(authority, step);
    if (roomId !== undefined) await hangSketches(doing, { boardId, doc: doing.doc(roomId) });
  } else if (boardId !== null && answersQuestions(step)) {
    const grid = gridRoomOf(authority, boardId);
    if (grid !== undefined && doing.holds(grid)) laySprintQuestions(doing.doc(grid), doing);
  } else if (boardId !== null) {
    const picked = rowToLay(authority, boardId);
    const [roomId] = roomsToLay(authority, step);
    const made = prototypeRoom(authority, boardId);
    if (made !== undefined && doing.holds(made)) {
      layOnPrototype(doing.doc(made), doing);
    } else if (picked && roomId !== undefined && doing.holds(roomId)) {
      layPickedRow(doing.doc(roomId), picked);
    }
  }
  await ensurePrivateRooms(tx, sprintId, { newId });
  await tx
    .update(steps)
    .set({
      status: 'open',
      phase: phaseToOpen(authority, step),
      phaseCount: step.phaseCount + 1,
      boardId,
      admitsLate: false,
      openedAt: now,
      closedAt: null,
    })
    .where(eq(steps.id, step.id));
  await writeClock(tx, sprintId, idleClock(step.minutes));
  if (opensRound(authority, step)) {
    await openRound(doing, { step, roomId: roomsToOpen(authority, step)[0] });
  }
}

/** What a board that is made for a step begins with. */
async function seedOf(
  doing: Doing<CommandKind>,
  { kind, boardId, exercise }: { kind: BoardKind; boardId: string; exercise: string },
): Promise<Uint8Array> {
  if (kind === 'gallery') return galleryWith(doing, boardId);
  if (kind === 'storyboard') return storyWith(doing.authority);
  if (kind === 'prototype') return prototypeWith(doing);
  if (kind === 'script') return scriptWith(doing);
  if (answersQuestions({ exercise })) return gridWith(doing);
  return seedUpdate(kind, standingListsOf(exercise));
}

/** The board's room of a step that is to be closed: how it is then is kept. */
export function roomsToClose(authority: Authority, step: Step | undefined): string[] {
  const room = boardRoomId(authority, step?.boardId ?? null);
  return room === undefined ? [] : [room];
}

/**
 * What a step that closes, or a phase that ends, wants to look at or work in where it can be read.
 * @param next the step that opens with it.
 */
export function roomsToEnd(authority: Authority, step: Step | undefined, next?: Step): string[] {
  const ends = [...roomsToClose(authority, step), ...roomsOfHandedIn(authority, step)];
  return [...new Set([...ends, ...roomsToLay(authority, next)])];
}

/** Keeps the board of a step that ends, or whose opening is undone. The command must keep the rooms of `roomsToClose`. */
export async function keepStepEnd(doing: Doing<CommandKind>, step: Step): Promise<void> {
  const [roomId] = roomsToClose(doing.authority, step);
  if (roomId === undefined || step.boardId === null || !doing.holds(roomId)) return;
  if (exerciseOf(step.exercise).kind === 'storyboard') layStrokesUnderWay(doing, roomId);
  const phase = step.phase as Phase | null;
  const { id: stepId, boardId } = step;
  await keepEnd(doing, { roomId, boardId, stepId, phase, reason: 'step' });
}

/**
 * Closes an open round first: its votes count, unless they are the Decider's own to lay down; late notes go up. The command must keep the rooms of `roomsToEnd`.
 * @param next the step that opens with it: on the same board people write on.
 */
export async function closeStep(
  doing: Doing<CommandKind>,
  step: Step,
  { next }: { next?: Step | undefined } = {},
): Promise<void> {
  const { tx, authority, now } = doing;
  const round = openRoundOf(authority, step.id);
  // Dots that the Decider did not lay down are nobody's to see.
  if (round?.way === 'binding') await undoRounds(tx, step.id, 'open');
  else if (round) await closeRound(doing, round);
  await layHandedIn(doing, step);
  await layQuestionsOf(doing, step);
  const [roomId] = roomsToClose(authority, step);
  const plan = next && boardPlan(authority, next);
  const goesOn = plan?.kind === 'existing' && plan.boardId === step.boardId;
  if (roomId !== undefined && !goesOn && doing.holds(roomId)) {
    clearEmptyNotes(doing.doc(roomId), server);
  }
  await keepStepEnd(doing, step);
  await tx
    .update(steps)
    .set({
      ...{ status: 'done', closedAt: now, phaseCount: step.phaseCount + 1 },
      ...{ admitsLate: false, revealAt: null },
    })
    .where(eq(steps.id, step.id));
  await writeClock(tx, authority.sprint.id, idleClock(0));
}
