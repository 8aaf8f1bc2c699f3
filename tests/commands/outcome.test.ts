/** What the week comes to, on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNext } from '#document/kinds/decision/operations';
import { plainDecision } from '#document/kinds/decision/plain';
import { local } from '#document/origins';
import { makeGround, type Ground } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.addStep('besluit');
  await world.open('besluit');
});

const lay = (who: Cast, text = 'Het belletje werkt, de prijs niet') =>
  world.says(who, {
    ...{ kind: 'lay-down-outcome', stepId: world.step('besluit') },
    ...{ outcome: 'flawed-success', text },
  });
const withdraw = (who: Cast) =>
  world.says(who, { kind: 'withdraw-decision', stepId: world.step('besluit') });
const stageOf = (who: Cast) => ground.stages.of(world.sessions[who], world.sprintId);

it('[C360] the Decider or the stand-in says what the week came to, and all read it', async () => {
  expect(await lay('facilitator')).toBe('not-the-decider');
  expect(await lay('beslisser', '  ')).toBe('field-empty');
  expect(await lay('stand-in')).toBe('ok');
  const told = {
    ...{ choice: 'flawed-success', text: 'Het belletje werkt, de prijs niet' },
    ...{ by: 'stand-in', onBehalfOf: 'beslisser' },
  };
  expect((await stageOf('deelnemer')).now?.decision).toMatchObject(told);
  expect((await stageOf('waarnemer')).decisions).toMatchObject([told]);
});

it('[C361] one stands, of two at once too; it is taken back while the step is open, and stays after it', async () => {
  expect((await Promise.all([lay('beslisser'), lay('stand-in')])).sort()).toEqual([
    'already-decided',
    'ok',
  ]);
  expect(await withdraw('deelnemer')).toBe('not-the-decider');
  expect(await withdraw('beslisser')).toBe('ok');
  expect(await withdraw('beslisser')).toBe('nothing-decided');
  expect(await lay('beslisser')).toBe('ok');
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('besluit') });
  expect(await withdraw('beslisser')).toBe('step-not-open');
  expect((await stageOf('deelnemer')).decisions).toHaveLength(1);
});

it('[C362] what happens next is kept as every board is, and holds nothing of what was decided', async () => {
  await world.onWall('besluit', (doc) => addNext(doc, { id: 'n', what: 'Proef' }, local));
  expect(await lay('beslisser')).toBe('ok');
  const roomId = await world.roomOf({ boardId: await world.boardId('besluit') });
  const plain = await ground.rooms.read(roomId, plainDecision);
  expect(plain.next).toMatchObject([{ what: 'Proef' }]);
  expect(JSON.stringify(plain)).not.toContain('belletje');
  await world.must('facilitator', { kind: 'close-step', stepId: world.step('besluit') });
  expect(await world.moments('besluit')).toHaveLength(1);
});
