/**
 * A customer takes back what they said: klantbeloften that lean on it forget them. Ladders that know them go on in a room
 * that never held their words; of the old ones the logs are gone and every kept moment. What was signed is rewritten without them.
 */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { frozenWithout } from '#document/kinds/ladders/frozen';
import { forgetCustomer, knowsCustomer } from '#document/kinds/ladders/findings';
import { load, server } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing } from '#server/commands/command';
import { signedBeloften } from '#server/db/ladder-tables';
import type { Authority } from '#server/stage/authority';
import { renewRoom } from '#server/store/seeded-rooms';
import { eraseEarlier, everHeld } from './erase-board';

/** The living rooms of every board of ladders: one that a step made anew holds what was promised before. */
export function laddersRooms({ boards, rooms: all }: Authority): string[] {
  const ladders = boards.filter(({ kind }) => kind === 'ladders').map(({ id }) => id);
  return all.flatMap(({ id, boardId }) =>
    boardId !== null && ladders.includes(boardId) ? [id] : [],
  );
}

/** @param customer 'K2'. */
export async function eraseFromLadders(
  { tx, authority, doc, now, newId }: Doing<CommandKind>,
  customer: string,
): Promise<void> {
  for (const roomId of laddersRooms(authority)) {
    const room = authority.rooms.find(({ id }) => id === roomId);
    if (!room?.boardId) continue;
    // What was brought in and taken out again lies in the log still.
    const knows = knowsCustomer(doc(roomId), customer);
    if (!knows && !(await everHeld(tx, room.boardId, customer))) continue;
    const seed = without(Y.encodeStateAsUpdate(doc(roomId)), customer);
    await renewRoom(tx, room, { seed, now, newId });
    await eraseEarlier(tx, room.boardId);
  }
  const signed = await tx
    .select({ id: signedBeloften.id, frozen: signedBeloften.frozen })
    .from(signedBeloften)
    .where(eq(signedBeloften.sprintId, authority.sprint.id));
  for (const { id, frozen } of signed) {
    const left = frozenWithout(frozen, customer);
    if (left === frozen) continue;
    await tx.update(signedBeloften).set({ frozen: left }).where(eq(signedBeloften.id, id));
  }
}

function without(ladders: Uint8Array, customer: string): Uint8Array {
  const from = new Y.Doc();
  try {
    Y.applyUpdate(from, ladders, load);
    forgetCustomer(from, customer, server);
    return rebuilt('ladders', from);
  } finally {
    from.destroy();
  }
}
