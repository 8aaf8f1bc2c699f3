/**
 * How much JavaScript a browser fetches to show a sprint's room: the start of the app, the route's
 * layouts and page, and everything that these import statically, each file compressed by gzip. Reads
 * what `npm run build` left behind; prints a table, and fails above the limit of issue 3.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const ROUTE = '/sprint/[sprintId]';
/** Bytes after gzip. */
export const ROUTE_LIMIT = 200_000;

/**
 * @param {string} root folder with `.svelte-kit`
 * @param {string} route id of a route
 * @returns {Promise<{file: string, name: string, bytes: number, gzip: number}[]>} largest first
 */
export async function routeFiles(root = '.', route = ROUTE) {
  const output = resolve(root, '.svelte-kit/output');
  const manifest = JSON.parse(await readFile(join(output, 'client/.vite/manifest.json'), 'utf8'));
  const server = await import(pathToFileURL(join(output, 'server/manifest.js')).href);
  const page = server.manifest._.routes.find(({ id }) => id === route)?.page;
  if (!page) throw new Error(`There is no page at ${route}`);
  const nodes = [...page.layouts, ...page.errors, page.leaf].filter((node) => node !== undefined);
  const starts = Object.keys(manifest).filter(
    (key) =>
      /runtime\/client\/entry\.js$|client-optimized\/app\.js$/.test(key) ||
      nodes.some((node) => key.endsWith(`client-optimized/nodes/${node}.js`)),
  );
  if (starts.length < nodes.length) throw new Error('The build has another form than expected');
  const keys = new Set();
  const take = (key) => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const imported of manifest[key].imports ?? []) take(imported);
  };
  starts.forEach(take);
  const files = await Promise.all(
    [...keys].map(async (key) => {
      const { file, src, name } = manifest[key];
      const code = await readFile(join(output, 'client', file));
      return { file, name: src ?? name ?? key, bytes: code.length, gzip: gzipSync(code).length };
    }),
  );
  return files.sort((a, b) => b.gzip - a.gzip);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = await routeFiles(process.argv[2] ?? '.');
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0);
  const say = (text) => process.stdout.write(`${text}\n`);
  for (const { file, name, bytes, gzip } of files) {
    if (gzip >= 1000) {
      say(`${String(gzip).padStart(8)} ${String(bytes).padStart(8)}  ${file}  ${name}`);
    }
  }
  say(`${total} bytes of JavaScript after gzip in ${files.length} files; at most ${ROUTE_LIMIT}`);
  if (total > ROUTE_LIMIT) process.exitCode = 1;
}
