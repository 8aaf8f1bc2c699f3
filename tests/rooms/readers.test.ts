import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { members } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import { bare, caughtUp, roomsServer, stock } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';
import { sharedText } from '#tests/rooms/support/shared-text';

test('[S22] what a reader sends is dropped and not acknowledged, and comes in whole when they may write', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  await until('the empty answer counts', () => anna.acknowledged === 1);
  await server.setPhase('voting');
  anna.sync(2, anna.type('een '));
  anna.sync(2, anna.type('twee '));
  await anna.settled();
  expect([anna.acknowledged, bram.text]).toEqual([1, '']);
  // Reading goes on.
  expect((await caughtUp(server, await server.enter('Carla'))).doc.getMap('meta').get('kind')).toBe(
    'wall',
  );

  await server.setPhase('grouping');
  const asked = await anna.next('step-1');
  anna.sync(2, anna.type('drie'));
  anna.sync(1, Y.encodeStateAsUpdate(anna.doc, asked.stateVector));
  await until('all is acknowledged', () => anna.acknowledged === 5);
  await until('Bram has all', () => bram.text === 'een twee drie');
});

test('[S22] a reader whose frames bring nothing hears that all is saved', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Wim', 'waarnemer');
  const anna = await caughtUp(server, await server.enter('Anna'));
  anna.sync(2, anna.type('a'));
  anna.sync(
    2,
    anna.change((doc) => sharedText(doc).delete(0, 1)),
  );
  await until('it is saved', () => anna.acknowledged === 3);
  const wim = await caughtUp(server, visitor);
  wim.sync(1, Y.encodeStateAsUpdate(wim.doc));
  await until('both frames are acknowledged', () => wim.acknowledged === 2);
  wim.sync(2, wim.type('mag niet'));
  wim.sync(1, Y.encodeStateAsUpdate(anna.doc));
  await wim.settled();
  expect(anna.text).toBe('');
  expect(wim.closed).toBeUndefined();
});

test('[S22] a stock provider that wrote while it might not, and left and came back, loses nothing', async () => {
  const server = await roomsServer();
  const a = stock(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  await until('synced', () => a.provider.synced);
  await server.setPhase('voting');
  sharedText(a.doc).insert(0, 'bewaard');
  a.provider.disconnect();
  sharedText(a.doc).insert(7, ' en meer');
  a.provider.connect();
  await until('synced', () => a.provider.synced);
  await bram.settled();
  expect(bram.text).toBe('');
  await server.setPhase('grouping');
  await until('Bram has it', () => bram.text === 'bewaard en meer');
});

test('[S23] a change of authority holds for every connection in the same tick', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  const phone = await caughtUp(server, visitor);
  const bram = await caughtUp(server, await server.enter('Bram'));
  server.rooms.reconsider(server.sprintId, (_, memberId) =>
    memberId === visitor.memberId
      ? { kind: 'refuse', closeCode: 4403 }
      : { kind: 'read', cursorsHidden: false },
  );
  bram.sync(2, bram.type('x'));
  expect([await anna.ended(), await phone.ended()]).toEqual([4403, 4403]);
  await bram.settled();
  expect(bram.acknowledged).toBe(1);
});

test('[S23] removal and the end of a session close the sockets within a second, also of who still knocks', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap });
  const [anna, bram, carla] = [
    await server.enter('Anna'),
    await server.enter('Bram'),
    await server.enter('Carla'),
  ];
  const there = await caughtUp(server, anna);
  const also = await caughtUp(server, bram);
  const atMs = performance.now();
  await server.db
    .update(members)
    .set({ removedAt: new Date() })
    .where(eq(members.id, anna.memberId));
  await server.authorityChanged();
  await server.sessions.endSession(bram.sessionId);
  expect([await there.ended(), await also.ended()]).toEqual([4403, 4401]);
  expect(performance.now() - atMs).toBeLessThan(1_000);
  expect(await (await bare(server, bram)).ended()).toBe(4401);
  const dirk = await server.enter('Dirk');
  const deleted = await caughtUp(server, dirk);
  server.backplane.publish({ kind: 'person-gone', personId: dirk.personId });
  expect(await deleted.ended()).toBe(4401);

  await server.restart();
  let load = (): void => undefined;
  log.beforeLoad = () => new Promise((resolve) => (load = resolve));
  const knocking = await bare(server, carla);
  await until('the room is being loaded', () => log.loads > 1);
  await server.sessions.endSession(carla.sessionId);
  expect(await knocking.ended()).toBe(4401);
  load();
});
