/** The cache of authority: from one moment, as new as the last signal, and no larger than what is used. */
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inProcessBackplane } from '#server/backplane/in-process';
import type { Database } from '#server/db/database';
import { createAuthorities, type AuthorityTimes } from '#server/stage/authorities';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';
import { doorKeys } from '#tests/support/door-keys';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());

function cacheOn(db: Database, times: Partial<AuthorityTimes> = {}) {
  const backplane = inProcessBackplane();
  const log = pino({ level: 'silent' });
  return { backplane, authorities: createAuthorities({ db, backplane, log, times, doorKeys }) };
}

it('[C55] a reading shows one moment, also when a round closes while it is under way', async () => {
  const world = await World.make(ground);
  const { roundId } = await world.openVote();
  const { authorities } = cacheOn(ground.db);
  const reading = await ground.db.transaction(async (tx) => {
    await tx.execute(sql`lock table dots in access exclusive mode`);
    const started = authorities.of(world.sprintId);
    await vi.waitFor(async () => {
      const waiting = await tx.execute(sql`select 1 from pg_locks where not granted`);
      expect(waiting.length).toBeGreaterThan(0);
    });
    await tx.execute(sql`delete from dots where round_id = ${roundId}`);
    await tx.execute(sql`update rounds set status = 'closed' where id = ${roundId}`);
    return { started };
  });
  const authority = await reading.started;
  expect(authority?.rounds.map((round) => round.status)).toEqual(['open']);
  expect(authority?.dots.length).toBeGreaterThan(0);
  authorities.close();
});

it('[C55] a reading that failed after a signal is made up for by itself', async () => {
  const world = await World.make(ground);
  const transaction = vi
    .fn<Database['transaction']>()
    .mockRejectedValueOnce(new Error('the database is away'))
    .mockImplementation((...args) => ground.db.transaction(...args));
  const { backplane, authorities } = cacheOn({ transaction } as never, { retryMs: 5 });
  const told: string[] = [];
  authorities.onChanged((sprintId) => void told.push(sprintId));
  backplane.publish({ kind: 'authority-changed', sprintId: world.sprintId });
  await vi.waitFor(() => expect(told).toEqual([world.sprintId]));
  authorities.close();
});

it('[C56] a sprint that nobody asks for is forgotten, and read again when somebody does', async () => {
  const world = await World.make(ground);
  const { authorities } = cacheOn(ground.db, { keptMs: 20, sweepMs: 5 });
  expect((await authorities.of(world.sprintId))?.sprint.id).toBe(world.sprintId);
  expect(authorities.size).toBe(1);
  await vi.waitFor(() => expect(authorities.size).toBe(0));
  expect((await authorities.of(world.sprintId))?.sprint.id).toBe(world.sprintId);
  authorities.close();
});

it('[C192] after dots the dots alone are read; with a close between, everything is, and who listens is told', async () => {
  const world = await World.make(ground);
  const { roundId, of } = await world.openVote();
  const { backplane, authorities } = cacheOn(ground.db);
  const before = await authorities.of(world.sprintId);
  const told: string[] = [];
  authorities.onChanged((sprintId) => void told.push(sprintId));
  const moved = { kind: 'dots-changed', sprintId: world.sprintId } as const;

  await world.must('deelnemer', { kind: 'cast-dot', roundId, candidateId: of('appel') });
  backplane.publish(moved);
  const after = await authorities.of(world.sprintId);
  expect(after?.dots.filter(({ candidateId }) => candidateId === of('appel'))).toHaveLength(1);
  expect(after?.members).toBe(before?.members);
  expect(told).toEqual([]);

  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  backplane.publish(moved);
  const closed = await authorities.of(world.sprintId);
  expect(closed?.rounds.map(({ status }) => status)).toEqual(['closed']);
  expect(closed?.dots).toEqual([]);
  expect(told).toEqual([world.sprintId]);
  authorities.close();
});
