/** A wall as one Tab stop, the parts of a room by F6, and the focus after what took it away. */
import type { Locator } from '@playwright/test';
import { fillWall } from './support/fill-wall';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';
import { whereFocusIs } from './support/where-focus-is';
import { PLAIN } from './support/plain-board';

/** Presses one key until that has the focus. @returns how often; at most twelve times. */
async function presses(person: Person, target: Locator, key: string): Promise<number> {
  for (let times = 0; times <= 12; times++) {
    if (await target.evaluate((element) => element === document.activeElement)) return times;
    await person.page.keyboard.press(key);
  }
  throw new Error(`${person.name} does not get to ${target.toString()} by ${key}`);
}

test('[L50] a wall is one Tab stop: arrows go in space, Home and End to the ends, and all of it stays clear of the bars', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise(PLAIN);
  const texts = Array.from({ length: 14 }, (_, at) => `kaartje ${at + 11}`);
  await fillWall(facilitator, { groups: { Samen: ['een', 'twee'], '': texts } });
  const { page } = facilitator;
  const note = (text: string): Locator => facilitator.note(text);
  const last = note('kaartje 24');
  const isOnPlane = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest('[data-plane]') != null);
  const atFull = async (): Promise<void> => {
    await page.keyboard.press('Shift+Digit0');
    await expect(page.getByText('100 %')).toBeVisible();
  };
  const isClear = async (target: Locator): Promise<void> => {
    await expect(target).toBeInViewport({ ratio: 1 });
    await expect
      .poll(async () => {
        const [box, bar] = [
          await target.boundingBox(),
          await page.getByRole('toolbar', { name: 'Gereedschap van het bord' }).boundingBox(),
        ];
        return box !== null && bar !== null && box.y + box.height <= bar.y;
      })
      .toBe(true);
  };
  await facilitator.button(/^Alles in beeld/).click();
  await expect(last).toBeVisible();
  await atFull();

  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('[data-plane] [tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: 'Samen', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(note('een')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(note('twee')).toBeFocused();
  await page.keyboard.press('End');
  await expect(last).toBeFocused();
  await isClear(last);
  // Also to what has no element until the view comes near it.
  for (let times = 0; times < 13; times++) await page.keyboard.press('ArrowLeft');
  await expect(note('kaartje 11')).toBeFocused();
  await isClear(note('kaartje 11'));

  // Nothing is moved by all that, and nothing is in the way of who wants to leave.
  await page.keyboard.press('Tab');
  expect(await isOnPlane()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(note('kaartje 11')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await isOnPlane()).toBe(false);
  await page.keyboard.press('Tab');
  await expect(note('kaartje 11')).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.type(' af');
  await page.keyboard.press('Tab');
  expect(await isOnPlane()).toBe(false);
  await expect(note('kaartje 11 af')).toBeVisible();

  // Also in the middle of a glide, when nothing lies where it will end up.
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => document.documentElement.style.setProperty('--calm', '3s'));
  await page.keyboard.press('End');
  await expect(last).toBeFocused();
  await isClear(last);
});

test('[L51] F6 goes round the room, and from a note to the main act are at most six presses', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise(PLAIN);
  const texts = Array.from({ length: 40 }, (_, at) => `kaartje ${at + 11}`);
  await fillWall(facilitator, { groups: { '': texts } });
  const { page } = facilitator;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar het bord' })).toBeFocused();
  await page.keyboard.press('Enter');
  const first = facilitator.note('kaartje 11');
  await expect(first).toBeFocused();
  for (let times = 0; times < 30; times++) await page.keyboard.press('ArrowRight');
  const note = page.locator('[data-note]:focus');
  await expect(note).toHaveText(/kaartje 41/);

  const act = facilitator.cockpit.locator('[data-home] button').first();
  expect(await presses(facilitator, act, 'F6')).toBeLessThanOrEqual(6);
  for (const part of ['agenda', 'board', 'now', 'cockpit']) {
    await page.keyboard.press('F6');
    expect(await whereFocusIs(facilitator)).toBe(part);
  }
  for (const part of ['now', 'board']) {
    await page.keyboard.press('Shift+F6');
    expect(await whereFocusIs(facilitator)).toBe(part);
  }
  // Back where one was.
  await expect(note).toHaveText(/kaartje 41/);
  // Each part has a name of its own, once.
  for (const [role, name] of [
    ['main', 'Bord'],
    ['contentinfo', 'Nu'],
    ['complementary', 'Cockpit'],
    ['navigation', 'Agenda'],
  ] as const) {
    await expect(page.getByRole(role, { name, exact: true })).toHaveCount(1);
  }
  await page.keyboard.press('?');
  await expect(facilitator.dialog.getByText('Bord, nu, cockpit, agenda')).toBeVisible();
});

test('[L52] an act leaves the focus on what follows', async ({ story }) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise('voorkennis');
  const { page, cockpit, now } = facilitator;
  const acts: readonly (readonly [Locator, Locator])[] = [
    [
      cockpit.getByRole('button', { name: 'Start', exact: true }),
      cockpit.getByRole('button', { name: 'Pauze', exact: true }),
    ],
    [
      cockpit.getByRole('button', { name: 'Pauze', exact: true }),
      cockpit.getByRole('button', { name: 'Ga verder' }),
    ],
    [
      cockpit.getByRole('button', { name: 'Ga verder' }),
      cockpit.getByRole('button', { name: 'Pauze', exact: true }),
    ],
    [
      now.getByRole('button', { name: 'Steek je hand op' }),
      now.getByRole('button', { name: 'Hand omlaag' }),
    ],
    [
      cockpit.getByRole('button', { name: 'Bekijk als deelnemer' }),
      page.getByRole('button', { name: 'Terug naar de cockpit' }),
    ],
  ];
  for (const [pressed, follows] of acts) {
    await test.step(`${pressed.toString()}`, async () => {
      await pressed.focus();
      await page.keyboard.press('Enter');
      await expect(follows).toBeFocused();
    });
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => whereFocusIs(facilitator)).toBe('cockpit');
  const act = cockpit.locator('[data-home] button').first();
  const before = await act.innerText();
  await act.focus();
  await page.keyboard.press('Enter');
  await expect(act).not.toHaveText(before);
  await expect.poll(() => whereFocusIs(facilitator)).toBe('cockpit');
});

test('[L53] a note takes a click that no hand gave, and says what eyes see', async ({ story }) => {
  const facilitator = await story.facilitator();
  await facilitator.openExercise(PLAIN);
  await fillWall(facilitator, {
    groups: { Samen: ['een', 'twee', 'drie'] },
    stack: ['een', 'drie'],
  });
  const { page } = facilitator;
  const note = facilitator.note('een');
  await expect(note).toHaveAccessibleName(
    'Briefje: een, geel, in groep Samen, stapel van 2 briefjes',
  );
  const click = (): Promise<void> => note.evaluate((element) => (element as HTMLElement).click());
  await click();
  await expect(note).toHaveAttribute('aria-pressed', 'true');
  await click();
  await expect(page.locator('[data-note] textarea')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(note).toBeFocused();

  // Focus, choice and both are three forms, whatever becomes of the colours.
  await page.emulateMedia({ forcedColors: 'active' });
  const look = (): Promise<string> =>
    note.evaluate((element) => getComputedStyle(element).outlineStyle);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await look()).toBe('dashed');
  await page.keyboard.press('Space');
  expect(await look()).toBe('double');
  await page.keyboard.press('F6');
  expect(await look()).toBe('solid');
});
