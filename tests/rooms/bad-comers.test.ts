import { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { roomLimits } from '#server/rooms/limits';
import { until } from '#tests/rooms/support/clients';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';
import { bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';

/** @returns the status with which it was refused, or 101. */
function knock(
  server: RoomsServer,
  { cookie = '', room = server.boardName, from = 'here' } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-address': from, ...(cookie && { cookie }) };
    const socket = new WebSocket(`${server.wsUrl}/sync/${room}`, {
      ...{ headers, origin: server.origin },
    });
    socket.on('open', () => void socket.on('close', () => resolve(101)).close());
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

async function sendRubbish(server: RoomsServer, visitor: Visitor): Promise<void> {
  const client = await bare(server, visitor);
  client.send(Uint8Array.of(99));
  expect(await client.ended()).toBe(4400);
}

const badSession = { free: 0, firstMs: 600, longestMs: 60_000, forgivenMs: 600_000 };

test('[S63] who was closed for a bad frame is kept out for a growing while, their neighbour is not', async () => {
  const server = await roomsServer({ limits: { badSession } });
  const [anna, bram] = [await server.enter('Anna'), await server.enter('Bram')];
  const pauseMs = async (): Promise<number> => {
    await sendRubbish(server, anna);
    const startMs = performance.now();
    const lookedUp = server.lookedUp;
    expect(await knock(server, anna)).toBe(429);
    expect(server.lookedUp).toBe(lookedUp);
    expect(await knock(server, bram)).toBe(101);
    await until('Anna may come back', async () => (await knock(server, anna)) === 101);
    return performance.now() - startMs;
  };
  const first = await pauseMs();
  const second = await pauseMs();
  expect(first).toBeGreaterThan(300);
  expect(second).toBeGreaterThan(900);
});

test('[S63] an address from which many come in vain is refused unread, who was good lately still passes', async () => {
  const badAddress = { free: 10, firstMs: 60_000, longestMs: 60_000, forgivenMs: 60_000 };
  const server = await roomsServer({ limits: { badAddress } });
  const [anna, bram] = [await server.enter('Anna'), await server.enter('Bram')];
  expect(await knock(server, anna)).toBe(101);
  const statuses: number[] = [];
  for (let n = 0; n < 30; n += 1)
    statuses.push(await knock(server, { cookie: `${bram.cookie}${n}` }));
  expect([statuses[9], statuses[11], statuses[29]]).toEqual([101, 429, 429]);
  const { lookedUp } = server;
  expect(await knock(server, { room: 'nowhere/board/x' })).toBe(429);
  expect(server.lookedUp).toBe(lookedUp);
  // Anna was in before; Bram comes from elsewhere.
  expect(await knock(server, anna)).toBe(101);
  expect(await knock(server, { ...bram, from: 'elsewhere' })).toBe(101);
});

test('[S63] what makes somebody bad by default is rare for everybody else', () => {
  expect(roomLimits.badSession).toMatchObject({ free: 0, firstMs: 1_000 });
  expect(roomLimits.badAddress.free).toBeGreaterThanOrEqual(20);
});

test('[S64] a session is looked up once for each socket', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  const { lookedUp } = server;
  await caughtUp(server, anna);
  await caughtUp(server, anna);
  expect(server.lookedUp).toBe(lookedUp + 2);
});

test('[S67] of many who knock at once a few are looked up at a time, and all come in', async () => {
  const server = await roomsServer({ limits: { socketsPerPerson: 100 } });
  const [anna, bram] = [await server.enter('Anna'), await server.enter('Bram')];
  const knocking = Array.from({ length: 60 }, (_, n) => knock(server, n % 2 ? anna : bram));
  expect(new Set(await Promise.all(knocking))).toEqual(new Set([101]));
  expect(server.mostLookedUpAtOnce).toBeLessThanOrEqual(4);
});

test('[S64] a session that ends while its socket comes in is closed all the same', async () => {
  const server = await roomsServer();
  const anna = await server.enter('Anna');
  // Looked up while it lives, and over before the room could be told to end it.
  const client = await bare(server, anna).catch(() => undefined);
  await server.sessions.endSession(anna.sessionId);
  expect(await client?.ended()).toBe(4401);
  expect(await (await bare(server, anna)).ended()).toBe(4401);
});
