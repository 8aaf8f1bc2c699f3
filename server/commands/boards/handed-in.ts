/**
 * The end of a phase for late notes: what was handed in while the facilitator admitted it goes up on
 * the wall, of all writers together and shuffled, in the transaction of the command that ends the
 * phase. What may not go up stays in its writer's pile; whatever happens nobody has handed in after it.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { CommandKind } from '#domain/sprint/permissions';
import { boardIsWritable, type Phase } from '#domain/sprint/phases';
import type { Doing } from '#server/commands/command';
import { layPiles } from './reveal';
import { boardRoomId } from '#server/commands/votes/rounds';
import { members } from '#server/db/tables';
import { privateRoomOf, type Authority, type Member, type Step } from '#server/stage/authority';

/** Whose notes go up: on a locked board a facilitator's only. */
function writersOf(authority: Authority, step: Step): Member[] {
  if (!step.admitsLate || !boardIsWritable(step.phase as Phase)) return [];
  const isLocked = authority.boards.some(({ id, locked }) => id === step.boardId && locked);
  return authority.members.filter(
    ({ handedIn, role }) => handedIn?.stepId === step.id && (!isLocked || role === 'facilitator'),
  );
}

/** The piles that the end of this phase takes from; the board's own room is held anyway. */
export function roomsOfHandedIn(authority: Authority, step: Step | undefined): string[] {
  if (!step) return [];
  const writers = new Set(writersOf(authority, step).map((member) => member.id));
  return authority.rooms.flatMap(({ id, memberId, kind }) =>
    memberId !== null && kind === 'pile' && writers.has(memberId) ? [id] : [],
  );
}

/** The command must keep the board's room and the rooms of `roomsOfHandedIn`. */
export async function layHandedIn(doing: Doing<CommandKind>, step: Step): Promise<void> {
  const { tx, authority } = doing;
  const board = boardRoomId(authority, step.boardId);
  if (board !== undefined && doing.holds(board)) {
    const readable = (member: Member): boolean => {
      const pile = privateRoomOf(authority, member.id, 'pile');
      return pile !== undefined && doing.holds(pile.id);
    };
    layPiles(doing, {
      step,
      members: writersOf(authority, step).filter(readable),
      only: (member) => member.handedIn?.noteIds ?? [],
    });
  }
  await tx
    .update(members)
    .set({ handedIn: null })
    .where(and(eq(members.sprintId, authority.sprint.id), isNotNull(members.handedIn)));
}
