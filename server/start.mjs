/**
 * `npm start`: builds when needed and runs the server in this process, so that signals reach it.
 * With words behind it (`reset-link`, `invite`) it runs that command instead.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenNeeded, root } from './build.mjs';

const entry = process.argv.length > 2 ? 'cli.js' : 'main.js';

try {
  await buildWhenNeeded();
} catch (error) {
  process.stderr.write(`The build failed: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
await import(pathToFileURL(join(root, 'build', 'server', entry)).href);
