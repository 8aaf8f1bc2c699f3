/** What whoever runs the server sees of a stored board, and of nothing that is somebody's own. */
import { eq, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roomName } from '#protocol/rooms';
import { rooms } from '#server/db/tables';
import { lookAt } from '#server/store/look';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());

async function roomWith(is: SQL) {
  const [room] = await ground.db.select().from(rooms).where(is);
  if (!room) throw new Error('there is no such room');
  return room;
}

it('[S144] a board is shown by its id, its room and its address; a private room is not', async () => {
  const world = await World.make(ground);
  await world.openOrdered();
  const boardId = await world.boardId('hmw');
  const { sprintId } = world;
  const room = await roomWith(eq(rooms.boardId, boardId));
  const address = roomName({ kind: 'board', sprintId, boardId, lineage: room.lineage });
  for (const name of [boardId, room.id, address]) {
    const seen = JSON.parse(await lookAt(ground.db, name)) as Record<string, unknown>;
    expect(seen).toMatchObject({ room: room.id, kind: 'wall', rows: { first: 1 } });
    expect(JSON.stringify(seen.plain)).toContain('appel');
  }
  const memberId = world.memberIds.deelnemer;
  const own = await roomWith(eq(rooms.memberId, memberId));
  await expect(lookAt(ground.db, own.id)).rejects.toThrow('No board is called');
  const { lineage } = own;
  const hidden = roomName({ kind: 'private', sprintId, memberId, private: 'pile', lineage });
  await expect(lookAt(ground.db, hidden)).rejects.toThrow('one person’s own');
  await expect(lookAt(ground.db, 'nergens')).rejects.toThrow('No board is called nergens');
});
