import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { roomLimits } from '#server/rooms/limits';
import { stillHere } from '#server/rooms/presence-frames';
import { until } from '#tests/rooms/support/clients';
import { bare, caughtUp, roomsServer, stock } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';

test('[S29] a silent line is told something, within the patience of the stock provider', async () => {
  expect(roomLimits.silentMs + roomLimits.tickMs).toBeLessThan(20_000);
  const server = await roomsServer({ limits: { silentMs: 60, tickMs: 10 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  await until('its answer is acknowledged', () => anna.acknowledged === 1);
  const from = anna.heard.length;
  await until('it heard three times', () => anna.heard.length >= from + 3);
  expect(
    anna.heard.slice(from).every((said) => said.kind === 'presence' && said.states.length === 0),
  ).toBe(true);
});

test('[S29] what is said then makes the stock provider neither change nor answer', async () => {
  const server = await roomsServer({ limits: { silentMs: 30, tickMs: 10 } });
  const client = stock(server, await server.enter('Anna'));
  await until('it is synced', () => client.provider.synced);
  const socket = client.provider.ws as unknown as WebSocket;
  let answers = 0;
  let changes = 0;
  client.provider.awareness.on('update', () => (changes += 1));
  client.doc.on('update', () => (changes += 1));
  let heard = 0;
  let others = 0;
  socket.on('message', (data: ArrayBuffer) => {
    if (Buffer.compare(new Uint8Array(data), stillHere) === 0) heard += 1;
    else others += 1;
  });
  const send = socket.send.bind(socket) as (data: Uint8Array) => void;
  socket.send = (data: Uint8Array) => {
    answers += 1;
    send(data);
  };
  await until('it heard five times', () => heard >= 5);
  expect([answers, changes, others]).toEqual([0, 0, 0]);
});

test('[S30] a line from which nothing comes any more is given up, one that still answers pings is not', async () => {
  const server = await roomsServer({ limits: { lostMs: 300, tickMs: 20 } });
  const bram = await caughtUp(server, await server.enter('Bram'));
  const anna = await caughtUp(server, await server.enter('Anna'));
  anna.say(41, 1, {});
  await until('Bram sees Anna', () => bram.presence.get('Anna') != null);
  // Stops reading, and with it answering: as a laptop that fell asleep.
  anna.socket.pause();
  await until('Bram sees her go', () => bram.presence.get('Anna') === null);
  expect(bram.closed).toBeUndefined();
});

test('[S36] at shutdown what is queued is committed and acknowledged, and the line closes with 1012', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap });
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  const letThrough = log.hold();
  for (const letter of 'tot slot') anna.sync(2, anna.type(letter));
  await anna.settled();
  const going = server.restart();
  anna.sync(2, anna.type(' te laat'));
  await until('it has left', () => anna.socket.bufferedAmount === 0);
  letThrough();
  expect(await anna.ended()).toBe(1012);
  await going;
  expect(anna.acknowledged).toBe(9);
  const back = await caughtUp(server, visitor);
  expect(back.text).toBe('tot slot');
  // What came too late is still the browser's, and comes in with its next sync.
  const again = await bare(server, visitor);
  const asked = await again.next('step-1');
  again.sync(1, Y.encodeStateAsUpdate(anna.doc, asked.stateVector));
  await until('all is there', () => back.text === 'tot slot te laat');
});

test('[S36] a shutdown with the database away ends all the same, and says nothing is saved that is not', async () => {
  const log = new WatchedLog();
  const server = await roomsServer({ wrapLog: log.wrap, limits: { closeMs: 100 } });
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  await until('the answer counts', () => anna.acknowledged === 1);
  log.before = () => Promise.reject(new Error('away'));
  anna.sync(2, anna.type('weg'));
  await anna.settled();
  await server.restart();
  expect([await anna.ended(), anna.acknowledged]).toEqual([1012, 1]);
  log.before = () => undefined;
  expect((await caughtUp(server, visitor)).text).toBe('');
});
