/** Opens what was signed for a change, with the reason that the next signature will carry; or calls that off. The signed version stays. */
import { changeSigned } from '#document/kinds/ladders/operations';
import { plainLadders } from '#document/kinds/ladders/plain';
import { server } from '#document/origins';
import { RefusedError } from '#domain/refusal';
import type { Handler } from '#server/commands/command';
import { mayWorkOnSet } from '#server/commands/beloften/sign-beloften';
import { boardRoomId } from '#server/commands/votes/rounds';

export const changeBelofte: Handler<'change-belofte'> = {
  rooms({ authority, command }) {
    const room = boardRoomId(authority, command.boardId);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayWorkOnSet(authority, command.boardId),
  // do
  do({ authority, command, doc }) {
    const roomId = boardRoomId(authority, command.boardId);
    if (roomId === undefined) throw new Error('a board that was ruled upon has no room');
    const board = doc(roomId);
    const belofte = plainLadders(board).beloften.find(({ id }) => id === command.belofteId);
    if (!belofte) throw new RefusedError('no-such-belofte');
    if (belofte.decided.version === 0) throw new RefusedError('nothing-signed');
    changeSigned(board, belofte.id, command.reason.trim(), server);
    return Promise.resolve(null);
  },
};
