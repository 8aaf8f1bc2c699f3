/** Empty notes on boards that close: whoever had begun one can no longer take it away. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addNotes, setLocked } from '#document/boards/wall';
import { local } from '#document/origins';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await world.openOrdered();
  await world.onWall('hmw-ordenen', (doc) => {
    const notes = ['begonnen', 'bedoeld'].map((id) => {
      return { id, text: ' ', at: [0, 600], color: 'yellow' } as const;
    });
    addNotes(doc, notes, local);
    setLocked(doc, { noteIds: ['bedoeld'] }, true, local);
  });
});

const ids = async (exercise: string) => (await world.wall(exercise)).notes.map(({ id }) => id);
const nextStep = (from: string) =>
  world.must('facilitator', { kind: 'next-step', from: world.step(from) });

it('[C37] a vote that opens takes away what was begun and holds nothing, and leaves what was fastened', async () => {
  expect(await ids('hmw-ordenen')).toContain('begonnen');
  await nextStep('hmw-ordenen');
  const left = await ids('hmw-stemmen');
  expect(left).toHaveLength(4);
  expect(left).toContain('bedoeld');
  expect((await world.round()).ids).toHaveLength(3);
});

it('[C37] a step that goes on with the same board leaves it to its writer, one that ends does not', async () => {
  await world.must('facilitator', { kind: 'back-step', from: world.step('hmw-ordenen') });
  expect(await ids('hmw')).toContain('begonnen');
  await nextStep('hmw');
  expect(await ids('hmw')).toContain('begonnen');
  const stepId = world.step('hmw-ordenen');
  await world.must('facilitator', { kind: 'close-step', stepId });
  expect(await ids('hmw')).not.toContain('begonnen');
  expect((await world.moments('hmw'))[0]?.notes).toBe(4);
});

it('[C37] a board that is locked takes them away, one that is freed does not', async () => {
  const boardId = await world.boardId('hmw-ordenen');
  await world.must('facilitator', { kind: 'set-board-lock', boardId, locked: false });
  expect(await ids('hmw-ordenen')).toContain('begonnen');
  await world.must('facilitator', { kind: 'set-board-lock', boardId, locked: true });
  expect(await ids('hmw-ordenen')).not.toContain('begonnen');
});
