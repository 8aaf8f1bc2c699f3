/**
 * Which rooms a command holds: those that it works in, and those of which it only keeps how they are.
 * Of the latter one that cannot be loaded is left out: the week goes on without its moment.
 */
import type { Logger } from 'pino';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Asked, Handler } from '#server/commands/command';
import { faultFacts } from '#server/commands/database-refusal';
import type { Rooms } from '#server/rooms/rooms';

export type HeldRooms = {
  readonly held: ReadonlySet<string>;
  readonly unreadable: ReadonlySet<string>;
};

export const noRooms: HeldRooms = { held: new Set(), unreadable: new Set() };

/** Loads what is to be kept; what cannot be read is logged. Never throws. */
export async function roomsToHold<K extends CommandKind>(
  { rooms, log }: { rooms: Pick<Rooms, 'read'>; log: Logger },
  handler: Handler<K>,
  asked: Asked<K>,
): Promise<HeldRooms> {
  const held = new Set(handler.rooms?.(asked));
  const unreadable = new Set<string>();
  for (const roomId of handler.keeps?.(asked) ?? []) {
    try {
      await rooms.read(roomId, () => undefined);
      held.add(roomId);
    } catch (error) {
      log.error({ roomId, ...faultFacts(error) }, 'a board could not be kept as it was');
      unreadable.add(roomId);
    }
  }
  return { held, unreadable };
}

/** Whether, by what is true now, the command would hold others than these. */
export function haveMoved<K extends CommandKind>(
  { held, unreadable }: HeldRooms,
  handler: Handler<K>,
  asked: Asked<K>,
): boolean {
  const works = handler.rooms?.(asked) ?? [];
  const keeps = handler.keeps?.(asked).filter((roomId) => !unreadable.has(roomId)) ?? [];
  return [...works, ...keeps].some((roomId) => !held.has(roomId));
}
