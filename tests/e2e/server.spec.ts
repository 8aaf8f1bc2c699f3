import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsIn } from './support/words';
import { startProcess, type ServerProcess } from '../support/start-process';

let dataDir: string;
let server: ServerProcess;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sprintkamer-e2e-'));
  server = await startProcess({ dataDir });
});
test.afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the front page speaks the language that the browser asks for, and no word comes from elsewhere', async ({
  browser,
}) => {
  for (const locale of ['nl', 'en'] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const files: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
      if (request.url().includes('/_app/immutable/')) files.push(request.url());
    });
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await page.waitForLoadState('networkidle');
    // The files hold the words of one language only; a file of the other would say the other's.
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(file.includes('/immutable/en/'), file).toBe(locale === 'en');
    const say = wordsIn(locale);
    await expect(page.getByRole('link', { name: say('door_nav_sign_in') }).first()).toBeVisible();
    expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test('a page from elsewhere cannot change anything, a page of ours can', async ({ request }) => {
  const form = { language: 'en' };
  const address = `${server.url}/language`;
  const without = await request.post(address, { form, maxRedirects: 0 });
  expect(without.status()).toBe(403);
  const foreign = { origin: 'http://evil.example' };
  expect((await request.post(address, { form, headers: foreign, maxRedirects: 0 })).status()).toBe(
    403,
  );
  const own = { origin: server.url };
  expect((await request.post(address, { form, headers: own, maxRedirects: 0 })).status()).toBe(303);
});

test('a killed server comes back on the same data, and ends in order when asked', async ({
  request,
}) => {
  await server.kill();
  server = await startProcess({ dataDir, port: server.port });
  expect(server.output()).toContain('database-taken-over');
  expect((await request.get(`${server.url}/readyz`)).status()).toBe(200);
  expect(await server.stop()).toBe(0);
  expect(server.output()).toContain('"event":"stopped"');
});

test('a port that is taken is told in a sentence', async () => {
  const other = await mkdtemp(join(tmpdir(), 'sprintkamer-e2e-'));
  const attempt = startProcess({ dataDir: other, port: server.port });
  await expect(attempt).rejects.toThrow(`Port ${server.port} of 127.0.0.1 is in use`);
  await rm(other, { recursive: true, force: true });
});
