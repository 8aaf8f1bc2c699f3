/**
 * Which rooms a command holds: those that it works in, and those without which it goes on when they
 * cannot be read (of which it only keeps how they are, or that belong to one person alone).
 */
import type { PrivateKind } from '#domain/exercises/exercise';
import type { RefusalCode } from '#domain/refusal';
import type { UnreadableRoomError } from '#server/rooms/rooms';
import type { Authority } from '#server/stage/authority';

/** What a command, or an act of the server itself, says of rooms, by what it is asked. */
type Wish<A> = {
  rooms?(asked: A): readonly string[];
  keeps?(asked: A): readonly string[];
};

export type WantedRooms = {
  readonly all: readonly string[];
  readonly optional: readonly string[];
};

export function roomsToHold<A>(wish: Wish<A>, asked: A): WantedRooms {
  const needed = new Set(wish.rooms?.(asked));
  const optional = (wish.keeps?.(asked) ?? []).filter((roomId) => !needed.has(roomId));
  return { all: [...needed, ...optional], optional };
}

/** Whether, by what is true now, the command would hold others than these. */
export function haveMoved<A>({ all }: WantedRooms, wish: Wish<A>, asked: A): boolean {
  return roomsToHold(wish, asked).all.some((roomId) => !all.includes(roomId));
}

const unreadable: Record<PrivateKind | 'board', RefusalCode> = {
  board: 'board-unreadable',
  pile: 'pile-unreadable',
  pad: 'pad-unreadable',
};

/** What a room that the command cannot do without is called, when it cannot be read. */
export function unreadableCode({ roomId }: UnreadableRoomError, { rooms }: Authority): RefusalCode {
  const room = rooms.find(({ id }) => id === roomId);
  return unreadable[room?.kind ?? 'board'];
}
