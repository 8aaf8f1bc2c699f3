/** Brings everybody's view of a board to where the facilitator looks. Passes by: nothing is stored. */
import { allowed, refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import type { Handler } from '#server/commands/command';

export const bringHere: Handler<'bring-here'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const board = authority.boards.find((one) => one.id === command.boardId);
    return board ? allowed : refused('no-such-board');
  },
  // do
  async do({ authority, command, me, signal }) {
    const { boardId, view } = command;
    signal({
      ...{ kind: 'say', sprintId: authority.sprint.id, memberId: null },
      message: { kind: 'come', by: shownName(me), boardId, view },
    });
    return null;
  },
};
