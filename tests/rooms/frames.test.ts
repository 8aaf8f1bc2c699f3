import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { roomUpdates } from '#server/db/tables';
import { until } from '#tests/rooms/support/clients';
import { bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { sharedText } from '#tests/rooms/support/shared-text';

/** A sync frame around any bytes. */
const sync = (step: number, bytes: Uint8Array): Uint8Array =>
  Uint8Array.of(0, step, bytes.length, ...bytes);

test('[S17] a malformed frame closes its sender and nobody else', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const visitor = await server.enter('Bram');
  const good = anna.type('goed');
  const bad: [string, Uint8Array | string][] = [
    ['text', 'hello'],
    ['nothing', new Uint8Array()],
    ['an unknown type', Uint8Array.of(9, 1, 2)],
    ['an unknown step', Uint8Array.of(0, 7, 0)],
    ['half a frame', Uint8Array.of(0, 2, 200, 1, 1)],
    ['no update', sync(2, Uint8Array.of(255, 255, 255, 255, 255))],
    ['half an update', sync(2, good.subarray(0, good.length - 3))],
    ['an update with a type that does not exist', sync(2, Uint8Array.of(1, 1, 5, 0, 31, 0, 0))],
    ['no state vector', sync(0, Uint8Array.of(9, 9))],
    ['two messages', Uint8Array.of(...sync(2, good), ...sync(2, good))],
    ['half a presence', Uint8Array.of(1, 3, 1, 7)],
    ['presence that is no JSON', Uint8Array.of(1, 4, 1, 7, 1, 1, 123).fill(5, 1, 2)],
  ];
  for (const [what, frame] of bad) {
    const bram = await bare(server, visitor);
    bram.send(frame);
    expect([what, await bram.ended()]).toEqual([what, 4400]);
  }
  anna.sync(2, good);
  await until('Anna is saved', () => anna.acknowledged === 2);
  expect(await server.rooms.read(server.board.id, (doc) => sharedText(doc).toString())).toBe(
    'goed',
  );
  const rows = await server.db
    .select()
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, server.board.id));
  expect(rows).toHaveLength(2);
});

test('[S84] what Yjs would read past in a question or in presence closes its sender', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const presence = (...bytes: number[]): Uint8Array => Uint8Array.of(1, bytes.length, ...bytes);
  const bad: [string, Uint8Array][] = [
    ['bytes behind a state vector', sync(0, Uint8Array.of(1, 7, 1, 0))],
    ['a client named twice', sync(0, Uint8Array.of(2, 7, 1, 7, 1))],
    ['bytes behind a presence', presence(1, 7, 1, 2, 123, 125, 0)],
    ['presence of a million', presence(192, 132, 61)],
    ['a message of the server', Uint8Array.of(2, 0, 0)],
    ['an acknowledgement', Uint8Array.of(121, 5)],
  ];
  for (const [what, frame] of bad) {
    const anna = await bare(server, visitor);
    anna.send(frame);
    expect([what, await anna.ended()]).toEqual([what, 4400]);
  }
});

test('[S18] a frame above a mebibyte closes its sender with 4413, one just below it is taken', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  const many = anna.change((doc) => {
    for (let n = 0; n < 1_000; n++) {
      const note = new Y.Map<unknown>();
      note.set('text', new Y.Text('x'.repeat(1_000)));
      doc.getMap('notes').set(`n${n}`, note);
    }
  });
  expect(many.length).toBeGreaterThan(1_020_000);
  anna.sync(2, many);
  await until('it is saved', () => anna.acknowledged === 2);
  anna.send(new Uint8Array(1_048_577));
  expect(await anna.ended()).toBe(4413);
});

test('[S19] a flood of frames closes its sender with 4529', async () => {
  const server = await roomsServer({ limits: { framesAtOnce: 50, framesPerSecond: 10 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  for (let i = 0; i < 60; i++) anna.say(anna.doc.clientID, i, {});
  expect(await anna.ended()).toBe(4529);
  await bram.settled();
  expect(bram.closed).toBeUndefined();
});

test('[S20] what is stored is what Yjs encoded here: work that is known is cut off', async () => {
  const server = await roomsServer();
  const anna = await caughtUp(server, await server.enter('Anna'));
  anna.sync(2, anna.type('x'.repeat(1_500)));
  await until('it is saved', () => anna.acknowledged === 2);
  anna.type('y');
  // Everything over again, and one letter more.
  anna.sync(1, Y.encodeStateAsUpdate(anna.doc));
  await until('it is saved', () => anna.acknowledged === 3);
  const rows = await server.db
    .select()
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, server.board.id));
  expect(rows.map(({ update }) => update.length > 1_000)).toEqual([false, true, false]);
});
