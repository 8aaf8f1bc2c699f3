/**
 * Which rooms a command holds: those that it works in, and those without which it goes on when they
 * cannot be read (of which it only keeps how they are, or that belong to one person alone).
 */
import type { CommandKind } from '#domain/sprint/permissions';
import type { RefusalCode } from '#domain/refusal';
import type { Asked, Handler } from '#server/commands/command';
import type { UnreadableRoomError } from '#server/rooms/rooms';
import type { Authority } from '#server/stage/authority';

export type WantedRooms = {
  readonly all: readonly string[];
  readonly optional: readonly string[];
};

export function roomsToHold<K extends CommandKind>(
  handler: Handler<K>,
  asked: Asked<K>,
): WantedRooms {
  const needed = new Set(handler.rooms?.(asked));
  const optional = (handler.keeps?.(asked) ?? []).filter((roomId) => !needed.has(roomId));
  return { all: [...needed, ...optional], optional };
}

/** Whether, by what is true now, the command would hold others than these. */
export function haveMoved<K extends CommandKind>(
  { all }: WantedRooms,
  handler: Handler<K>,
  asked: Asked<K>,
): boolean {
  return roomsToHold(handler, asked).all.some((roomId) => !all.includes(roomId));
}

/** What a room that the command cannot do without is called, when it cannot be read. */
export function unreadableCode({ roomId }: UnreadableRoomError, { rooms }: Authority): RefusalCode {
  const isPile = rooms.some(({ id, memberId }) => id === roomId && memberId !== null);
  return isPile ? 'pile-unreadable' : 'board-unreadable';
}
