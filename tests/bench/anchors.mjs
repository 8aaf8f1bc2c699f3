/**
 * The other whiteboards, and a bare page of boxes as the machine's own measure: installed in a folder of
 * their own when first asked for, bundled, and served on loopback, each on a page as large as our own board.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./anchors', import.meta.url));
const types = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

function install() {
  if (existsSync(join(folder, 'node_modules'))) return;
  process.stdout.write('Installing tldraw and Excalidraw beside the bench\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm ci failed in tests/bench/anchors');
}

async function bundle(outdir) {
  const { build } = createRequire(join(folder, 'package.json'))('esbuild');
  await build({
    absWorkingDir: folder,
    entryPoints: ['plain.js', 'tldraw.jsx', 'excalidraw.jsx'],
    outdir,
    ...{ bundle: true, splitting: true, format: 'esm', minify: true, jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
    loader: { '.woff2': 'file', '.png': 'file', '.svg': 'file', '.json': 'json' },
    conditions: ['production'],
    logLevel: 'error',
  });
}

const page = (
  name,
  { w, h },
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="/${name}.css"><style>body{margin:0}main{position:relative;width:${w}px;height:${h}px}</style>
<body><main></main><script type="module" src="/${name}.js"></script></body></html>`;

/** @param size of the board in pixels, the same for all. */
export async function startAnchors(size) {
  install();
  const outdir = await mkdtemp(join(tmpdir(), 'sprintkamer-anchors-'));
  await bundle(outdir);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = /^\/(plain|tldraw|excalidraw)$/.exec(pathname)?.[1];
    if (name) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(name, size));
      return;
    }
    const file = join(outdir, pathname);
    const known = file.startsWith(outdir) && existsSync(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(known ? 200 : 404, { 'content-type': type });
    response.end(known ? await readFile(file) : undefined);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(outdir, { recursive: true, force: true });
    },
  };
}
