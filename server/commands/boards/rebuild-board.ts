/**
 * A board that cannot be read begins a new lineage with what can still be read of it, which is
 * nothing in the worst case. The way back where no moment was kept; the old room stays for export.
 */
import { kindOfBoard, mayRestore, roomOfBoard, roomsToRestore } from './restore-snapshot';
import type { Handler } from '#server/commands/command';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

export const rebuildBoard: Handler<'rebuild-board'> = {
  // Where it can be read after all, nobody writes in it meanwhile.
  keeps: ({ authority, command }) => roomsToRestore(authority, command.boardId),
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayRestore(authority, command.boardId),
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const room = roomOfBoard(authority, command.boardId);
    const kind = kindOfBoard(authority, command.boardId);
    await renewRoom(tx, room, { ...doing, seed: await salvage(tx, room.id, kind) });
    return null;
  },
};
