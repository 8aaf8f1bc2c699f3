/** A page is pressed at as soon as it can be seen, which is before its script is there. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/kamer';
import { wordsIn } from './support/words';

const say = wordsIn('nl');

const presses: readonly { path: string; button: string; seen: (page: Page) => Locator }[] = [
  { path: '', button: say('frame_menu'), seen: (page) => page.getByRole('menu') },
  { path: '/week', button: say('sprint_details'), seen: (page) => page.getByRole('dialog') },
  {
    path: '/week',
    button: say('sprint_add_to', { day: say('sprint_day_2') }),
    seen: (page) => page.getByRole('dialog'),
  },
];

test('[L17] the first press on a page that is not alive yet is done once it is', async ({
  story,
}) => {
  const { page, roomPath } = await story.facilitator();
  let release = (): void => undefined;
  for (const { path, button, seen } of presses) {
    await page.goto('about:blank');
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/_app/immutable/**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${roomPath}${path}`, { waitUntil: 'commit' });
    const first = page.getByRole('button', { name: button, exact: true }).first();
    await first.click();
    await expect(seen(page)).toHaveCount(0);
    release();
    await expect(seen(page), `${path} ${button}`).toBeVisible();
    await page.unrouteAll({ behavior: 'wait' });
  }
});
