/** The list of customers on a real PostgreSQL: who reads a name, and what becomes of one who does not come. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { boardSnapshots } from '#server/db/board-tables';
import { rooms, roomUpdates } from '#server/db/tables';
import { createHistory } from '#server/history/history';
import { renewRoom } from '#server/store/seeded-rooms';
import {
  beginTalk,
  gridOf,
  observe,
  ownOf,
  roundOff,
  customerNamed,
  customerNames,
  customerOf,
  makeInterviewer,
  planCustomers,
} from '#tests/support/interviewing';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);
const labelsOf = async (who: Cast) =>
  (await stageOf(who)).customers?.map(({ label, state }) => `${label} ${state}`);

it('[C280] names are in the stage of who facilitates or interviews, and numbers in all others', async () => {
  await makeInterviewer(world, 'account');
  await planCustomers(world);
  for (const who of ['facilitator', 'co', 'account'] as const) {
    const { customers } = await stageOf(who);
    expect(customers?.map(({ name }) => name)).toEqual([...customerNames, 'Reserveman']);
  }
  for (const who of ['deelnemer', 'beslisser', 'stand-in', 'waarnemer'] as const) {
    const stage = await stageOf(who);
    expect(stage.customers?.map(({ label }) => label)).toEqual([
      ...['K1', 'K2', 'K3', 'K4', 'K5', 'R1'],
    ]);
    for (const name of [...customerNames, 'Reserveman']) {
      expect(JSON.stringify(stage), who).not.toContain(name);
    }
  }
  expect((await stageOf('expert')).customers).toBeNull();
  const acts = await createHistory(ground).list(world.sessions.facilitator, world.sprintId);
  for (const name of customerNames) expect(JSON.stringify(acts)).not.toContain(name);
});

it('[C280] an interviewer keeps the list as a facilitator does, and loses the names with the duty', async () => {
  await makeInterviewer(world, 'account');
  await world.must('account', customerNamed('Truus', { slotAt: Date.UTC(2030, 0, 11, 9) }));
  const customerId = await customerOf(world, 'K1');
  await world.must('account', { kind: 'edit-customer', customerId, name: 'Trudy' });
  expect((await stageOf('account')).customers).toMatchObject([
    { label: 'K1', name: 'Trudy', slotAt: Date.UTC(2030, 0, 11, 9), state: 'planned' },
  ]);
  const memberId = world.memberIds.account;
  await world.must('facilitator', { kind: 'set-duties', memberId, duties: [] });
  expect((await stageOf('account')).customers).toMatchObject([{ label: 'K1', name: null }]);
  expect(await world.says('account', customerNamed('Nog een'))).toBe('not-your-role');
});

it('[C281] who does not come is marked, and the reserve comes in under a number of its own', async () => {
  await planCustomers(world);
  const third = await customerOf(world, 'K3');
  const miss = (missed: boolean) => ({ kind: 'miss-customer', customerId: third, missed }) as const;
  await world.must('facilitator', miss(true));
  const reserve = await customerOf(world, 'R1');
  await world.must('facilitator', { kind: 'call-in-reserve', customerId: reserve });
  expect(await labelsOf('deelnemer')).toEqual([
    ...['K1 planned', 'K2 planned', 'K3 missed', 'K4 planned', 'K5 planned', 'K6 planned'],
  ]);
  expect(await world.says('facilitator', { kind: 'call-in-reserve', customerId: reserve })).toBe(
    'no-such-customer',
  );
  await world.must('facilitator', miss(false));
  expect(await labelsOf('deelnemer')).toContain('K3 planned');
});

it('[C281] of who withdraws before there was a talk nothing is left', async () => {
  await planCustomers(world);
  const customerId = await customerOf(world, 'K2');
  const withdraw = { kind: 'withdraw-customer', customerId, words: 'nameless' } as const;
  await world.must('facilitator', withdraw);
  expect(await labelsOf('facilitator')).toHaveLength(5);
  expect(JSON.stringify(await world.authority())).not.toContain('Oenema');
  expect(await world.says('facilitator', withdraw)).toBe('no-such-customer');
});

it('[C281] twelve are the most, and an empty name is refused', async () => {
  for (let at = 0; at < 12; at++) await world.must('facilitator', customerNamed(`Klant ${at}`));
  expect(await world.says('facilitator', customerNamed('Nog een'))).toBe('too-many-customers');
  expect(await world.says('facilitator', customerNamed('   '))).toBe('field-empty');
});

/** The board goes on in another room, as after a document that could not be read: the log of the one before stays. */
async function anotherRoom(boardId: string): Promise<void> {
  const room = (await world.authority()).rooms.find((one) => one.boardId === boardId);
  if (!room) throw new Error('a board without a room');
  const seed = await ground.rooms.read(room.id, (doc) => Y.encodeStateAsUpdate(doc));
  await ground.db.transaction((tx) =>
    renewRoom(tx, room, { seed, now: new Date(), newId: nanoid }),
  );
}

it('[C289] of who withdraws after a talk no word is left: not on the grid, in its log, its moments or a pile', async () => {
  await beginTalk(world);
  await observe(world, 'deelnemer', { text: 'onuitwisbaar' });
  await roundOff(world, 'K1');
  await beginTalk(world, { label: 'K2' });
  await observe(world, 'deelnemer', { text: 'van K2', customer: 'K2' });
  await roundOff(world, 'K2');
  await observe(world, 'waarnemer', { text: 'onuitwisbaar laat' });
  await world.open('hmw');
  await anotherRoom(await world.boardId('interviews'));
  const customerId = await customerOf(world, 'K1');
  const result = { kind: 'set-task-result', customerId, row: 'a', result: 'done' } as const;
  await world.must('facilitator', result);
  await world.must('facilitator', { kind: 'withdraw-customer', customerId, words: 'erase' });
  expect((await gridOf(world)).observations.map(({ text }) => text)).toEqual(['van K2']);
  expect(await ownOf(world, 'waarnemer')).toEqual([]);
  const boardId = await world.boardId('interviews');
  const rows = await ground.db
    .select({ update: roomUpdates.update })
    .from(roomUpdates)
    .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
    .where(eq(rooms.boardId, boardId));
  const moments = await ground.db
    .select({ state: boardSnapshots.state })
    .from(boardSnapshots)
    .where(eq(boardSnapshots.boardId, boardId));
  const kept = [...rows.map(({ update }) => update), ...moments.map(({ state }) => state ?? [])];
  expect(kept.some((one) => Buffer.from(one).includes('van K2'))).toBe(true);
  expect(kept.some((one) => Buffer.from(one).includes('onuitwisbaar'))).toBe(false);
  expect((await stageOf('facilitator')).customers?.[0]).toMatchObject({
    ...{ label: 'K1', state: 'withdrawn', name: '', slotAt: null, results: {} },
  });
});

it('[C289] or what was seen stays and counts, of a number that is nobody', async () => {
  await beginTalk(world);
  await observe(world, 'deelnemer', { text: 'blijft' });
  await roundOff(world, 'K1');
  const customerId = await customerOf(world, 'K1');
  await world.must('facilitator', { kind: 'withdraw-customer', customerId, words: 'nameless' });
  expect((await gridOf(world)).observations).toMatchObject([{ text: 'blijft', customer: 'K1' }]);
  expect(JSON.stringify(await world.authority())).not.toContain(customerNames[0]);
});
