/**
 * Who may do what in a room, from authority alone: a pure function asked at the door, again after
 * each change of authority, and by the stage so that a button and the room say the same.
 */
import type { Writer } from '#document/holds';
import { authorEditsAlone, authorsAreShown } from '#domain/exercises/choices';
import { exerciseOf } from '#domain/exercises/registry';
import { shownName } from '#domain/sprint/names';
import { boardIsWritable, cursorsAreHidden, type Phase } from '#domain/sprint/phases';
import { writes } from '#domain/sprint/roles';
import { closeCodes } from '#protocol/close-codes';
import type { Access } from '#server/rooms/rooms';
import type { Authority, Member, RoomRow, Step } from '#server/stage/authority';

/**
 * @param member the living member who asks, or undefined for anybody else.
 * @returns a private room to its owner only, always for writing. A board to every member: for
 * writing while the open step that uses it is in a phase in which the board is worked on and the
 * board is not locked, to who writes, bound by the locks on it; a facilitator writes in every phase
 * but the silent vote, on boards of steps that are not open, and whatever is locked.
 */
export function accessTo(
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
  const phase = (open?.phase as Phase | null | undefined) ?? null;
  const cursorsHidden = phase !== null && cursorsAreHidden(phase);
  const isFacilitator = member.role === 'facilitator';
  const isLocked = authority.boards.some(({ id, locked }) => id === room.boardId && locked);
  if (!writesOn(member, phase) || (isLocked && !isFacilitator)) {
    return { kind: 'read', cursorsHidden };
  }
  if (isFacilitator) return { kind: 'write', cursorsHidden };
  return { kind: 'write', cursorsHidden, writer: writerOn(member, open) };
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
