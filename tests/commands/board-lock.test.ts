/** Locking a board: who it binds, what the stage says, and late notes. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
});

const nowOf = async (who: 'facilitator' | 'deelnemer') =>
  (await ground.stages.of(world.sessions[who], world.sprintId)).now;
const lock = async (exercise: string, locked: boolean) =>
  ({ kind: 'set-board-lock', boardId: await world.boardId(exercise), locked }) as const;

it('[C70] a facilitator locks a board and frees it again, and everybody is told', async () => {
  await world.open('hmw-ordenen');
  expect(await nowOf('deelnemer')).toMatchObject({ boardWritable: true, boardLocked: false });
  await world.must('facilitator', await lock('hmw-ordenen', true));
  expect(await nowOf('deelnemer')).toMatchObject({ boardWritable: false, boardLocked: true });
  expect(await nowOf('facilitator')).toMatchObject({ boardWritable: true, boardLocked: true });
  await world.must('facilitator', await lock('hmw-ordenen', false));
  expect(await nowOf('deelnemer')).toMatchObject({ boardWritable: true, boardLocked: false });
  expect(
    await world.says('facilitator', { kind: 'set-board-lock', boardId: 'nowhere', locked: true }),
  ).toBe('no-such-board');
});

it('[C71] on a locked board late notes are laid by a facilitator only', async () => {
  await world.open('hmw');
  await world.must('facilitator', world.advance('hmw', 'writing', 'reveal'));
  await world.open('hmw-ordenen');
  const stepId = world.step('hmw-ordenen');
  await world.must('facilitator', { kind: 'admit-late', stepId, admit: true });
  const noteIds = await world.writePile('deelnemer', 'hmw', ['nog een']);
  await world.must('facilitator', await lock('hmw', true));
  const late = { kind: 'lay-late-notes', stepId, noteIds } as const;
  expect(await world.says('deelnemer', late)).toBe('board-locked');
  await world.must('facilitator', await lock('hmw', false));
  expect(await world.must('deelnemer', late)).toEqual({ waiting: 1 });
  const own = await world.writePile('facilitator', 'hmw', ['van de facilitator']);
  await world.must('facilitator', await lock('hmw', true));
  await world.must('facilitator', { ...late, noteIds: own });
  await world.must('facilitator', { kind: 'close-step', stepId });
  const { notes } = await world.wall('hmw');
  expect(notes.map((note) => note.text)).toEqual(['van de facilitator']);
});
