/** A customer takes back what they said, and the klantbeloften that lean on it forget them, on a real PostgreSQL. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as ladders from '#document/kinds/ladders/operations';
import { local } from '#document/origins';
import { boardSnapshots } from '#server/db/board-tables';
import { signedBeloften } from '#server/db/ladder-tables';
import { rooms, roomUpdates } from '#server/db/tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { beginTalk, customerOf, observe, roundOff } from '#tests/support/interviewing';
import { laddersOf, planLadders } from '#tests/support/ladders-world';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await planLadders(world);
});

/** K1 and K2 were talked with; both stand by a signed belofte, whose behoefte is K1's quote. */
async function signedOnFindings(): Promise<void> {
  for (const label of ['K1', 'K2']) {
    await beginTalk(world, { label });
    await observe(world, 'deelnemer', { text: `onuitwisbaar ${label}`, customer: label });
    await roundOff(world, label);
  }
  await world.open('klantbeloften');
  await world.onWall('klantbeloften', (doc) => {
    const words = 'onuitwisbaar K1';
    const source = { id: 's1', kind: 'quote', from: 'b/o1', words, customer: 'K1' } as const;
    ladders.addBehoefte(doc, { id: 'n1', words, source }, local);
    ladders.addBelofte(doc, { id: 'b1', behoefteId: 'n1', words: 'wij je bellen' }, local);
    const found = ['K1', 'K2'].map((customer, at) => ({
      ...{ customer, from: `o${at}`, supports: true, words: `onuitwisbaar ${customer}` },
      ...{ about: '', quote: true, seconds: 10 },
    }));
    ladders.addFindings(doc, 'b1', found, local);
  });
  const boardId = await world.boardId('klantbeloften');
  await world.must('beslisser', {
    ...{ kind: 'sign-beloften', boardId },
    beloften: [{ id: 'b1', seen: 0, reason: '' }],
  });
}

async function kept(): Promise<string> {
  const boardId = await world.boardId('klantbeloften');
  const updates = await ground.db
    .select({ bytes: roomUpdates.update })
    .from(roomUpdates)
    .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
    .where(eq(rooms.boardId, boardId));
  const moments = await ground.db
    .select({ bytes: boardSnapshots.state })
    .from(boardSnapshots)
    .where(eq(boardSnapshots.boardId, boardId));
  const signed = await ground.db
    .select({ frozen: signedBeloften.frozen })
    .from(signedBeloften)
    .where(eq(signedBeloften.boardId, boardId));
  const bytes = [...updates, ...moments].map((one) =>
    Buffer.from(one.bytes ?? []).toString('utf8'),
  );
  return [...bytes, JSON.stringify(signed)].join('\n');
}

const withdraw = async (words: 'erase' | 'nameless') =>
  world.must('facilitator', {
    ...{ kind: 'withdraw-customer', customerId: await customerOf(world, 'K1'), words },
  });

it('[C340] of who withdraws nothing is left by a belofte: no finding, no source, no word in its log, moments or signature', async () => {
  await signedOnFindings();
  await world.open('hmw');
  expect(await kept()).toContain('onuitwisbaar K1');
  await withdraw('erase');
  const left = await kept();
  expect(left).not.toContain('onuitwisbaar K1');
  expect(left).toContain('onuitwisbaar K2');
  const { behoeften, beloften } = await laddersOf(world);
  expect(beloften[0]?.findings.map(({ customer }) => customer)).toEqual(['K2']);
  expect(beloften[0]?.decided).toMatchObject({
    version: 1,
    signedBy: expect.any(String) as string,
  });
  expect(behoeften[0]).toMatchObject({ words: '', sources: [] });
});

it('[C340] nor where it was brought in and taken out again before they withdrew', async () => {
  await beginTalk(world, { label: 'K1' });
  await roundOff(world, 'K1');
  await world.open('klantbeloften');
  await world.onWall('klantbeloften', (doc) => {
    const words = 'onuitwisbaar K1';
    const source = { id: 's1', kind: 'quote', from: 'b/o1', words, customer: 'K1' } as const;
    ladders.addBehoefte(doc, { id: 'n1', words, source }, local);
  });
  await world.onWall('klantbeloften', (doc) => ladders.removeBehoefte(doc, 'n1', local));
  expect(await kept()).toContain('onuitwisbaar K1');
  await withdraw('erase');
  expect(await kept()).not.toContain('onuitwisbaar K1');
});

it('[C341] what stays without a name still speaks for the belofte', async () => {
  await signedOnFindings();
  const boardId = await world.boardId('klantbeloften');
  const before = await world.roomOf({ boardId });
  await withdraw('nameless');
  expect(await world.roomOf({ boardId })).toBe(before);
  expect((await laddersOf(world)).beloften[0]?.findings).toHaveLength(2);
});

it('[C342] ladders that never knew them go on in the same room', async () => {
  await beginTalk(world, { label: 'K1' });
  await roundOff(world, 'K1');
  await world.open('klantbeloften');
  const boardId = await world.boardId('klantbeloften');
  const before = await world.roomOf({ boardId });
  await withdraw('erase');
  expect(await world.roomOf({ boardId })).toBe(before);
});

it('[C343] a belofte that customers contradict is signed with a reason alone', async () => {
  await signedOnFindings();
  await world.onWall('klantbeloften', (doc) => {
    ladders.addBelofte(doc, { id: 'b2', behoefteId: 'n1', words: 'de prijs klopt' }, local);
    const found = { customer: 'K2', from: 'o9', supports: false, words: 'gelooft het niet' };
    ladders.addFindings(doc, 'b2', [{ ...found, about: '', quote: false, seconds: 0 }], local);
  });
  const boardId = await world.boardId('klantbeloften');
  const sign = (reason: string) =>
    world.says('beslisser', {
      ...{ kind: 'sign-beloften', boardId, beloften: [{ id: 'b2', seen: 0, reason }] },
    });
  expect(await sign('')).toBe('contradicted');
  expect(await sign('wij meten het in maart')).toBe('ok');
});
