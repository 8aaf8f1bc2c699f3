/**
 * Who may do what in a room, from authority alone: a pure function asked at the door, again after
 * each change of authority, and by the stage so that a button and the room say the same.
 */
import type { Writer } from '#document/holds';
import { authorEditsAlone, authorsAreShown } from '#domain/exercises/choices';
import { boardRight, mayRead, type BoardNow } from '#domain/exercises/board-right';
import { exerciseOf } from '#domain/exercises/registry';
import { shownName } from '#domain/sprint/names';
import { cursorsAreHidden, type Phase } from '#domain/sprint/phases';
import { decides } from '#domain/sprint/roles';
import { closeCodes } from '#protocol/close-codes';
import type { Access } from '#server/rooms/rooms';
import type { Authority, Member, RoomRow, Step } from '#server/stage/authority';
import { penOn } from '#server/stage/pens';

/**
 * @param member the living member who asks, or undefined for anybody else.
 * @returns a private room to its owner only, always for writing. A board to every member: for
 * writing while the open step that uses it is in a phase in which the board is worked on and the
 * board is not locked, to who writes, bound by the locks on it (on a storyboard everybody by its pen, on a prototype by whose its scenes are); a facilitator writes in every phase
 * but the silent vote, on boards of steps that are not open, and whatever is locked.
 */
export function accessTo(
  room: Pick<RoomRow, 'boardId' | 'memberId'>,
  member: Member | undefined,
  authority: Authority,
): Access {
  const access = accessByStep(room, member, authority);
  if (access.kind !== 'write' || !member) return access;
  const board = authority.boards.find(({ id }) => id === room.boardId);
  if (board?.kind === 'prototype') return { ...access, makerId: member.id };
  const pen = penOn(authority, room.boardId);
  if (!pen) return access;
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
  const open = openStepOn(room, authority);
  const interviewing = isInterviewing(member, authority);
  const right = boardRight({ ...member, interviewing }, boardNow(room, open, authority));
  if (right === 'none') return { kind: 'refuse', closeCode: closeCodes.notAMember };
  const cursorsHidden = hidesCursors(room, open, authority);
  if (right === 'read') return { kind: 'read', cursorsHidden };
  if (member.role === 'facilitator') return { kind: 'write', cursorsHidden };
  return { kind: 'write', cursorsHidden, writer: writerOn(member, open) };
}

function boardNow(
  room: Pick<RoomRow, 'boardId'>,
  worksOn: Step | undefined,
  authority: Authority,
): BoardNow {
  const board = authority.boards.find(({ id }) => id === room.boardId);
  const open = worksOn ?? stepBeside(board, authority);
  return {
    wall: board?.wall ?? '',
    locked: board?.locked ?? false,
    open: open
      ? {
          exercise: open.exercise,
          phase: open.phase as Phase | null,
          beside: open !== worksOn,
          facilitatorDraws: open.choices.facilitatorDraws === true,
        }
      : null,
  };
}

/** In a museum a cursor would tell who stands at which sketch, and who hangs about their own. */
function hidesCursors(
  room: Pick<RoomRow, 'boardId'>,
  open: Step | undefined,
  { boards }: Authority,
): boolean {
  if (boards.some(({ id, kind }) => id === room.boardId && kind === 'gallery')) return true;
  const phase = (open?.phase as Phase | null | undefined) ?? null;
  return phase !== null && cursorsAreHidden(phase);
}

/** Whether they talk with a customer now. */
function isInterviewing(
  { id }: Pick<Member, 'id'>,
  { customers }: Pick<Authority, 'customers'>,
): boolean {
  return customers.some(({ state, interviewerId }) => state === 'running' && interviewerId === id);
}

/** Whether they may read it, asked of a board of this sprint. */
export function mayReadBoard(
  member: Pick<Member, 'id' | 'role'>,
  boardId: string,
  authority: Pick<Authority, 'boards' | 'steps' | 'customers'>,
): boolean {
  const board = authority.boards.find(({ id }) => id === boardId);
  const open = openStepOn({ boardId }, authority) ?? stepBeside(board, authority);
  const interviewing = isInterviewing(member, authority);
  const { role } = member;
  return mayRead({ role, interviewing }, { wall: board?.wall ?? '', open: open?.exercise ?? null });
}

/** The open step that names this board as one that lies beside its own. */
function stepBeside(
  board: { readonly wall: string } | undefined,
  { steps }: Pick<Authority, 'steps'>,
): Step | undefined {
  const open = steps.find(({ status }) => status === 'open');
  const beside = (open && exerciseOf(open.exercise).beside) ?? [];
  return board && beside.includes(board.wall) ? open : undefined;
}

/** Several steps may share a board; at most one of them is open. */
function openStepOn(
  room: Pick<RoomRow, 'boardId'>,
  authority: Pick<Authority, 'steps'>,
): Step | undefined {
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
