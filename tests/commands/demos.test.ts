/** The lightning demos between their phases, on a real PostgreSQL: own lists, a drawn order, turns on the clock. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { plainCards, type PlainCard } from '#document/kinds/cards/plain';
import { steps } from '#server/db/tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

const DEMOS = 'lightning-demos';
let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  for (const [at, key] of [DEMOS, 'more'].entries()) {
    const id = (world.stepIds[key] = nanoid());
    const row = { id, sprintId: world.sprintId, day: 2, position: `b${at}`, exercise: DEMOS };
    await ground.db.insert(steps).values({ ...row, minutes: 60 });
  }
  await world.open(DEMOS);
});

async function cards(): Promise<PlainCard[]> {
  const roomId = await world.roomOf({ boardId: await world.boardId(DEMOS) });
  return (await ground.rooms.read(roomId, plainCards)).cards;
}

async function list(): Promise<void> {
  await world.writePile('deelnemer', DEMOS, ['Bol', 'Coolblue']);
  await world.writePile('beslisser', DEMOS, ['NS']);
}

async function stageOf(who: Cast) {
  return ground.stages.of(world.sessions[who], world.sprintId);
}

it('[C211] what each lists is nobody else’s before the reveal, and then a card each, with a name', async () => {
  await list();
  expect(await cards()).toEqual([]);
  const { now } = await stageOf('account');
  expect(now).toMatchObject({ phase: 'writing', piles: null, pileTotal: 3, turn: null });
  expect(JSON.stringify(await stageOf('account'))).not.toMatch(/Bol|Coolblue|"NS"/);
  await world.must('facilitator', world.advance(DEMOS, 'writing', 'reveal'));
  const laid = await cards();
  expect(laid.map(({ title }) => title).sort()).toEqual(['Bol', 'Coolblue', 'NS']);
  const [bol, coolblue] = ['Bol', 'Coolblue'].map((title) =>
    laid.findIndex((card) => card.title === title),
  );
  expect((coolblue ?? 0) - (bol ?? 0)).toBe(1);
  expect(laid.find(({ title }) => title === 'NS')).toMatchObject({
    ...{ presenter: 'beslisser', presenterId: world.memberIds.beslisser },
  });
  expect(await world.pile('deelnemer')).toEqual([]);
});

it('[C212] a turn starts its three minutes, is told to all, and is not given twice', async () => {
  await list();
  const stepId = world.step(DEMOS);
  const give = (from: string | null, to: string | null) =>
    ({ kind: 'give-turn', stepId, from, to }) as const;
  expect(await world.says('facilitator', give(null, 'x'))).toBe('wrong-phase');
  await world.must('facilitator', world.advance(DEMOS, 'writing', 'reveal'));
  const [first, second] = (await cards()).map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('no cards');
  expect(await world.says('deelnemer', give(null, first))).toBe('not-your-role');
  await world.must('facilitator', give(null, first));
  const seen = await stageOf('deelnemer');
  expect(seen.now?.turn).toBe(first);
  expect(seen.clock).toMatchObject({ state: 'running', durationMs: 180_000 });
  expect(await world.says('co', give(null, second))).toBe('phase-moved-on');
  await world.must('facilitator', give(first, second));
  await world.must('facilitator', give(second, null));
  const ended = await stageOf('waarnemer');
  expect(ended.now?.turn).toBeNull();
  expect(ended.clock.state).toBe('idle');
});

it('[R123] [C211] after the pause the demos go on with the same wall', async () => {
  await list();
  await world.must('facilitator', world.advance(DEMOS, 'writing', 'reveal'));
  await world.open('more');
  const { now } = await stageOf('deelnemer');
  expect(now).toMatchObject({ phase: 'reveal', boardWritable: true });
  expect(now?.board?.boardId).toBe(await world.boardId(DEMOS));
});
