/**
 * The reveal: the notes of all piles of one wall go up on the board, shuffled, with new ids and the
 * server's hand, and leave the piles, in one transaction with the phase. Repeated, it finds nothing.
 */
import { eq, inArray } from 'drizzle-orm';
import type { NoteToLay } from '#document/boards/lay-on-wall';
import { layOnBoard } from '#document/kinds/boards';
import { takeFromPile } from '#document/boards/pile';
import { authorsAreShown } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import type { NoteId } from '#domain/ids';
import { shownName } from '#domain/sprint/names';
import { nextPhase } from '#domain/sprint/phase-machine';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing, OwnAct, Scene } from '#server/commands/command';
import { boardRoomId } from '#server/commands/votes/rounds';
import { rooms, steps } from '#server/db/tables';
import { capture, keepEnd, keepMoment } from '#server/history/take-snapshot';
import { privateRoomOf, type Authority, type Member, type Step } from '#server/stage/authority';

/** The pile of everybody who may write notes, never a pad: the reveal goes on without one that cannot be read. */
export function pilesOfReveal(authority: Authority): string[] {
  return writersIn(authority).flatMap(({ id }) => privateRoomOf(authority, id, 'pile')?.id ?? []);
}

/** What lies in an observer's pile is for the grid of the test alone. */
function writersIn({ members }: Authority): Member[] {
  return members.filter(({ role }) => role !== 'waarnemer');
}

/** The open step whose reveal counts down, or has come to zero and waits to be carried out. */
export function countingStep({ steps: all }: Authority): (Step & { revealAt: Date }) | undefined {
  return all.find(
    (step): step is Step & { revealAt: Date } => step.status === 'open' && step.revealAt !== null,
  );
}

/**
 * Whether the notes find a place on the wall: asked before it counts down, as at zero a refusal would be
 * nobody's answer. The rooms of the reveal must be kept. Throws RefusedError `board-full`, `sprint-full`.
 */
export function rehearseReveal(
  { authority, newId, random, rehearse }: Doing<CommandKind>,
  step: Step,
): void {
  const roomId = boardRoomId(authority, step.boardId);
  rehearse(({ doc, holds, attempt }) => {
    if (roomId === undefined || !holds(roomId)) return;
    const members = writersIn(authority);
    layPiles({ authority, newId, random, doc, attempt }, { step, members });
  });
}

/** Lays the notes, keeps the moments and goes on to the next phase. The rooms of the reveal must be held. */
export async function reveal(scene: Scene, step: Step): Promise<void> {
  const roomId = boardRoomId(scene.authority, step.boardId);
  const { boardId } = step;
  if (roomId !== undefined && boardId !== null && scene.holds(roomId)) {
    const ended = { boardId, stepId: step.id, phase: 'writing' } as const;
    const before = capture(scene.doc(roomId));
    const { laid, skipped } = layPiles(scene, { step, members: writersIn(scene.authority) });
    await markSkipped(scene, skipped);
    // Only where something lay on the wall already does it matter how it was without the piles.
    if (laid > 0 && !before.isEmpty) {
      await keepMoment(scene, before, { ...ended, reason: 'reveal' });
    }
    await keepEnd(scene, { ...ended, roomId, reason: 'phase' });
  }
  await scene.tx
    .update(steps)
    .set({
      ...{ phase: nextPhase(exerciseOf(step.exercise), 'writing'), revealAt: null },
      ...{ phaseCount: step.phaseCount + 1, admitsLate: false },
    })
    .where(eq(steps.id, step.id));
}

/** Carries out the reveal that counted down to this instant; another one, or none, is left alone. */
export function revealOf({ id, revealAt }: Step & { revealAt: Date }): OwnAct {
  const stillCounts = (authority: Authority) => theSameCount(authority, { id, revealAt });
  return {
    rooms({ authority }) {
      const step = stillCounts(authority);
      return boardRoomOf(authority, step);
    },
    keeps: ({ authority }) => (stillCounts(authority) ? pilesOfReveal(authority) : []),
    isDue: ({ authority, now }) => stillCounts(authority) !== undefined && now >= revealAt,
    async do(scene) {
      const step = stillCounts(scene.authority);
      if (step) await reveal(scene, step);
    },
  };
}

/** Ends that countdown with nothing laid: writing goes on, and who begins it again is told why it is refused. */
export function callOffOf(counted: Step & { revealAt: Date }): OwnAct {
  return {
    rooms: () => [],
    keeps: () => [],
    isDue: ({ authority }) => theSameCount(authority, counted) !== undefined,
    async do({ tx }) {
      await tx.update(steps).set({ revealAt: null }).where(eq(steps.id, counted.id));
    },
  };
}

function theSameCount(
  authority: Authority,
  { id, revealAt }: { id: string; revealAt: Date },
): Step | undefined {
  const step = countingStep(authority);
  return step?.id === id && step.revealAt.getTime() === revealAt.getTime() ? step : undefined;
}

function boardRoomOf(authority: Authority, step: Step | undefined): string[] {
  const room = boardRoomId(authority, step?.boardId ?? null);
  return room === undefined ? [] : [room];
}

/** `skipped`: rooms of piles that could not be read or emptied; they stay as they are. */
export type Laid = { readonly laid: number; readonly skipped: readonly string[] };

/** Moves notes of a wall from the piles of these members to its board. */
export function layPiles(
  {
    doc,
    attempt,
    newId,
    random,
    authority,
  }: Pick<Scene, 'doc' | 'attempt' | 'newId' | 'random' | 'authority'>,
  {
    step,
    members,
    only,
  }: {
    step: Step;
    members: readonly Member[];
    /** Which of a member's notes; all when left out. */
    only?: (member: Member) => readonly NoteId[];
  },
): Laid {
  const { boardId } = step;
  const boardRoom = boardRoomId(authority, boardId);
  if (boardRoom === undefined || boardId === null) return { laid: 0, skipped: [] };
  const named = authorsAreShown(exerciseOf(step.exercise), step.choices);
  const notes: NoteToLay[] = [];
  const skipped: string[] = [];
  for (const member of members) {
    const pile = privateRoomOf(authority, member.id, 'pile');
    if (!pile) continue;
    const taken = attempt(pile.id, (own) => takeFromPile(own, boardId, only?.(member)));
    if (!taken) skipped.push(pile.id);
    for (const { text, color, about } of taken?.value ?? []) {
      const author = named ? { author: shownName(member), by: member.id } : {};
      notes.push({ text, color, ...author, ...(about !== undefined && { about }) });
    }
  }
  if (notes.length > 0) layOnBoard(doc(boardRoom), notes, { newId, random });
  return { laid: notes.length, skipped };
}

/** The facilitator is told of them until each was made anew. */
export async function markSkipped(
  { tx, now }: Pick<Scene, 'tx' | 'now'>,
  roomIds: readonly string[],
): Promise<void> {
  if (roomIds.length === 0) return;
  await tx
    .update(rooms)
    .set({ skippedAt: now })
    .where(inArray(rooms.id, [...roomIds]));
}
