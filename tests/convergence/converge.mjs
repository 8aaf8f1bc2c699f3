/**
 * `npm run converge -- --seeds 2000 [--first 1]`: the seeded convergence with more seeds than the
 * test run has time for. A seed that fails is printed; `--seeds 1 --first <seed>` repeats it.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    first: { type: 'string', default: '1' },
  },
});
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'server', 'tests/convergence'],
  { stdio: 'inherit', env: { ...process.env, SEEDS: values.seeds, FIRST_SEED: values.first } },
);
process.exit(status ?? 1);
