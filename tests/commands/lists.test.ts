/** The opening between its steps, on a real PostgreSQL: a list that holds what the exercise puts on it, kept and put back. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setDone } from '#document/kinds/lists/operations';
import { plainLists, ticked, type PlainLists } from '#document/kinds/lists/plain';
import { server } from '#document/origins';
import { standingListsOf } from '#domain/lists/standing';
import { steps } from '#server/db/tables';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
  world = await World.make(ground);
  const id = (world.stepIds['opening'] = nanoid());
  const row = { id, sprintId: world.sprintId, day: 1, position: 'Z', exercise: 'opening' };
  await ground.db.insert(steps).values({ ...row, minutes: 15 });
});
afterAll(() => ground.close());

async function lists(): Promise<PlainLists> {
  const roomId = await world.roomOf({ boardId: await world.boardId('opening') });
  return ground.rooms.read(roomId, plainLists);
}

it('[C210] a step that works through a list opens with what its exercise puts on it', async () => {
  await world.open('opening');
  const { lists: all } = await lists();
  expect(all.map(({ id, items }) => ({ id, items: items.map((item) => item.id) }))).toEqual(
    standingListsOf('opening').map(({ id, items }) => ({ id, items: [...items] })),
  );
  const { boards } = await world.authority();
  expect(boards.find(({ wall }) => wall === 'opening')).toMatchObject({ kind: 'lists' });
});

it('[C210] what was ticked is kept when the step closes, and can be put back', async () => {
  const boardId = await world.boardId('opening');
  await world.onWall('opening', (doc) => setDone(doc, 'opening-walked', true, server));
  const then = await lists();
  await world.open('doel');
  const [moment] = await world.moments('opening');
  await world.onWall('opening', (doc) => setDone(doc, 'opening-hours', true, server));
  expect(ticked(await lists()).done).toBe(2);
  const snapshotId = moment?.id ?? '';
  await world.must('facilitator', { kind: 'restore-snapshot', boardId, snapshotId });
  expect(await lists()).toEqual(then);
});
