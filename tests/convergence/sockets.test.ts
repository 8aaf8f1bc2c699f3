import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '#tests/convergence/support/simulation';
import { socketWorld } from '#tests/convergence/support/socket-world';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';

const FIRST = Number(process.env.FIRST_SEED ?? 1);
const SEEDS = Math.max(1, Math.round(Number(process.env.SEEDS ?? 200) / 20));
const shape = { people: 4, steps: 90 };

let database: FreshDatabase;
beforeAll(async () => {
  process.setMaxListeners(0);
  database = await freshDatabase();
});
afterAll(() => database.close());

test(
  `[S12] on sockets everybody ends with the same document too (${SEEDS} seeds)`,
  async () => {
    const failures: string[] = [];
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const world = await socketWorld(database, shape.people);
      await simulate(seed, world, shape).catch((error: Error) => failures.push(error.message));
      await world.close();
    }
    expect(failures).toEqual([]);
  },
  Math.max(240_000, SEEDS * 10_000),
);
