/** The trial run of the prototype, and the test day that is postponed, on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as making from '#document/kinds/prototype/operations';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { local } from '#document/origins';
import { makeGround, type BareGround } from '#tests/support/ground';
import { World, type Cast } from '#tests/support/sprint-world';

let ground: BareGround;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.addStep('proefronde');
});

const trials = async () => {
  const roomId = await world.roomOf({ boardId: await world.boardId('proefronde') });
  return (await ground.rooms.read(roomId, plainPrototype)).trials;
};
const begin = (reason = '') =>
  world.says('facilitator', { kind: 'begin-trial', stepId: world.step('proefronde'), reason });
const comesIn = (who: Cast) => ground.presence.enter(world.sprintId, world.memberIds[who]);
const dates = async () => {
  const { sprint } = await ground.stages.of(world.sessions.waarnemer, world.sprintId);
  return [sprint.lastDayOn, sprint.lastDayReason];
};
const postpone = (date: string, reason = 'de bestelling werkt nog niet') =>
  world.says('facilitator', { kind: 'postpone-last-day', date, reason });

it('[C270] begins with the Decider and an interviewer there, whoever has which name for it; without one it asks a reason', async () => {
  expect(await begin()).toBe('step-not-open');
  await world.open('proefronde');
  expect(await begin()).toBe('field-empty');
  expect(await trials()).toEqual([]);
  expect(await begin('Ingrid is ziek')).toBe('ok');
  comesIn('beslisser');
  expect(await begin()).toBe('field-empty');
  expect(await begin('Samira zit bij een klant')).toBe('ok');
  await world.onWall('proefronde', (doc) => {
    const person = { memberId: world.memberIds.deelnemer, name: 'Samira' };
    making.assignRole(doc, 'interviewer', person, local);
  });
  expect(await begin()).toBe('field-empty');
  comesIn('deelnemer');
  expect(await begin('niet nodig')).toBe('ok');
  expect(await trials()).toMatchObject([
    { by: 'facilitator', reason: 'Ingrid is ziek', missing: ['decider', 'interviewer'] },
    { reason: 'Samira zit bij een klant', missing: ['interviewer'] },
    { reason: '', missing: [] },
  ]);
});

it('[C271] the test day moves for everybody in one act, and back to where it was planned', async () => {
  expect(await dates()).toEqual([null, '']);
  expect(await postpone('2030-01-10')).toBe('field-invalid');
  expect(await postpone('2030-01-15')).toBe('ok');
  expect(await dates()).toEqual(['2030-01-15', 'de bestelling werkt nog niet']);
  expect(await postpone('2030-01-11')).toBe('ok');
  expect(await dates()).toEqual([null, '']);
});

it('[C271] not once the day itself has begun; another first day makes it as planned', async () => {
  expect(await postpone('2030-01-15')).toBe('ok');
  await world.must('facilitator', { kind: 'edit-sprint', startsOn: '2030-02-04' });
  expect(await dates()).toEqual([null, '']);
  const added = await world.must('facilitator', {
    ...{ kind: 'add-step', exercise: 'patronen', day: 5, before: null },
  });
  const { stepId } = added as { stepId: string };
  await world.must('facilitator', { kind: 'open-step', stepId });
  expect(await postpone('2030-02-12')).toBe('step-already-started');
});
