import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentBounds } from '#server/rooms/limits';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { bare, caughtUp, roomsServer } from '#tests/rooms/support/tidy';
import { sharedText } from '#tests/rooms/support/shared-text';
import type { RoomsServer } from '#tests/rooms/support/rooms-server';

const HALF_MIB = 524_288;

/** Some half a mebibyte as a command would write it, in place of what was there. */
async function fill(server: RoomsServer, round: number): Promise<void> {
  await server.rooms.change([server.board.id], async ({ doc }) => {
    const text = sharedText(doc(server.board.id));
    text.delete(0, text.length);
    text.insert(0, String.fromCharCode(97 + (round % 26)).repeat(HALF_MIB));
  });
}

/** More than a reader may be behind: the bounds of a document are another test's. */
const ENDLESS = { bytes: Infinity, records: Infinity };
const roomy = {
  documents: documentBounds({ board: ENDLESS, pile: ENDLESS, pad: ENDLESS }),
  textUnits: Infinity,
};
/** More than the buffers between two sockets of one machine hold. */
const ROUNDS = 40;

const textOf = (server: RoomsServer): Promise<string> =>
  server.rooms.read(server.board.id, (doc) => sharedText(doc).toString());

const documentFrames = ({ heard }: BareClient) =>
  heard.flatMap((said) => (said.kind === 'update' || said.kind === 'step-2' ? [said] : []));

test('[S60] who comes in while others write misses nothing and hears nothing twice, however short the turns', async () => {
  const server = await roomsServer({ limits: { turnMs: 0 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
  const visitor = await server.enter('Bram');
  const joiners: BareClient[] = [];
  for (const [index, letter] of [...letters].entries()) {
    anna.sync(2, anna.type(letter));
    if (index % 8 !== 0) continue;
    const joiner = await bare(server, visitor);
    joiner.sync(0, Y.encodeStateVector(joiner.doc));
    joiners.push(joiner);
  }
  await until('Anna is saved', () => anna.acknowledged === anna.frames);
  for (const joiner of joiners) await joiner.settled();
  for (const { heard } of joiners) {
    const doc = new Y.Doc();
    let isIn = false;
    for (const said of heard) {
      if (said.kind !== 'update' && said.kind !== 'step-2') continue;
      const before = Y.encodeStateVector(doc);
      Y.applyUpdate(doc, said.update);
      expect(doc.store.pendingStructs).toBeNull();
      // Only the step 2 that `settled` asked for, at the very end, has nothing new.
      const brought = Buffer.compare(before, Y.encodeStateVector(doc)) !== 0;
      if (isIn && said.kind === 'update') expect(brought).toBe(true);
      isIn ||= said.kind === 'step-2';
    }
    expect(sharedText(doc).toString()).toBe(letters);
  }
});

test('[S60] what is said to one alone comes behind what all were told before', async () => {
  const server = await roomsServer({ limits: { turnMs: 0 } });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  for (let n = 0; n < 30; n += 1) {
    anna.sync(2, anna.type('a'));
    bram.sync(2, bram.type('b'));
  }
  await until('both are saved', () => anna.acknowledged === 31 && bram.acknowledged === 31);
  for (const who of [anna, bram]) {
    await who.settled();
    const acks = who.heard.flatMap((said) => (said.kind === 'ack' ? [said.frames] : []));
    expect(acks).toEqual([...acks].sort((a, b) => a - b));
    expect(who.text).toHaveLength(60);
  }
  expect(anna.text).toBe(bram.text);
});

test('[S61] one encoding serves all who come with nothing, with what was committed since, for a while', async () => {
  const server = await roomsServer({ limits: { answerKeptMs: 150, tickMs: 25 } });
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  anna.sync(2, anna.type('x'.repeat(2_000)));
  await until('it is saved', () => anna.acknowledged === 2);
  const kinds = (who: BareClient) => documentFrames(who).map(({ kind }) => kind);

  const first = await caughtUp(server, visitor);
  expect(kinds(first)).toEqual(['step-2']);
  anna.sync(2, anna.type('!'));
  await until('it is saved', () => anna.acknowledged === 3);
  // What was encoded before comes as an update; the step 2, which says that all is there, is last.
  const second = await caughtUp(server, visitor);
  expect(kinds(second)).toEqual(['update', 'step-2']);
  expect(sharedText(second.doc).toString()).toBe(`${'x'.repeat(2_000)}!`);

  // What is kept listens to the document, and stops when it is let go.
  const listeners = () =>
    server.rooms.read(server.board.id, (doc) => doc._observers.get('update')?.size ?? 0);
  const kept = await listeners();
  await until('what was kept is let go', async () => (await listeners()) < kept);
  expect(kinds(await caughtUp(server, visitor))).toEqual(['step-2']);
});

test('[S61] who has something of their own is sent the rest, and nothing that they have', async () => {
  const server = await roomsServer();
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  anna.sync(2, anna.type('x'.repeat(1_500)));
  await until('it is saved', () => anna.acknowledged === 2);
  const back = await bare(server, visitor);
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(anna.doc));
  anna.sync(2, anna.type(' en meer'));
  await until('it is saved', () => anna.acknowledged === 3);
  await back.catchUp();
  const [answer] = documentFrames(back);
  expect(answer?.update.byteLength).toBeLessThan(200);
  expect(sharedText(back.doc).toString()).toBe(anna.text);
});

test('[S62] who does not read is told no more updates, and all of them at once when they read again', async () => {
  const server = await roomsServer({
    limits: {
      ...{ slowPresenceBytes: 16_384, slowUpdateBytes: HALF_MIB, slowEndBytes: 8 * HALF_MIB },
      ...roomy,
    },
  });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  await anna.settled();
  anna.socket.pause();
  for (let round = 0; round < ROUNDS; round += 1) await fill(server, round);
  const told = (who: BareClient) => documentFrames(who).filter(({ kind }) => kind === 'update');
  await until('Bram heard each', () => told(bram).length === ROUNDS);
  // Nobody else waits for her meanwhile.
  bram.sync(2, bram.type('!'));
  await until('Bram is saved', () => bram.acknowledged === 2);

  anna.socket.resume();
  let read = 0;
  await until('the rest comes, without being asked for', async () => {
    for (const { update } of documentFrames(anna).slice(read)) Y.applyUpdate(anna.doc, update);
    read = documentFrames(anna).length;
    return sharedText(anna.doc).toString() === (await textOf(server));
  });
  expect(anna.doc.store.pendingStructs).toBeNull();
  expect(read).toBeLessThan(ROUNDS);
  // And from there on she hears everything again.
  const from = told(anna).length;
  bram.sync(2, bram.type('?'));
  await until('Anna hears it', () => told(anna).length > from);
  expect(anna.text === (await textOf(server))).toBe(true);
  expect(anna.closed).toBeUndefined();
});

test('[S62] who does not read misses presence first, and sees how it is when they read again', async () => {
  const server = await roomsServer({
    limits: {
      ...{ slowPresenceBytes: 16_384, slowUpdateBytes: Infinity, slowEndBytes: Infinity },
    },
  });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  const carla = await caughtUp(server, await server.enter('Carla'));
  carla.say(43, 1, { cursor: { x: 1, y: 1 } });
  const shown = (who: BareClient, name: string) =>
    [...who.presence.values()].find((state) => (state?.member as { name: string })?.name === name);
  await until('Anna sees Carla', () => shown(anna, 'Carla') !== undefined);
  anna.socket.pause();
  for (let round = 0; round < ROUNDS; round += 1) await fill(server, round);
  const dirk = await caughtUp(server, await server.enter('Dirk'));
  for (let n = 1; n <= 200; n += 1) bram.say(42, n, { cursor: { x: n, y: 0 } });
  await until('Dirk sees Bram', () => shown(dirk, 'Bram')?.cursor?.valueOf() !== undefined);
  carla.close();
  await until('Dirk sees Carla go', () => shown(dirk, 'Carla') === undefined);
  await bram.settled();

  const from = anna.heard.length;
  anna.socket.resume();
  await until(
    'Anna sees where Bram is now',
    () => (shown(anna, 'Bram')?.cursor as { x: number } | undefined)?.x === 200,
    20_000,
  );
  expect(shown(anna, 'Carla')).toBeUndefined();
  const frames = anna.heard.slice(from).filter(({ kind }) => kind === 'presence');
  expect(frames.length).toBeLessThan(20);
});

test('[S62] a line that is never read ends, and nobody else notices', async () => {
  const server = await roomsServer({
    limits: {
      ...{ slowPresenceBytes: 16_384, slowUpdateBytes: Infinity, slowEndBytes: 4 * HALF_MIB },
      ...roomy,
    },
  });
  const anna = await caughtUp(server, await server.enter('Anna'));
  const bram = await caughtUp(server, await server.enter('Bram'));
  anna.say(41, 1, {});
  const isAnnaThere = () => [...bram.presence.values()].some((state) => state !== null);
  await until('Bram sees Anna', isAnnaThere);
  anna.socket.pause();
  for (let round = 0; round < ROUNDS; round += 1) await fill(server, round);
  await until('Bram sees her go', () => !isAnnaThere());
  anna.socket.resume();
  expect(await anna.ended()).toBe(1006);
  expect(bram.closed).toBeUndefined();
  bram.sync(2, bram.type('!'));
  await until('Bram is saved', () => bram.acknowledged === 2);
});

test('[S62] a document larger than what a reader may be behind is sent whole to who comes in', async () => {
  const server = await roomsServer({
    limits: { slowPresenceBytes: 1_024, slowUpdateBytes: 2_048, slowEndBytes: 4_096 },
  });
  await fill(server, 3);
  const visitor = await server.enter('Anna');
  const anna = await caughtUp(server, visitor);
  expect(sharedText(anna.doc).toString() === (await textOf(server))).toBe(true);
});
