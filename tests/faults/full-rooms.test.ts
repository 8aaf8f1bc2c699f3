/** A full or a hostile room, with somebody at work in another one: what it costs them, and what it costs to come back. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { addNotes } from '#document/boards/wall';
import { server as serverOrigin } from '#document/origins';
import { roomLimits, type RoomLimits } from '#server/rooms/limits';
import { until, type BareClient } from '#tests/rooms/support/clients';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';
import { atEnd, bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { WatchedLog } from '#tests/rooms/support/watched-log';

const JOINERS = 150;
const BAD = 44;
const ENTRIES = 100_000;

const roomy: Partial<RoomLimits> = { socketsPerPerson: 1_000 };
/** As it was before there were turns: everything at once. */
const atOnce: Partial<RoomLimits> = { turnMs: Infinity };

/** Notes on the shared board, of so many letters. */
async function fill(server: RoomsServer, notes: number, letters = 500): Promise<void> {
  await server.rooms.change([server.board.id], async ({ doc }) => {
    const made = Array.from({ length: notes }, (_, n) => {
      const text = `${n} `.padEnd(letters, 'hoe kunnen we ');
      return { id: `n${n}`, text, at: [n, n], color: 'yellow' } as const;
    });
    addNotes(doc(server.board.id), made, serverOrigin);
  });
}

/** Somebody at work in a room of their own. @returns writes a letter and waits until it is saved. */
async function atWork(server: RoomsServer): Promise<() => Promise<void>> {
  const vera = await server.enter('Vera');
  const { name } = await server.privateRoomOf(vera);
  const client = await caughtUp(server, vera, { room: name });
  return async () => {
    client.sync(2, client.type('v'));
    const { frames } = client;
    await until('Vera is saved', () => client.acknowledged >= frames, 20_000);
  };
}

/**
 * The longest that the loop of this process, in which the server runs, was held while something went
 * on: in time of the processor, so that what else the machine does counts for nothing.
 */
async function longestHoldMs(work: () => Promise<unknown>): Promise<number> {
  let longestUs = 0;
  let isOver = false;
  let before = process.cpuUsage();
  const look = (): void => {
    const { user, system } = process.cpuUsage(before);
    longestUs = Math.max(longestUs, user + system);
    before = process.cpuUsage();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await new Promise(setImmediate);
  await work();
  await new Promise(setImmediate);
  isOver = true;
  return longestUs / 1_000;
}

/** Sockets that ask for everything at once, each in words of its own or all in the same. */
async function askAllAtOnce(
  server: RoomsServer,
  { cookie }: Visitor,
  inOwnWords: boolean,
): Promise<void> {
  const { wsUrl, boardName, origin } = server;
  const sockets = Array.from(
    { length: JOINERS },
    () => new WebSocket(`${wsUrl}/sync/${boardName}?ack=1`, { origin, headers: { cookie } }),
  );
  atEnd(() => sockets.forEach((socket) => socket.terminate()));
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  const answered = sockets.map(
    (socket) =>
      new Promise<void>((resolve) => {
        // Step 2 is the last frame of an answer.
        socket.on('message', (data: Buffer) => data[0] === 0 && data[1] === 1 && resolve());
      }),
  );
  sockets.forEach((socket, n) => {
    const stateVector = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, inOwnWords ? 1 : 0);
      if (!inOwnWords) return;
      encoding.writeVarUint(encoder, 1_000_000 + n);
      encoding.writeVarUint(encoder, 0);
    });
    socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(encoder, stateVector);
      }),
    );
  });
  await Promise.all(answered);
}

test('[S65] 150 who come in at once hold the others up for a fraction of what answering all of them takes', async () => {
  const held: number[] = [];
  for (const limits of [{ ...roomy, ...atOnce }, roomy]) {
    const server = await roomsServer({ limits });
    const write = await atWork(server);
    await fill(server, 300, 100);
    const visitor = await server.enter('Anna');
    await caughtUp(server, visitor);
    // Who ask in words of their own are encoded for one by one: the hardest case for turns too.
    held.push(await longestHoldMs(() => askAllAtOnce(server, visitor, true)));
    await write();
  }
  const [atOnceMs = 0, inTurnsMs = Infinity] = held;
  expect(inTurnsMs).toBeLessThan(atOnceMs / 4);
}, 60_000);

test('[S61] 150 who come in with nothing cost much less than 150 who are each encoded for', async () => {
  const server = await roomsServer({ limits: roomy });
  await fill(server, 1_000, 10);
  const visitor = await server.enter('Anna');
  await caughtUp(server, visitor);
  const spent: number[] = [];
  for (const inOwnWords of [true, false]) {
    const before = process.cpuUsage();
    await askAllAtOnce(server, visitor, inOwnWords);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1_000);
  }
  const [eachMs = 0, togetherMs = Infinity] = spent;
  expect(togetherMs).toBeLessThan(eachMs * 0.75);
}, 60_000);

/** States of people who are not there, as small as they can be. */
function flood(): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, ENTRIES);
    for (let n = 0; n < ENTRIES; n += 1) {
      encoding.writeVarUint(encoder, 1_000 + n);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, '{}');
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
}

test('[S26] 100,000 states in one frame close their sender before they are read, and nobody waits for them', async () => {
  const server = await roomsServer();
  const write = await atWork(server);
  const frame = flood();
  const harm = await caughtUp(server, await server.enter('Harm'));
  const readingMs = await longestHoldMs(async () => readAll(frame));
  const heldMs = await longestHoldMs(async () => {
    harm.send(frame);
    await write();
    expect([4400, 4413]).toContain(await harm.ended());
  });
  expect(heldMs).toBeLessThan(readingMs / 2);
  await write();
});

/** As a browser reads it. */
function readAll(frame: Uint8Array): void {
  const awareness = new Awareness(new Y.Doc());
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null);
  awareness.destroy();
}

test('[S63] of 44 bad connections in a row one is let in, no more is looked up, and who works beside is saved after each', async () => {
  const { badSession, badAddress } = roomLimits;
  const log = new WatchedLog();
  const server = await roomsServer({ limits: { badSession, badAddress }, wrapLog: log.wrap });
  const write = await atWork(server);
  const harm = await server.enter('Harm');
  const { loads } = log;
  const { lookedUp } = server;
  const statuses: number[] = [];
  for (let n = 0; n < BAD; n += 1) {
    statuses.push(await sayRubbish(server, harm));
    await write();
  }
  expect(statuses.filter((status) => status === 101).length).toBeLessThan(5);
  expect(server.lookedUp - lookedUp).toBeLessThan(5);
  expect(log.loads - loads).toBeLessThanOrEqual(1);
}, 60_000);

/** @returns the status with which it was answered. */
function sayRubbish(
  { wsUrl, boardName, origin }: RoomsServer,
  { cookie }: Visitor,
): Promise<number> {
  const socket = new WebSocket(`${wsUrl}/sync/${boardName}`, { origin, headers: { cookie } });
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(Uint8Array.of(99)));
    socket.on('close', () => resolve(101));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

const bytesHeard = ({ heard }: BareClient): number =>
  heard.reduce((sum, said) => sum + ('update' in said ? said.update.byteLength : 0), 0);

test('[S66] who comes back after a bad frame is looked up once, and sent what they lack and nothing that they have', async () => {
  const badSession = { free: 0, firstMs: 200, longestMs: 200, forgivenMs: 60_000 };
  const log = new WatchedLog();
  const server = await roomsServer({ limits: { badSession }, wrapLog: log.wrap });
  await fill(server, 500);
  const visitor = await server.enter('Anna');
  const bram = await caughtUp(server, await server.enter('Bram'));
  const anna = await caughtUp(server, visitor);
  expect(bytesHeard(anna)).toBeGreaterThan(250_000);
  anna.send(Uint8Array.of(99));
  expect(await anna.ended()).toBe(4400);
  bram.sync(2, bram.type('ondertussen'));
  await until('Bram is saved', () => bram.acknowledged === bram.frames);

  const { loads } = log;
  let { lookedUp } = server;
  let back: BareClient | undefined;
  await until('she may come back', async () => {
    ({ lookedUp } = server);
    back = await bare(server, visitor).catch(() => undefined);
    return back !== undefined;
  });
  if (!back) throw new Error('she never came back');
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(anna.doc));
  await back.catchUp();
  expect(back.text).toBe('ondertussen');
  expect(bytesHeard(back)).toBeLessThan(500);
  expect([server.lookedUp - lookedUp, log.loads - loads]).toEqual([1, 0]);
});
