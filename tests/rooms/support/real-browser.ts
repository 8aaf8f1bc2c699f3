/**
 * The rooms of the product in a real Chromium, with its IndexedDB and its websockets, and without
 * the pages: an empty page on the server's origin (its answer to any address) with one field and the rooms.
 */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../support/browser.mjs';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let bundle: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: root('.'),
    plugins: [svelte()],
    resolve: { alias: { $lib: root('src/lib') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: root('tests/rooms/support/browser-entry.svelte.ts'), formats: ['es'] },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

/** Takes some seconds: the rooms are built for the browser first. */
export async function openBrowser(): Promise<Browser> {
  await (bundle ??= bundled());
  const executablePath = findBrowser() ?? undefined;
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

/** One person's browser: its own cookie, databases and storage. */
export async function browserOf(
  browser: Browser,
  server: Pick<RoomsServer, 'origin'>,
  { cookie }: Pick<Visitor, 'cookie'>,
): Promise<BrowserContext> {
  const script = await (bundle ??= bundled());
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: server.origin }]);
  await context.addInitScript({
    content: `addEventListener('DOMContentLoaded', () => {${wrapped(script)}});`,
  });
  return context;
}

/** The module's code inside a function of its own; it exports nothing. */
function wrapped(script: string): string {
  return `document.body.replaceChildren(document.createElement('textarea')); (() => {${script}})();`;
}

export async function openTab(
  context: BrowserContext,
  server: Pick<RoomsServer, 'origin'>,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  return page;
}
