/** A board whose log is damaged: nobody can work on it, and the week goes on all the same. */
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inProcessBackplane } from '#server/backplane/in-process';
import { createCommands } from '#server/commands/runner';
import { roomUpdates } from '#server/db/tables';
import { systemRandom } from '#server/random';
import { createRooms } from '#server/rooms/room-registry';
import { loadAuthority } from '#server/stage/authority-store';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';
import { doorKeys } from '#tests/support/door-keys';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());

it('[C100] a board that cannot be loaded keeps no phase and no step from ending', async () => {
  const world = await World.make(ground);
  await world.open('hmw');
  const roomId = await world.roomOf({ boardId: await world.boardId('hmw') });
  await ground.db.delete(roomUpdates).where(eq(roomUpdates.roomId, roomId));
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
  // As after a restart: what was in memory is gone.
  const rooms = createRooms({ db: ground.db, log });
  const { db, authorities, clock } = ground;
  const commands = createCommands({
    ...{ db, authorities, clock, log, rooms },
    ...{ random: systemRandom, backplane: inProcessBackplane(), revealCountdownMs: 0, doorKeys },
  });
  const run = (input: object) =>
    commands.run(world.sessions.facilitator, world.sprintId, input as never);
  try {
    const done = { ok: true, result: null };
    expect(await run({ kind: 'next-step', from: world.step('hmw') })).toEqual(done);
    const now = await loadAuthority(db, world.sprintId);
    const open = now?.steps.find((step) => step.status === 'open');
    expect(open?.exercise).toBe('hmw-ordenen');
    expect(await run(world.advance('hmw-ordenen', 'grouping', 'result'))).toMatchObject({
      ok: false,
    });
    expect(await run({ kind: 'back-step', from: open?.id })).toEqual(done);
    expect(await run({ kind: 'close-step', stepId: world.step('hmw') })).toEqual(done);
    expect(await world.moments('hmw')).toEqual([]);
    expect(lines.join('')).toContain('a command goes on without a room');
  } finally {
    await rooms.close();
  }
});
