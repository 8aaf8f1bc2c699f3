import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { roomUpdates } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import type { RoomsServer } from '#tests/rooms/support/rooms-server';
import { bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';
import { sharedText } from '#tests/rooms/support/shared-text';

/** @returns whether the room, in memory until then, was unloaded since. */
async function unloading(server: RoomsServer, roomId: string): Promise<() => boolean> {
  let isGone = false;
  await server.rooms.read(roomId, (doc) => doc.once('destroy', () => (isGone = true)));
  return () => isGone;
}

const stored = ({ db, board }: RoomsServer) =>
  db.select().from(roomUpdates).where(eq(roomUpdates.roomId, board.id)).orderBy(roomUpdates.seq);

test('[S5] twenty who knock at once find one room', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { socketsPerPerson: 20 } });
  const anna = await server.enter('Anna');
  const clients = await Promise.all(Array.from({ length: 20 }, () => caughtUp(server, anna)));
  expect(log.loads).toBe(1);
  clients[0]?.sync(2, clients[0].type('hoi'));
  await until('all have it', () => clients.every((client) => client.text === 'hoi'));
});

test('[S5] what is sent while the room is loaded is kept', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const first = await caughtUp(server, anna);
  const update = first.type('vroeg');
  await server.restart();
  const early = await bare(server, anna);
  early.sync(2, update);
  await until('it is acknowledged', () => early.acknowledged === 1);
});

test('[S6] a store that throws at load admits nobody, leaves the bytes as they are, and is tried again', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap });
  const anna = await server.enter('Anna');
  const before = await stored(server);
  log.loadFails = true;
  const client = await bare(server, anna);
  client.sync(2, client.type('mag niet'));
  expect(await client.ended()).toBe(4503);
  await expect(server.rooms.read(server.board.id, () => 0)).rejects.toThrow('the store fails');
  await expect(server.rooms.change([server.board.id], async () => 0)).rejects.toThrow('the store');
  expect(await stored(server)).toEqual(before);
  log.loadFails = false;
  expect((await caughtUp(server, anna)).doc.getMap('meta').get('kind')).toBe('wall');
});

test('[S6] a room without seed, with a hole in its log or with a gap in its updates is not opened', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const writer = await caughtUp(server, anna);
  const [one, two] = [writer.type('a'), writer.type('b')];
  await server.restart();
  const mine = eq(roomUpdates.roomId, server.board.id);
  const damage: [string, () => Promise<unknown>][] = [
    [
      'a gap',
      () => server.db.insert(roomUpdates).values({ roomId: server.board.id, seq: 2, update: two }),
    ],
    [
      'a hole',
      () =>
        server.db.update(roomUpdates).set({ seq: 3, update: one }).where(eq(roomUpdates.seq, 2)),
    ],
    ['no seed', () => server.db.delete(roomUpdates).where(mine)],
  ];
  for (const [what, damaged] of damage) {
    await damaged();
    const before = await stored(server);
    const client = await bare(server, anna);
    client.sync(2, one);
    expect([what, await client.ended()]).toEqual([what, 4504]);
    expect(await stored(server)).toEqual(before);
  }
});

test('[S7] a room that nobody uses is unloaded after a while and loaded again when it is needed', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { idleMs: 60, tickMs: 10 } });
  const anna = await server.enter('Anna');
  const client = await caughtUp(server, anna);
  // Another room, read later and used by nobody, goes in the meantime.
  await until(
    'the pile is unloaded',
    await unloading(server, (await server.privateRoomOf(anna)).id),
  );
  await client.settled();
  expect(log.loads).toBe(2);
  client.sync(2, client.type('blijft'));
  await until('it is saved', () => client.acknowledged === 2);
  const isUnloaded = await unloading(server, server.board.id);
  client.close();
  await until('it is unloaded', isUnloaded);
  const text = await server.rooms.read(server.board.id, (doc) => sharedText(doc).toString());
  expect([text, log.loads]).toEqual(['blijft', 3]);
});
