/** Klantbeloften from hidden writing to the signed set, on a real PostgreSQL. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as ladders from '#document/kinds/ladders/operations';
import { local } from '#document/origins';
import { signedBeloften } from '#server/db/ladder-tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { climb, laddersOf, planLadders, writeHidden } from '#tests/support/ladders-world';
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

const many = (count: number, proven = true) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `b${at + 1}`, words: `belofte ${at + 1}`, proven },
  }));

async function sign(
  who: 'beslisser' | 'stand-in' | 'facilitator' | 'deelnemer',
  ...beloften: { id: string; seen?: number; reason?: string }[]
): Promise<string> {
  const boardId = await world.boardId('klantbeloften');
  return world.says(who, {
    kind: 'sign-beloften',
    boardId,
    beloften: beloften.map(({ id, seen = 0, reason = '' }) => ({ id, seen, reason })),
  });
}

const rows = (belofteId: string) =>
  ground.db
    .select()
    .from(signedBeloften)
    .where(eq(signedBeloften.belofteId, belofteId))
    .orderBy(signedBeloften.version)
    .then((all) => all.filter(({ sprintId }) => sprintId === world.sprintId));

/** The concepts up to the decision, with these beloften on the ladders. */
async function voted(count: number): Promise<string[]> {
  await world.open('conceptbeloften');
  await climb(world, 'conceptbeloften', many(count));
  for (const [from, to] of [
    ['open', 'writing'],
    ['writing', 'reveal'],
    ['reveal', 'voting'],
    ['voting', 'result'],
    ['result', 'decision'],
  ] as const) {
    await world.must('facilitator', world.advance('conceptbeloften', from, to));
  }
  const { candidates, rounds } = await world.authority();
  const round = rounds.find(({ stepId }) => stepId === world.step('conceptbeloften'));
  return candidates.filter(({ roundId }) => roundId === round?.id).map(({ id }) => id);
}

const keep = (kept: string[]) =>
  ({
    kind: 'keep-beloften',
    ...{ stepId: world.step('conceptbeloften'), kept, reason: 'Dit kunnen we waarmaken' },
  }) as const;

it('[C295] hidden beloften are laid nameless on their behoefte, also beside what an earlier step left', async () => {
  await world.open('conceptbeloften');
  await climb(world, 'conceptbeloften', many(1));
  await world.must('facilitator', world.advance('conceptbeloften', 'open', 'writing'));
  const at = { exercise: 'conceptbeloften', about: 'n1' } as const;
  await writeHidden(world, { who: 'deelnemer', ...at }, ['wij je bellen']);
  await writeHidden(world, { who: 'beslisser', ...at }, ['een uur een uur is']);
  expect((await laddersOf(world, 'conceptbeloften')).beloften).toHaveLength(1);
  await world.must('facilitator', world.advance('conceptbeloften', 'writing', 'reveal'));
  const { beloften } = await laddersOf(world, 'conceptbeloften');
  expect(beloften.map(({ words }) => words).sort()).toEqual([
    ...['belofte 1', 'een uur een uur is', 'wij je bellen'],
  ]);
  expect(new Set(beloften.map(({ behoefteId }) => behoefteId))).toEqual(new Set(['n1']));
  expect(JSON.stringify(beloften)).not.toContain(world.memberIds.deelnemer);
  expect(await world.pile('deelnemer')).toEqual([]);
  await world.open('klantbeloften');
  expect(await world.boardId('klantbeloften')).toBe(await world.boardId('conceptbeloften'));
  const { steps } = await world.authority();
  expect(steps.find(({ id }) => id === world.step('klantbeloften'))?.phase).toBe('open');
});

it('[C296] the Decider keeps three to seven, which become the concepts; withdrawn they are none', async () => {
  const candidates = await voted(8);
  expect(await world.says('deelnemer', keep(candidates.slice(0, 3)))).toBe('not-the-decider');
  expect(await world.says('beslisser', keep(candidates.slice(0, 2)))).toBe('field-invalid');
  expect(await world.says('beslisser', keep(candidates))).toBe('field-invalid');
  const stepId = world.step('conceptbeloften');
  const [candidateId = ''] = candidates;
  const one = { kind: 'decide', stepId, candidateId, reason: 'deze' } as const;
  expect(await world.says('beslisser', one)).toBe('wrong-phase');
  await world.must('stand-in', keep(candidates.slice(0, 3)));
  const kept = (await laddersOf(world, 'conceptbeloften')).beloften.filter(
    ({ decided }) => decided.kept && decided.concept,
  );
  expect(kept.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3']);
  expect(await world.says('beslisser', keep(candidates.slice(0, 3)))).toBe('already-decided');
  await world.must('beslisser', { kind: 'withdraw-decision', stepId });
  const after = await laddersOf(world, 'conceptbeloften');
  expect(after.beloften.some(({ decided }) => decided.kept || decided.concept)).toBe(false);
});

it('[C297] all sound ones are signed in one act, frozen as they read, and all see who signed', async () => {
  await world.open('klantbeloften');
  await climb(world, 'klantbeloften', many(3));
  expect(await sign('facilitator', { id: 'b1' })).toBe('not-the-decider');
  expect(await sign('stand-in', { id: 'b1' }, { id: 'b2' })).toBe('ok');
  const { beloften } = await laddersOf(world);
  expect(beloften.map(({ decided }) => decided.version)).toEqual([1, 1, 0]);
  expect(beloften[0]?.decided).toMatchObject({ signedBy: 'stand-in', onBehalfOf: 'beslisser' });
  await world.onWall('klantbeloften', (doc) => {
    const at = { record: 'beloften', id: 'b1', field: 'words' } as const;
    ladders.editLadderText(doc, at, { before: 'belofte 1', after: 'iets anders' }, local);
  });
  const [row] = await rows('b1');
  expect(row).toMatchObject({ version: 1, byName: 'stand-in', onBehalfOf: 'beslisser' });
  expect(row?.frozen).toMatchObject({
    ...{ words: 'belofte 1', behoefte: { words: 'Ik zit de hele dag te wachten' } },
    proofs: [{ words: 'Route-app', inPlace: true }],
  });
});

it('[C298] one without proof asks for a reason; one that may not be signed refuses the whole act', async () => {
  await world.open('klantbeloften');
  await climb(world, 'klantbeloften', [...many(2), { id: 'x', words: 'zonder', proven: false }]);
  expect(await sign('beslisser', { id: 'b1' }, { id: 'x' })).toBe('no-proof');
  expect(await rows('b1')).toEqual([]);
  expect((await laddersOf(world)).beloften[0]?.decided.version).toBe(0);
  expect(await sign('beslisser', { id: 'x', reason: 'De proef begint in maart' })).toBe('ok');
  expect((await rows('x'))[0]?.reason).toBe('De proef begint in maart');
  expect(await sign('beslisser', { id: 'weg' })).toBe('no-such-belofte');
});

it('[C298] above seven it may be signed, above twelve it may not', async () => {
  await world.open('klantbeloften');
  await climb(world, 'klantbeloften', many(12));
  expect(await sign('beslisser', { id: 'b1' })).toBe('ok');
  await world.onWall('klantbeloften', (doc) =>
    ladders.addBelofte(doc, { id: 'b13', behoefteId: 'n1', words: 'nog een' }, local),
  );
  expect(await sign('beslisser', { id: 'b2' })).toBe('set-too-large');
});

it('[C299] of two who sign at once one is refused; a change is a new version with its reason', async () => {
  await world.open('klantbeloften');
  await climb(world, 'klantbeloften', many(3));
  const both = await Promise.all([sign('beslisser', { id: 'b1' }), sign('stand-in', { id: 'b1' })]);
  expect(both.sort()).toEqual(['changed-meanwhile', 'ok']);
  expect(await sign('beslisser', { id: 'b1', seen: 1 })).toBe('reason-needed');
  const boardId = await world.boardId('klantbeloften');
  const change = { kind: 'change-belofte', boardId, belofteId: 'b1', reason: 'Klant 4' } as const;
  expect(await world.says('deelnemer', change)).toBe('not-your-role');
  expect(await world.says('facilitator', { ...change, belofteId: 'b2' })).toBe('nothing-signed');
  await world.must('facilitator', change);
  expect((await laddersOf(world)).beloften[0]?.decided).toMatchObject({
    ...{ version: 1, change: 'Klant 4' },
  });
  expect(await sign('beslisser', { id: 'b1', seen: 1 })).toBe('ok');
  expect((await rows('b1')).map(({ version, reason }) => [version, reason])).toEqual([
    [1, ''],
    [2, 'Klant 4'],
  ]);
  expect((await laddersOf(world)).beloften[0]?.decided).toMatchObject({ version: 2, change: '' });
});

it('[C300] concepts are not signed, nor anything while it is written hidden or voted on', async () => {
  await world.open('conceptbeloften');
  await climb(world, 'conceptbeloften', many(3));
  const boardId = await world.boardId('conceptbeloften');
  const beloften = [{ id: 'b1', seen: 0, reason: '' }];
  const command = { kind: 'sign-beloften', boardId, beloften } as const;
  expect(await world.says('beslisser', command)).toBe('wrong-phase');
  await world.open('klantbeloften');
  await world.must('facilitator', world.advance('klantbeloften', 'open', 'writing'));
  expect(await world.says('beslisser', command)).toBe('wrong-phase');
  await world.must('facilitator', {
    kind: 'close-step',
    stepId: world.step('klantbeloften'),
  });
  expect(await world.says('beslisser', command)).toBe('step-not-open');
  expect(await world.says('beslisser', { ...command, boardId: 'weg' })).toBe('no-such-board');
});
