/** The writer lays own late notes on the wall, where the facilitator admits them. */
import { RefusedError, refused } from '#domain/refusal';
import { mayLayLateNotes, type LateMoment } from '#domain/sprint/late-notes';
import { layPiles } from '#server/commands/reveal';
import { boardRoomId } from '#server/commands/rounds';
import { requireStep, stepById } from '#server/commands/steps';
import type { Handler } from '#server/commands/command';

export const layLateNotes: Handler<'lay-late-notes'> = {
  rooms({ authority, me, command }) {
    const board = boardRoomId(authority, stepById(authority, command.stepId)?.boardId ?? null);
    const pile = authority.rooms.find((room) => room.memberId === me.id)?.id;
    return board !== undefined && pile !== undefined ? [board, pile] : [];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    const isLocked = authority.boards.some(({ id, locked }) => id === step.boardId && locked);
    if (isLocked && me.role !== 'facilitator') return refused('board-locked');
    // How many of them are in the pile is seen in `do`, where the pile is held.
    const lateNotes = command.noteIds.length;
    return mayLayLateNotes({ step: step as LateMoment['step'], lateNotes });
  },
  // do
  async do(doing) {
    const { authority, me, command } = doing;
    const step = requireStep(authority, command.stepId);
    const laid = layPiles(doing, { step, members: [me], noteIds: command.noteIds });
    if (laid === 0) throw new RefusedError('no-late-notes');
    return { laid };
  },
};
