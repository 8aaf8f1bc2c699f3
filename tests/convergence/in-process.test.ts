import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProcessWorld } from '#tests/convergence/support/in-process-world';
import { simulate } from '#tests/convergence/support/simulation';
import { freshDatabase, type FreshDatabase } from '#tests/support/fresh-database';

const FIRST = Number(process.env.FIRST_SEED ?? 1);
const SEEDS = Number(process.env.SEEDS ?? 200);
/** Seeds that once failed; they stay. */
const OLD_SEEDS: readonly number[] = [];
const AT_ONCE = 8;
const shape = { people: 4, steps: 90 };

let database: FreshDatabase;
beforeAll(async () => {
  // Each provider listens for the end of the process.
  process.setMaxListeners(0);
  database = await freshDatabase();
});
afterAll(() => database.close());

test(
  `[S12] everybody ends with the same document after drops, role changes, commands and restarts (${SEEDS} seeds)`,
  async () => {
    const seeds = [...OLD_SEEDS, ...Array.from({ length: SEEDS }, (_, i) => FIRST + i)];
    const failures: string[] = [];
    const work = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const world = await inProcessWorld(database, seed, shape.people);
        await simulate(seed, world, shape).catch((error: Error) => failures.push(error.message));
        await world.close();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(failures).toEqual([]);
  },
  Math.max(240_000, SEEDS * 1_000),
);
