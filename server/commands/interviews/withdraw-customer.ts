/**
 * A customer takes back what they said. Their name and hour go at once. What was seen of them goes too, out of
 * the grid, its log, its kept moments and the observers' piles; or it stays, of a number that is nobody.
 */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import {
  eraseAnswersOf,
  removeObservations,
  takeObservations,
} from '#document/kinds/grid/operations';
import { plainGrid } from '#document/kinds/grid/plain';
import { load, server } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { customerLabel, mayWithdraw } from '#domain/tests/customers';
import type { CommandKind } from '#domain/sprint/permissions';
import type { CommandOf } from '#protocol/commands';
import type { Doing, Handler } from '#server/commands/command';
import { askings, customerLinks } from '#server/db/asking-tables';
import { customers, taskResultRows } from '#server/db/interview-tables';
import { askingOf } from '#server/store/askings';
import { renewRoom } from '#server/store/seeded-rooms';
import type { Authority } from '#server/stage/authority';
import { customerById } from './customers';
import { eraseEarlier } from './erase-board';
import { eraseFromLadders, laddersRooms } from './erase-from-ladders';
import { gridRoom, pilesOf } from './interviews';

function erases(authority: Authority, command: CommandOf<'withdraw-customer'>): boolean {
  return command.words === 'erase' && customerById(authority, command.customerId)?.state === 'done';
}

export const withdrawCustomer: Handler<'withdraw-customer'> = {
  rooms: ({ authority, command }) =>
    erases(authority, command) ? [...gridRoom(authority), ...laddersRooms(authority)] : [],
  keeps: ({ authority, command }) =>
    erases(authority, command) ? pilesOf(authority, authority.members) : [],
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayWithdraw(authority.customers, command.customerId),
  // do: of who was never talked with nothing is left at all.
  async do(doing) {
    const { tx, authority, command } = doing;
    const { customerId } = command;
    const customer = customerById(authority, customerId);
    if (!customer) throw new Error('a customer that was ruled upon is not there');
    if (customer.state !== 'done') {
      await tx.delete(customers).where(eq(customers.id, customerId));
      return null;
    }
    await tx.delete(customerLinks).where(eq(customerLinks.customerId, customerId));
    // What was never closed is closed by nobody any more.
    const isSent = askingOf(authority, customerId)?.sent === true;
    if (erases(authority, command) || !isSent) {
      await tx.delete(askings).where(eq(askings.customerId, customerId));
    }
    if (erases(authority, command)) {
      await tx.delete(taskResultRows).where(eq(taskResultRows.customerId, customerId));
      await eraseWords(doing, customerLabel(customer));
      await eraseFromLadders(doing, customerLabel(customer));
    }
    await tx
      .update(customers)
      .set({ state: 'withdrawn', name: '', slotAt: null, parts: [] })
      .where(eq(customers.id, customerId));
    return null;
  },
};

/** The grid goes on in another room that never held these words; of all before it the logs are gone, and every kept moment. */
async function eraseWords(
  { tx, authority, doc, attempt, now, newId }: Doing<CommandKind>,
  customer: string,
): Promise<void> {
  for (const pile of pilesOf(authority, authority.members)) {
    attempt(pile, (own) => takeObservations(own, customer, server));
  }
  const [roomId] = gridRoom(authority);
  const room = authority.rooms.find(({ id }) => id === roomId);
  if (!room?.boardId) return;
  const seed = without(Y.encodeStateAsUpdate(doc(room.id)), customer);
  await renewRoom(tx, room, { seed, now, newId });
  await eraseEarlier(tx, room.boardId);
}

function without(grid: Uint8Array, customer: string): Uint8Array {
  const from = new Y.Doc();
  try {
    Y.applyUpdate(from, grid, load);
    const theirs = plainGrid(from).observations.filter((one) => one.customer === customer);
    removeObservations(
      from,
      theirs.map(({ id }) => id),
      server,
    );
    eraseAnswersOf(from, customer, server);
    return rebuilt('grid', from);
  } finally {
    from.destroy();
  }
}
