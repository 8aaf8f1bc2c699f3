/** The goal in other words, on a real PostgreSQL: the old wording is kept, and all read both. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

const OLD = 'Iedereen op tijd';
let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.decideGoal(OLD);
});

const amend = (from: string, text: string, reason = 'Jan zei dat het anders ligt') =>
  ({ kind: 'amend-decision', stepId: world.step('doel'), from, text, reason }) as const;
const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);

it('[C213] the goal gets other words after its step; the old ones stay, with who, why and when', async () => {
  expect(await world.says('beslisser', amend(OLD, 'Nieuw'))).toBe('wrong-phase');
  await world.open('hmw');
  await world.must('beslisser', amend(OLD, 'Negen van de tien op tijd'));
  await world.must('facilitator', amend('Negen van de tien op tijd', 'Iedereen weet het'));
  for (const who of ['deelnemer', 'waarnemer'] as const) {
    const { sprint, decisions } = await stageOf(who);
    expect(sprint.goal).toBe('Iedereen weet het');
    expect(decisions[0]).toMatchObject({ text: 'Iedereen weet het', by: 'beslisser' });
    expect(decisions[0]?.amended.map(({ text, by }) => [text, by])).toEqual([
      [OLD, 'beslisser'],
      ['Negen van de tien op tijd', 'facilitator'],
    ]);
    expect(decisions[0]?.amended[0]?.reason).toBe('Jan zei dat het anders ligt');
  }
});

it('[C213] who had read other words is told, and nothing changes without a reason', async () => {
  await world.open('hmw');
  await world.must('facilitator', amend(OLD, 'Nieuw'));
  expect(await world.says('beslisser', amend(OLD, 'Anders'))).toBe('changed-meanwhile');
  expect(await world.says('beslisser', amend('Nieuw', 'Anders', ' '))).toBe('field-empty');
  expect(await world.says('beslisser', amend('Nieuw', ' Nieuw '))).toBe('field-invalid');
  expect((await stageOf('deelnemer')).sprint.goal).toBe('Nieuw');
});
