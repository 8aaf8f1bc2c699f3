/** What the runner keeps for every command: a human pace, and faults that tell nothing. */
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inProcessBackplane } from '#server/backplane/in-process';
import { createCommands } from '#server/commands/runner';
import type { Database } from '#server/db/database';
import { systemRandom } from '#server/random';
import { createAuthorities } from '#server/stage/authorities';
import { makeGround, type Ground } from '#tests/support/ground';
import { World } from '#tests/support/sprint-world';
import { doorKeys } from '#tests/support/door-keys';

let ground: Ground;
beforeAll(async () => {
  ground = await makeGround({ points: 12 });
});
afterAll(() => ground.close());

it('[C5] a member who gives commands faster than a hand can is told how long to wait', async () => {
  const world = await World.make(ground);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => world.run('deelnemer', { kind: 'rename-me', name: 'Anna' })),
  );
  const refused = answers.filter((answer) => !answer.ok);
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ refusal: { code: 'too-fast', about: { retryAfterS: 10 } } });
  expect(await world.says('expert', { kind: 'rename-me', name: 'Bo' })).toBe('ok');
});

it('[C6] a fault gives an id that the log has too, and the log has nothing of what was voted', async () => {
  const world = await World.make(ground);
  const { roundId, of } = await world.openVote();
  const candidateId = of('appel');
  await ground.db.execute(sql`alter table dots rename column stack_no to broken`);
  const vote = world.run('deelnemer', { kind: 'cast-dot', roundId, candidateId });
  const fault: unknown = await vote.catch((error: unknown) => error);
  await ground.db.execute(sql`alter table dots rename column broken to stack_no`);
  expect(fault).toMatchObject({ name: 'CommandFault' });
  const { id } = fault as { id: string };
  const line = ground.logged.find((one) => one.includes(id));
  expect(line).toBeDefined();
  expect(ground.logged.join('\n')).not.toContain(candidateId);
  expect(await world.says('deelnemer', { kind: 'cast-dot', roundId, candidateId })).toBe('ok');
});

it('[C6] a command whose commit was not heard is seen by everybody all the same', async () => {
  const world = await World.make(ground);
  const { db, rooms, clock } = ground;
  const log = pino({ level: 'silent' });
  const backplane = inProcessBackplane();
  const authorities = createAuthorities({ db, backplane, log, doorKeys });
  const transaction: Database['transaction'] = async (...args) => {
    await db.transaction(...args);
    throw new Error('the line broke');
  };
  const deaf = { select: db.select.bind(db), transaction } as never;
  const random = systemRandom;
  const commands = createCommands({
    ...{
      db: deaf,
      rooms,
      backplane,
      authorities,
      clock,
      random,
      log,
      revealCountdownMs: 0,
      doorKeys,
    },
  });
  const before = await authorities.of(world.sprintId);
  expect(before?.sprint.doorOpen).toBe(true);
  const close = { kind: 'set-door', open: false };
  await expect(commands.run(world.sessions.facilitator, world.sprintId, close)).rejects.toThrow();
  expect((await authorities.of(world.sprintId))?.sprint.doorOpen).toBe(false);
  authorities.close();
});
