/**
 * Who may do what in a room, from authority alone: a pure function asked at the door, again after
 * each change of authority, and by the stage so that a button and the room say the same.
 */
import type { Writer } from '#document/holds';
import { authorEditsAlone, authorsAreShown } from '#domain/exercises/choices';
import { mayRead } from '#domain/exercises/readers';
import { exerciseOf } from '#domain/exercises/registry';
import { shownName } from '#domain/sprint/names';
import { boardIsWritable, cursorsAreHidden, type Phase } from '#domain/sprint/phases';
import { decides, writes } from '#domain/sprint/roles';
import { closeCodes } from '#protocol/close-codes';
import type { Access } from '#server/rooms/rooms';
import type { Authority, Member, RoomRow, Step } from '#server/stage/authority';
import { penOn } from '#server/stage/pens';

/**
 * @param member the living member who asks, or undefined for anybody else.
 * @returns a private room to its owner only, always for writing. A board to every member: for
 * writing while the open step that uses it is in a phase in which the board is worked on and the
 * board is not locked, to who writes, bound by the locks on it (on a storyboard everybody by its pen); a facilitator writes in every phase
 * but the silent vote, on boards of steps that are not open, and whatever is locked.
 */
export function accessTo(
  room: Pick<RoomRow, 'boardId' | 'memberId'>,
  member: Member | undefined,
  authority: Authority,
): Access {
  const access = accessByStep(room, member, authority);
  const pen = penOn(authority, room.boardId);
  if (access.kind !== 'write' || !member || !pen) return access;
  const settles = decides(member) || member.role === 'facilitator';
  return { ...access, pen: { draws: pen.holder === member.id, settles } };
}

function accessByStep(
  room: Pick<RoomRow, 'boardId' | 'memberId'>,
  member: Member | undefined,
  authority: Authority,
): Access {
  if (!member) return { kind: 'refuse', closeCode: closeCodes.notAMember };
  if (room.memberId !== null) {
    return room.memberId === member.id
      ? { kind: 'write', cursorsHidden: false }
      : { kind: 'refuse', closeCode: closeCodes.notAMember };
  }
  if (room.boardId !== null && !mayReadBoard(member, room.boardId, authority)) {
    return { kind: 'refuse', closeCode: closeCodes.notAMember };
  }
  const open = openStepOn(room, authority);
  if (!open && liesBeside(room, authority)) return accessBeside(room, member, authority);
  const phase = (open?.phase as Phase | null | undefined) ?? null;
  // In a museum a cursor would tell who stands at which sketch, and who hangs about their own.
  const cursorsHidden = isMuseum(room, authority) || (phase !== null && cursorsAreHidden(phase));
  const isFacilitator = member.role === 'facilitator';
  const isReadOnly = isLocked(room, authority) || drawnByOne(open);
  if (!writesOn(member, phase) || (isReadOnly && !isFacilitator)) {
    return { kind: 'read', cursorsHidden };
  }
  if (isFacilitator) return { kind: 'write', cursorsHidden };
  return { kind: 'write', cursorsHidden, writer: writerOn(member, open) };
}

/** The rule of `readers.ts`, asked of a board of this sprint. */
export function mayReadBoard(
  member: Pick<Member, 'role'>,
  boardId: string,
  authority: Pick<Authority, 'boards' | 'steps'>,
): boolean {
  const board = authority.boards.find(({ id }) => id === boardId);
  const open = authority.steps.find(({ status }) => status === 'open');
  const lies = open && board && (exerciseOf(open.exercise).beside ?? []).includes(board.wall);
  const worksOn = open !== undefined && (open.boardId === boardId || lies === true);
  return mayRead(member, { wall: board?.wall ?? '', open: worksOn ? open.exercise : null });
}

/** It lies beside the board of the open step, which names it. */
function liesBeside(room: Pick<RoomRow, 'boardId'>, authority: Authority): boolean {
  const open = authority.steps.find((step) => step.status === 'open');
  const board = authority.boards.find(({ id }) => id === room.boardId);
  const beside = (open && exerciseOf(open.exercise).beside) ?? [];
  return board !== undefined && beside.includes(board.wall);
}

/** Everybody who writes corrects it, in the open: what is hidden of that step lies elsewhere. */
function accessBeside(
  room: Pick<RoomRow, 'boardId'>,
  member: Member,
  authority: Authority,
): Access {
  if (member.role === 'facilitator') return { kind: 'write', cursorsHidden: false };
  if (!writes(member) || isLocked(room, authority)) return { kind: 'read', cursorsHidden: false };
  return { kind: 'write', cursorsHidden: false, writer: writerOn(member, undefined) };
}

function isMuseum({ boardId }: Pick<RoomRow, 'boardId'>, { boards }: Authority): boolean {
  return boards.some(({ id, kind }) => id === boardId && kind === 'gallery');
}

function isLocked({ boardId }: Pick<RoomRow, 'boardId'>, { boards }: Authority): boolean {
  return boards.some(({ id, locked }) => id === boardId && locked);
}

/** The facilitator chose to draw alone while the others look and talk. */
function drawnByOne(step: Step | undefined): boolean {
  return step !== undefined && step.phase === 'open' && step.choices.facilitatorDraws === true;
}

/** Several steps may share a board; at most one of them is open. */
function openStepOn(room: Pick<RoomRow, 'boardId'>, authority: Authority): Step | undefined {
  return authority.steps.find(
    (step) => step.status === 'open' && step.boardId !== null && step.boardId === room.boardId,
  );
}

function writerOn(member: Member, step: Step | undefined): Writer {
  const exercise = step && exerciseOf(step.exercise);
  return {
    memberId: member.id,
    name: shownName(member),
    authorsShown: exercise !== undefined && authorsAreShown(exercise, step?.choices),
    authorEdits: exercise !== undefined && authorEditsAlone(exercise, step?.choices),
  };
}

function writesOn(member: Member, phase: Phase | null): boolean {
  if (member.role === 'facilitator') return phase !== 'voting';
  return phase !== null && boardIsWritable(phase) && writes(member);
}
