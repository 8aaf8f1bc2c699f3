import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { roomUpdates, sprints } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import type { RoomsServer } from '#tests/rooms/support/rooms-server';
import { caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';
import { sharedText } from '#tests/rooms/support/shared-text';

const nameOf = async ({ db, sprintId }: RoomsServer): Promise<string | undefined> =>
  (await db.select().from(sprints).where(eq(sprints.id, sprintId)))[0]?.name;
const rowsOf = ({ db }: RoomsServer, roomId: string) =>
  db.select().from(roomUpdates).where(eq(roomUpdates.roomId, roomId));
const textOf = (server: RoomsServer, roomId: string) =>
  server.rooms.read(roomId, (doc) => sharedText(doc).toString());

test('[S31] two documents and a table change together', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const pile = await server.privateRoomOf(visitor);
  const anna = await caughtUp(server, visitor, { room: pile.name });
  anna.sync(2, anna.type('verborgen'));
  await until('it is saved', () => anna.acknowledged === 2);
  const wall = await caughtUp(server, await server.enter('Bram'));
  const result = await server.rooms.change([pile.id, server.board.id], async ({ tx, doc }) => {
    const hidden = sharedText(doc(pile.id));
    sharedText(doc(server.board.id)).insert(0, hidden.toString());
    hidden.delete(0, hidden.length);
    await tx.update(sprints).set({ name: 'Onthuld' }).where(eq(sprints.id, server.sprintId));
    return 'gedaan';
  });
  expect(result).toBe('gedaan');
  await until('Bram sees it', () => wall.text === 'verborgen');
  await until('her pile is empty', () => anna.text === '');
  expect(await nameOf(server)).toBe('Onthuld');
  await server.restart();
  expect([await textOf(server, pile.id), await textOf(server, server.board.id)]).toEqual([
    '',
    'verborgen',
  ]);
});

test('[S31] a change that throws has not happened, in tables, log or memory', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const { id } = server.board;
  const before = await rowsOf(server, id);
  const failing = server.rooms.change([id], async ({ tx, doc }) => {
    sharedText(doc(id)).insert(0, 'niet');
    await tx.update(sprints).set({ name: 'Niet' }).where(eq(sprints.id, server.sprintId));
    throw new Error('toch niet');
  });
  await expect(failing).rejects.toThrow('toch niet');
  await expect(server.rooms.change([id], async ({ doc }) => doc('another'))).rejects.toThrow(
    'does not hold',
  );
  await anna.settled();
  expect([anna.text, await textOf(server, id), await nameOf(server)]).toEqual(['', '', 'Proef']);
  expect(await rowsOf(server, id)).toEqual(before);
  anna.sync(2, anna.type('gewoon verder'));
  await until('it is saved', () => anna.acknowledged === 2);
});

test('[S32] frames that arrive while a command holds the room are judged by what is allowed after it', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  anna.sync(2, anna.type('voor '));
  await until('it is saved', () => anna.acknowledged === 2);
  const frozen = await server.rooms.change(
    [server.board.id],
    async ({ doc }) => {
      anna.sync(2, anna.type('tijdens'));
      bram.say(42, 1, {});
      // Presence and questions go on, so its answer tells that the letters arrived.
      await anna.settled();
      return sharedText(doc(server.board.id)).toString();
    },
    { settled: () => server.setPhase('voting') },
  );
  expect(frozen).toBe('voor ');
  await anna.settled();
  await bram.settled();
  expect([anna.acknowledged, await textOf(server, server.board.id)]).toEqual([2, 'voor ']);

  await server.rooms.change([server.board.id], async () => undefined, {
    settled: () => server.setPhase('grouping'),
  });
  await anna.next('step-1');
  anna.answerWithAll();
  await until('Bram has it', () => bram.text === 'voor tijdens');
});

test('[S32] work of a browser that closed while a command held the room is still taken', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  await server.rooms.change([server.board.id], async () => {
    anna.sync(2, anna.type('laatste woord'));
    await anna.settled();
    anna.close();
    await until('it is closed', () => anna.closed !== undefined);
  });
  await until(
    'it is there',
    async () => (await textOf(server, server.board.id)) === 'laatste woord',
  );
});

test('[S33] settled finds the change in the rooms, before anybody is told', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const { id } = server.board;
  const seen: string[] = [];
  await server.rooms.change([id], async ({ doc }) => sharedText(doc(id)).insert(0, 'nieuw'), {
    settled: async () => {
      seen.push(await textOf(server, id), String((await rowsOf(server, id)).length));
      await anna.settled();
      seen.push(String(anna.heard.filter(({ kind }) => kind === 'update').length));
    },
  });
  expect(seen).toEqual(['nieuw', '2', '0']);
  await until('Anna is told', () => anna.text === 'nieuw');
});

test('[S33] when settled fails the change stands and the room goes on', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const { id } = server.board;
  await server.rooms.change([id], async ({ doc }) => sharedText(doc(id)).insert(0, 'staat'), {
    settled: () => Promise.reject(new Error('the database went away')),
  });
  await until('Anna is told', () => anna.text === 'staat');
});

test('[S34] commands on the same rooms in another order do not wait for each other for ever', async () => {
  const server = await roomsServer();
  const pile = await server.privateRoomOf(await server.enter('Anna'));
  const ids = [pile.id, server.board.id];
  let running = 0;
  const one = (order: string[], name: string) =>
    server.rooms.change(order, async ({ doc }) => {
      running += 1;
      expect(running).toBe(1);
      // The others get their turn here, if the hold lets them.
      await new Promise((resolve) => setImmediate(resolve));
      for (const id of order) sharedText(doc(id)).insert(0, name);
      running -= 1;
    });
  await Promise.all(
    Array.from({ length: 10 }, (_, i) => one(i % 2 ? ids : [...ids].reverse(), String(i))),
  );
  for (const id of ids) expect([...(await textOf(server, id))].sort().join('')).toBe('0123456789');
});

test('[S34] a room that does not come to rest makes the command fail, with nothing done', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { holdMs: 50 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const letThrough = log.hold();
  anna.sync(2, anna.type('wacht'));
  await anna.settled();
  let ran = false;
  const change = server.rooms.change([server.board.id], async () => void (ran = true));
  await expect(change).rejects.toThrow('not at rest');
  expect(ran).toBe(false);
  anna.sync(2, anna.type(' en gaat door'));
  letThrough();
  await until('all is saved', () => anna.acknowledged === 3);
});
