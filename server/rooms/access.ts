/**
 * Who may do what in a room, from authority alone: a pure function asked at the door, again after
 * each change of authority, and by the stage so that a button and the room say the same.
 */
import { boardIsWritable, cursorsAreHidden, type Phase } from '#domain/sprint/phases';
import { writes } from '#domain/sprint/roles';
import { closeCodes } from '#protocol/close-codes';
import type { Access } from '#server/rooms/rooms';
import type { Authority, Member, RoomRow } from '#server/stage/authority';

/**
 * @param member the living member who asks, or undefined for anybody else.
 * @returns a private room to its owner only, always for writing. A board to every member: for
 * writing while the open step that uses it is in a phase in which the board is worked on, to who
 * writes; a facilitator writes in every phase but the silent vote, and on boards of steps that are
 * not open.
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
  const phase = phaseOnBoard(room, authority);
  return {
    kind: writesOn(member, phase) ? 'write' : 'read',
    cursorsHidden: phase !== null && cursorsAreHidden(phase),
  };
}

/** Several steps may share a board; at most one of them is open. */
function phaseOnBoard(room: Pick<RoomRow, 'boardId'>, authority: Authority): Phase | null {
  const open = authority.steps.find(
    (step) => step.status === 'open' && step.boardId !== null && step.boardId === room.boardId,
  );
  return (open?.phase as Phase | null | undefined) ?? null;
}

function writesOn(member: Member, phase: Phase | null): boolean {
  if (member.role === 'facilitator') return phase !== 'voting';
  return phase !== null && boardIsWritable(phase) && writes(member);
}
