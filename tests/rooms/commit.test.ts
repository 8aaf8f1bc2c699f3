import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { roomClients, roomUpdates, rooms } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import type { RoomsServer } from '#tests/rooms/support/rooms-server';
import { bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';
import { sharedText } from '#tests/rooms/support/shared-text';

const inLog = async ({ db, board }: RoomsServer): Promise<string> => {
  const rows = await db
    .select({ update: roomUpdates.update })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, board.id))
    .orderBy(asc(roomUpdates.seq));
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  return sharedText(doc).toString();
};

test('[S8] nobody sees an update before it is committed', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const letThrough = log.hold();
  anna.sync(2, anna.type('nog niet'));
  await anna.settled();
  await bram.settled();
  expect(bram.text).toBe('');
  const late = await caughtUp(server, await server.enter('Carla'));
  expect(late.text).toBe('');
  expect(anna.acknowledged).toBe(1);
  expect(await inLog(server)).toBe('');
  letThrough();
  await until('Bram and Carla have it', () => bram.text === 'nog niet' && late.text === 'nog niet');
  expect(await inLog(server)).toBe('nog niet');
  await until('Anna is told', () => anna.acknowledged === 2);
});

test('[S9] while a commit runs the next batch gathers into one row and one broadcast', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const letThrough = log.hold();
  for (const letter of 'abcdef') anna.sync(2, anna.type(letter));
  await anna.settled();
  letThrough();
  await until('all is acknowledged', () => anna.acknowledged === 7);
  expect(log.rows.map(({ seq }) => seq)).toEqual([2, 3]);
  await until('Bram has all', () => bram.text === 'abcdef');
  expect(bram.heard.filter(({ kind }) => kind === 'update')).toHaveLength(2);
  // A lone letter on an idle room waits for nobody.
  anna.sync(2, anna.type('g'));
  await until('it is acknowledged', () => anna.acknowledged === 8);
  expect(log.rows.map(({ seq }) => seq)).toEqual([2, 3, 4]);
});

test('[S10] who asked hears how many of its frames are committed, who did not hears nothing of it', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'), { query: '' });
  const update = anna.type('a');
  anna.sync(2, update);
  await until('two frames', () => anna.acknowledged === 2);
  anna.sync(2, update);
  await until('a repeated frame counts too', () => anna.acknowledged === 3);
  anna.say(7, 1, {});
  anna.sync(0, Y.encodeStateVector(anna.doc));
  anna.sync(
    2,
    anna.change((doc) => sharedText(doc).delete(0, 1)),
  );
  await until('a deletion counts, presence and questions do not', () => anna.acknowledged === 4);
  bram.sync(2, bram.type('b'));
  await until('Anna has what Bram wrote', () => anna.text === 'b');
  await bram.settled();
  expect(bram.heard.filter(({ kind }) => kind === 'ack')).toEqual([]);
  // Known work was not stored again.
  const rows = await server.db
    .select()
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, server.board.id));
  expect(rows).toHaveLength(4);
});

test('[S13] a commit of which no answer came is not made twice', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { retryFirstMs: 5 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  log.after = () => {
    log.after = () => undefined;
    throw new Error('the answer was lost');
  };
  anna.sync(2, anna.type('eens'));
  await until('it is acknowledged all the same', () => anna.acknowledged === 2);
  anna.sync(2, anna.type(' en nog eens'));
  await until('Bram has all', () => bram.text === 'eens en nog eens');
  expect(log.rows.map(({ seq }) => seq)).toEqual([2, 3]);
});

test('[S13] a row that somebody else wrote is taken in and told, and ours comes after it', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { retryFirstMs: 5 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const foreign = new Y.Doc();
  sharedText(foreign).insert(0, 'elders ');
  const update = Y.encodeStateAsUpdate(foreign);
  await server.db.insert(roomUpdates).values({ roomId: server.board.id, seq: 2, update });
  anna.sync(2, anna.type('hier'));
  await until('Anna has both', () => anna.text.includes('elders') && anna.acknowledged === 2);
  expect(await inLog(server)).toBe(anna.text);
});

test('[S14] after a gap its sender is asked, and hears nothing of saved until the whole came', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  anna.type('lost ');
  anna.sync(2, anna.type('second '));
  const asked = await anna.next('step-1');
  anna.sync(2, anna.type('third'));
  await anna.settled();
  expect(anna.acknowledged).toBe(1);
  expect(bram.text).toBe('');
  anna.sync(1, Y.encodeStateAsUpdate(anna.doc, asked.stateVector));
  await until('all four are acknowledged', () => anna.acknowledged === 4);
  await until('Bram has the whole', () => bram.text === 'lost second third');
  expect(anna.heard.filter(({ kind }) => kind === 'step-1')).toHaveLength(2);
});

test('[S14] an answer that has the gap itself closes its sender', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  anna.type('lost');
  const second = anna.type('second');
  anna.sync(2, second);
  anna.sync(1, second);
  expect(await anna.ended()).toBe(4400);
});

test('[S85] what the database refuses for what it is goes with its sender, and the room goes on', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { retryFirstMs: 5 } });
  await server.db.execute(
    sql`alter table room_updates add constraint no_culprit check (position('culprit' in update) = 0)`,
  );
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const carla = await caughtUp(server, await server.enter('Carla'));
  const letThrough = log.hold();
  anna.sync(2, anna.type('een '));
  await anna.settled();
  // These wait together, hers in the middle.
  for (const [who, words] of [
    [anna, 'twee '],
    [bram, 'culprit '],
    [carla, 'drie '],
  ] as const) {
    who.sync(2, who.type(words));
    await who.settled();
  }
  letThrough();
  expect(await bram.ended()).toBe(4400);
  await until('Anna is saved', () => anna.acknowledged === 3);
  const asked = await carla.next('step-1');
  carla.sync(1, Y.encodeStateAsUpdate(carla.doc, asked.stateVector));
  await until('Carla is saved', () => carla.acknowledged === carla.frames);
  await until('both have the same', () => anna.text === carla.text && anna.text.length === 14);
  expect(await inLog(server)).toBe(anna.text);
  await server.db.execute(sql`alter table room_updates drop constraint no_culprit`);
  const again = await caughtUp(server, await server.enter('Dirk'));
  again.sync(2, again.type('vier '));
  await until('it goes on', () => again.acknowledged === 2);
});

test('[S15] a room whose row is deleted closes everybody with 4404', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  await server.db.delete(rooms).where(eq(rooms.id, server.board.id));
  anna.sync(2, anna.type('te laat'));
  expect([await anna.ended(), await bram.ended()]).toEqual([4404, 4404]);
});

test('[S16] more work than the room keeps waiting closes its sender, who can send it again later', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { waitingBytes: 2_000 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const letThrough = log.hold();
  anna.sync(2, anna.type('x'.repeat(1_500)));
  anna.sync(2, anna.type('y'.repeat(1_500)));
  expect(await anna.ended()).toBe(4529);
  letThrough();
  await until('what was taken is stored', async () => (await inLog(server)).length === 1_500);
});

test('[S21] the first use of a clientID is stored with the update, and the server has no member', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  anna.sync(2, anna.type('a'));
  await until('it is saved', () => anna.acknowledged === 2);
  await server.rooms.change([server.board.id], async ({ doc }) => {
    sharedText(doc(server.board.id)).insert(0, 'server ');
  });
  const rows = await server.db
    .select()
    .from(roomClients)
    .where(eq(roomClients.roomId, server.board.id));
  const owners = rows.map(({ memberId }) => memberId);
  expect(owners.filter((owner) => owner === null)).toHaveLength(2);
  expect(rows.find(({ clientId }) => clientId === anna.doc.clientID)?.memberId).toBe(
    visitor.memberId,
  );
});

test("[S21] whoever writes under another member's clientID is closed, also after a restart; under one's own from a second device not", async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const other = await server.enter('Bram');
  const anna = await caughtUp(server, visitor);
  anna.sync(2, anna.type('van Anna'));
  await until('it is saved', () => anna.acknowledged === 2);
  for (const restarted of [false, true]) {
    if (restarted) await server.restart();
    for (const clientId of [anna.doc.clientID, 1]) {
      const bram = await caughtUp(server, other);
      bram.doc.clientID = clientId;
      bram.sync(2, bram.type(' en niet van Bram'));
      expect(await bram.ended()).toBe(4400);
    }
  }
  const phone = await caughtUp(server, visitor);
  phone.doc.clientID = anna.doc.clientID;
  phone.sync(2, phone.type(' zelf'));
  await until('it is saved', () => phone.acknowledged === 2);
  expect(await inLog(server)).toBe('van Anna zelf');
  expect((await bare(server, other)).closed).toBeUndefined();
});
