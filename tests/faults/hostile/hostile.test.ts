/**
 * Whatever somebody sends who may write in a room, on a server with a heap of 256 MB: they go, or are
 * told, and nobody else notices. Two people are at work beside it all the time, one in the same room
 * and one in another sprint. One server for all: what a case leaves behind, the next would meet.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileCases, manyNotes, type HostileCase } from '#tests/faults/hostile/cases';
import {
  startHostileServer,
  type FarWorld,
  type HostileServer,
} from '#tests/faults/hostile/hostile-server';
import type { Door } from '#tests/faults/hostile/asks';
import { Typist } from '#tests/faults/hostile/typist';
import { until, type BareClient } from '#tests/rooms/support/clients';
import type { Cast } from '#tests/support/sprint-world';

/** A stall that nobody sees. */
const UNSEEN_MS = 50;
const MB = 1_048_576;
const DEEP = 'a note that nests 12,000 deep';

let server: HostileServer;
/** Another sprint; one whose wall was revealed and is ordered; one in which hidden notes are written; an example. */
let elsewhere: FarWorld;
let revealed: FarWorld;
let hidden: FarWorld;
let visited: { board: Door; pile: Door };
let far: Typist;
let beside: Typist;
/** How long a paste of 400 notes keeps the loop: as long as somebody honest may hold up the others. */
let pasteMs = Infinity;
let heapBefore = 0;

async function ordered(): Promise<FarWorld> {
  const world = await server.world();
  await world.call('openOrdered');
  return world;
}

async function writing(): Promise<FarWorld> {
  const world = await server.world();
  await world.call('open', 'hmw');
  await world.call('writePile', 'beslisser', 'hmw', ['verborgen']);
  return world;
}

const onWall = async (world: FarWorld, who: Cast = 'deelnemer'): Promise<BareClient> =>
  world.enter(who, { boardId: await world.call('boardId', 'hmw') });
const inPile = (world: FarWorld): Promise<BareClient> =>
  world.enter('deelnemer', { memberId: world.memberIds.deelnemer });

/** Where somebody may write, and how they come there: who brings much, in a sprint of their own. */
const places: Record<string, (isLarge: boolean) => Promise<BareClient>> = {
  'on the wall after a reveal': async (isLarge) => onWall(isLarge ? await ordered() : revealed),
  'in a pile before a reveal': async (isLarge) => inPile(isLarge ? await writing() : hidden),
  'in a pile after a reveal': async (isLarge) => inPile(isLarge ? await ordered() : revealed),
  'in an example, without an account': async (isLarge) =>
    server.knock(isLarge ? (await server.example()).pile : visited.board),
};

/** Where also those are tried that bring much: each takes a sprint of its own. */
const large: ReadonlySet<string> = new Set([
  'on the wall after a reveal',
  'in an example, without an account',
]);

beforeAll(async () => {
  server = await startHostileServer();
  [elsewhere, revealed, hidden] = [await ordered(), await ordered(), await writing()];
  visited = await server.example();
  far = new Typist(await onWall(elsewhere, 'beslisser'), 'elders');
  beside = new Typist(await onWall(revealed, 'beslisser'), 'ernaast');
  const honest = await onWall(elsewhere);
  for (const name of ['eerst', 'daarna', 'dan']) {
    await server.heldMs();
    manyNotes(honest, 400, { each: 400, letters: 40, name, isWhole: true });
    await until('the paste is saved', () => honest.acknowledged === honest.frames, 30_000);
    pasteMs = Math.min(pasteMs, await server.heldMs());
  }
  honest.close();
  heapBefore = await server.heapBytes();
}, 120_000);
afterAll(async () => {
  for (const one of [beside, far]) one?.stop();
  await server?.close();
});

describe.each(Object.entries(places))('%s', (place, enter) => {
  const all = Object.entries(hostileCases);
  const cases = large.has(place) ? all : all.filter(([, { isLarge }]) => !isLarge);
  test.each(cases)('[S110] %s', async (_, hostile) => {
    const enough = Math.max(UNSEEN_MS, 1.5 * pasteMs);
    // What is slow for a reason of its own (a machine that others use, code that runs for the first time) is not so thrice.
    let heldMs = Infinity;
    for (let tries = 0; tries < 3 && heldMs > enough; tries += 1) {
      heldMs = Math.min(heldMs, await tryOut(hostile, enter));
    }
    expect(heldMs).toBeLessThan(enough);
    for (const one of [far, beside]) await one.saved();
  });
});

/** @returns how long the server kept its loop for it. */
async function tryOut(
  { ends, isLarge = false, send }: HostileCase,
  enter: (isLarge: boolean) => Promise<BareClient>,
): Promise<number> {
  const client = await enter(isLarge);
  await withANote(client);
  const framesBefore = client.frames;
  await server.heldMs();
  send(client);
  if (ends !== null) expect(await client.ended()).toBe(ends);
  else await until('it is told', () => client.closed !== undefined || client.space !== 'enough');
  if (client.frames > framesBefore) expect(client.acknowledged).toBeLessThan(client.frames);
  const heldMs = await server.heldMs();
  client.close();
  return heldMs;
}

/** Something to write in. */
async function withANote(client: BareClient): Promise<void> {
  await client.catchUp();
  client.answer();
  manyNotes(client, 1, { name: 'eigen' });
  await until('it has a note', () => client.acknowledged === client.frames);
}

describe('afterwards', () => {
  test('[S110] who was at work beside it has every letter', async () => {
    for (const [one, world] of [
      [far, elsewhere],
      [beside, revealed],
    ] as const) {
      const typed = await one.saved();
      const { notes } = await world.call('wall', 'hmw');
      const text = notes.find(({ id }) => id === one.noteId)?.text ?? '';
      expect(text.slice(0, typed.length)).toBe(typed);
      expect(typed.length).toBeGreaterThan(20);
    }
  });

  test('[S110] the server has its memory back', async () => {
    expect((await server.heapBytes()) - heapBefore).toBeLessThan(48 * MB);
    expect(server.isAlive()).toBe(true);
  });

  test('[S111] what was hidden is revealed', async () => {
    expect(await reveal(hidden)).toContain('verborgen');
  });

  test('[S111] the wall is put back', async () => {
    expect(await restore(revealed)).toEqual(['appel', 'peer', 'pruim']);
  });

  // Both start the server anew: last.
  test('[S111] a note 12,000 deep in a pile keeps nobody from the reveal', async () => {
    const world = await writing();
    await world.damage({ memberId: world.memberIds.deelnemer }, DEEP);
    expect(await reveal(world)).toContain('verborgen');
  });

  test('[S111] a wall with a note 12,000 deep is put back', async () => {
    const world = await ordered();
    await world.damage({ boardId: await world.call('boardId', 'hmw') }, DEEP);
    expect(await restore(world)).toEqual(['appel', 'peer', 'pruim']);
    const client = await onWall(world);
    await withANote(client);
    client.close();
  });
});

/** @returns what is on the wall then. */
async function reveal(world: FarWorld): Promise<string[]> {
  const command = await world.call('advance', 'hmw', 'writing', 'reveal');
  await world.call('must', 'facilitator', command);
  return textsOf(world);
}

async function restore(world: FarWorld): Promise<string[]> {
  const [moment] = await world.call('moments', 'hmw');
  const boardId = await world.call('boardId', 'hmw');
  const snapshotId = moment?.id ?? '';
  await world.call('must', 'facilitator', { kind: 'restore-snapshot', boardId, snapshotId });
  return textsOf(world);
}

async function textsOf(world: FarWorld): Promise<string[]> {
  const { notes } = await world.call('wall', 'hmw');
  return notes.map(({ text }) => text).sort();
}
