/**
 * What a browser fetches to stand in the room: all JavaScript until it can be used, each file as
 * gzip would send it. Fails above the limit for who takes part, on a first visit, the card that welcomes
 * included; says what the facilitator's cockpit and hidden writing add to that.
 */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './support/kamer';
import { PLAIN } from './support/plain-board';

/** Bytes after gzip. */
const LIMIT = 200_000;

type Script = { name: string; size: number; encoding: string; cache: string };

/** From the next page on. @returns what came, once asked for. */
function recordScripts(page: Page): () => Promise<Script[]> {
  const coming = new Map<string, Promise<Script>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const kind = response.headers()['content-type'] ?? '';
    if (!/javascript/.test(kind) || !response.ok()) return;
    coming.set(
      pathname,
      (async () => {
        const sent = response.headers();
        return {
          name: pathname,
          // The body as the browser unpacked it: the server may send brotli, which is smaller still.
          size: gzipSync(await response.body()).length,
          encoding: sent['content-encoding'] ?? '',
          cache: sent['cache-control'] ?? '',
        };
      })(),
    );
  });
  return () => Promise.all(coming.values());
}

/** Only what is needed counts: a browser that saves data fetches nothing ahead. */
function savingData(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

function sum(scripts: readonly Script[]): number {
  return scripts.reduce((total, { size }) => total + size, 0);
}

/** @returns bytes after gzip */
function weigh(who: string, scripts: readonly Script[]): number {
  const total = sum(scripts);
  process.stdout.write(
    `JavaScript for ${who}: ${(total / 1_000).toFixed(1)} kB after gzip in ${scripts.length} files\n`,
  );
  expect(scripts.length, 'no script was seen').toBeGreaterThan(3);
  for (const { name, encoding, cache } of scripts) {
    expect.soft(encoding, name).toMatch(/^(br|gzip)$/);
    expect.soft(cache, name).toContain('immutable');
  }
  return total;
}

test('who takes part fetches at most 200 kB of JavaScript to stand in the room', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise(PLAIN);

  const guest = await story.person('Anouk de Vries');
  await savingData(guest.page);
  const ofGuest = recordScripts(guest.page);
  await story.enter(guest);
  const { page } = guest;
  await expect(page.getByRole('toolbar').first()).toBeVisible();
  await expect(guest.saved).toHaveText('Opgeslagen');
  await page.waitForLoadState('networkidle');
  const total = weigh('a participant at an open board', await ofGuest());
  expect(total).toBeLessThanOrEqual(LIMIT);

  const again = await story.facilitator();
  // What the first visit still fetches ahead must not be counted with the second.
  await again.hasEverything();
  await savingData(again.page);
  const ofFacilitator = recordScripts(again.page);
  await again.page.reload();
  await expect(again.cockpit.getByRole('button', { name: 'Mensen' })).toBeVisible();
  await expect(again.page.getByRole('toolbar').first()).toBeVisible();
  await again.page.waitForLoadState('networkidle');
  weigh('a facilitator with the cockpit', await ofFacilitator());

  await facilitator.openExercise('hmw');
  const writer = await story.person('Daan Mulder');
  await savingData(writer.page);
  const ofWriter = recordScripts(writer.page);
  await story.enter(writer);
  await writer.page.getByRole('button', { name: 'Doe mee' }).click();
  await expect(writer.button(/^(Schrijf een|Nog een) briefje$/)).toBeVisible();
  await writer.page.waitForLoadState('networkidle');
  weigh('who writes hidden', await ofWriter());
});
