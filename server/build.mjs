/**
 * Builds pages and server when their sources changed since the last build. Runs before anything is
 * built, so it is plain JavaScript and imports nothing of ours.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(root, 'build', 'stamp');
const sources = [
  ...['src', 'server', 'static', 'messages', 'project.inlang/settings.json'],
  ...['package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'],
  'vite.server.config.ts',
];
/** Made from the sources, or not part of what is built. */
const ignored = /(^|\/)paraglide\/|\.test\.ts$|SPEC\.md$/;

/** @returns {Promise<string>} one value for all that goes into a build */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const inside = await readdir(join(root, source), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => null);
    const files = inside
      ? inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      : [join(root, source)];
    for (const file of files.sort()) {
      if (ignored.test(file) || !existsSync(file)) continue;
      hash.update(`${file.slice(root.length)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** @param {string[]} args */
async function vite(args) {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'error', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A setting meant for the running server must not change what is built.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`vite build ${args.join(' ')} failed`.replace('  ', ' '));
}

/** Builds unless the build at hand was made from these very sources. */
export async function buildWhenNeeded() {
  const wanted = await fingerprint();
  const made = await readFile(STAMP, 'utf8').catch(() => '');
  if (made === wanted) return;
  process.stderr.write('Building Sprintkamer, once for these sources ...\n');
  await rm(STAMP, { force: true });
  await vite([]);
  await vite(['--config', 'vite.server.config.ts']);
  // Last, so that a build that was broken off is made again.
  await writeFile(STAMP, wanted);
}
