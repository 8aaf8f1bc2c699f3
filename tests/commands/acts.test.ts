/** The trail of facilitation: a line per act in its own transaction, and nothing in it that should not be. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { acts as actRows } from '#server/db/facilitation-tables';
import { createActs, type Acts } from '#server/stage/acts';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Actor, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
let acts: Acts;
beforeAll(async () => {
  ground = await makeGround();
  acts = createActs(ground);
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
});

const page = (who: Actor | Cast, before: string | null = null) =>
  acts.page(world.sessions[who], world.sprintId, { before });
const lines = async () => (await page('deelnemer')).acts.map(({ kind, by }) => `${by} ${kind}`);

/** One after the other in time too, so that the order is told by the clock. */
async function gives(who: Cast, ...commands: Parameters<World['must']>[1][]): Promise<void> {
  for (const command of commands) {
    ground.clock.advance(1_000);
    await world.must(who, command);
  }
}

it('[C82] an act leaves a line with names, titles and figures; every member reads it, newest first', async () => {
  const title = 'Vraag van Bo';
  await gives(
    'facilitator',
    { kind: 'add-step', exercise: 'note-en-stem', day: 1, before: null, title },
    { kind: 'open-step', stepId: world.step('hmw') },
    { kind: 'extend-clock', minutes: 5 },
    world.advance('hmw', 'writing', 'reveal'),
    { kind: 'set-role', memberId: world.memberIds.deelnemer, role: 'expert' },
    { kind: 'set-door', open: false },
  );
  const { acts: read } = await page('waarnemer');
  expect(read.slice(0, 6).map(({ kind, detail }) => ({ kind, ...detail }))).toEqual([
    { kind: 'set-door', on: false },
    { kind: 'set-role', person: 'deelnemer', role: 'expert' },
    { kind: 'advance-phase', exercise: 'hmw', phase: 'reveal' },
    { kind: 'extend-clock', minutes: 5 },
    { kind: 'open-step', exercise: 'hmw' },
    { kind: 'add-step', exercise: 'note-en-stem', title },
  ]);
  expect(read[0]?.by).toBe('facilitator');
  expect(Math.abs((read[0]?.at ?? 0) - ground.clock.now().getTime())).toBeLessThan(60_000);
});

it('[C82] what is for oneself, and what stays between two people, leaves no line', async () => {
  await world.open('hmw');
  const before = await lines();
  await world.must('deelnemer', { kind: 'set-hand', up: true });
  await world.must('deelnemer', { kind: 'rename-me', name: 'Nieuw' });
  await world.must('facilitator', { kind: 'nudge', memberId: world.memberIds.expert });
  await world.must('facilitator', {
    ...{ kind: 'write-facilitator-note', stepId: null, text: 'geheim', version: 0 },
  });
  expect(await lines()).toEqual(before);
});

it('[C82] a refused act leaves no line, and an undo is an act like any other', async () => {
  const before = await lines();
  await world.says('deelnemer', { kind: 'open-step', stepId: world.step('hmw') });
  await world.says('facilitator', { kind: 'open-step', stepId: 'nergens' });
  expect(await lines()).toEqual(before);
  await gives('facilitator', { kind: 'open-step', stepId: world.step('experts') });
  await gives('co', { kind: 'next-step', from: world.step('experts') });
  await gives('facilitator', { kind: 'back-step', from: world.step('hmw') });
  const { acts: read } = await page('deelnemer');
  expect(read.slice(0, 2)).toMatchObject([
    { kind: 'back-step', by: 'facilitator', detail: { exercise: 'experts' } },
    { kind: 'next-step', by: 'co', detail: { exercise: 'hmw' } },
  ]);
});

it('[C83] no note, vote, reason, link or code is in the trail', async () => {
  const { roundId, ids } = await world.openVote(['zeer geheim briefje']);
  const dot = { roundId, candidateId: ids[0] ?? '' };
  await world.must('deelnemer', { kind: 'cast-dot', ...dot });
  const link = (await world.must('facilitator', { kind: 'make-join-link', role: 'expert' })) as {
    path: string;
  };
  const { code } = (await world.must('facilitator', { kind: 'new-code' })) as { code: string };
  await world.must('beslisser', {
    ...{ kind: 'give-mandate', memberId: world.memberIds.account, reason: 'ziek kind' },
  });
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await world.must('facilitator', world.advance('hmw-stemmen', 'result', 'decision'));
  const stepId = world.step('hmw-stemmen');
  await world.must('beslisser', { kind: 'decide', stepId, ...dot, reason: 'mijn reden' });
  const rows = await ground.db.select().from(actRows).where(eq(actRows.sprintId, world.sprintId));
  expect(rows.length).toBeGreaterThan(8);
  const written = JSON.stringify(rows);
  const token = link.path.split('/').at(-1) ?? 'no token';
  for (const secret of ['zeer geheim', 'ziek kind', 'mijn reden', code, token, dot.candidateId]) {
    expect(written).not.toContain(secret);
  }
});

it('[C84] the trail comes a page at a time, without gap or double', async () => {
  const lock = { kind: 'set-door', open: true } as const;
  for (let index = 0; index < 45; index++) await gives('facilitator', lock);
  const first = await page('deelnemer');
  expect(first.acts).toHaveLength(40);
  expect(first.more).toBe(true);
  const second = await page('deelnemer', first.acts.at(-1)?.id ?? null);
  expect(second.more).toBe(false);
  const all = [...first.acts, ...second.acts];
  const rows = await ground.db.select().from(actRows).where(eq(actRows.sprintId, world.sprintId));
  expect(new Set(all.map((act) => act.id)).size).toBe(rows.length);
  expect(all.map((act) => act.at)).toEqual(all.map((act) => act.at).sort((a, b) => b - a));
  expect(await page('deelnemer', 'unknown')).toEqual({ acts: [], more: false });
});

it.each([
  ['signed-out', 'not-signed-in'],
  ['stranger', 'not-a-member'],
  ['removed', 'removed-from-sprint'],
] as const)('[C84] %s does not read the trail', async (who, code) => {
  await expect(page(who)).rejects.toMatchObject({ refusal: { code } });
});
