/** `npm run fuzz:updates -- --updates 1000000 --seed 7`: many more updates than a test run makes. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
});
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', 'server', 'tests/faults/hostile-updates.test.ts'],
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_UPDATES: values.updates, FUZZ_SEED: values.seed },
  },
);
process.exit(status ?? 1);
