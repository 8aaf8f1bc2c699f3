/** Thursday's prototype in real browsers: roles, scenes of the storyboard, links, what must be mended, on a phone, as a list. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { fillStory } from './support/fill-story';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const board = ({ page }: Person): Locator => page.locator('[data-prototype]');
const scene = (person: Person, words: string): Locator =>
  board(person).locator('[data-scene]').filter({ hasText: words });
const noFaults = async (person: Person): Promise<void> => {
  const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

test('a team makes its prototype: roles, scenes with an owner, a link, and what must be mended', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('storyboard');
  await facilitator.button('Pak de stift').click();
  await expect(facilitator.page.getByText('Jij hebt de stift')).toBeVisible();
  await fillStory(facilitator, [
    { words: 'Hij stopt', drawn: true },
    { words: 'Kies één uur', drawn: true },
    { words: 'Prijs vooraf' },
  ]);
  await facilitator.openExercise('prototype-rollen');

  await test.step('[L65] a role that nobody has asks; one person takes two', async () => {
    await anna.button('Stitcher: nog niemand. Kies wie dit doet.').click();
    await anna.page.getByRole('menuitemcheckbox', { name: 'Anna' }).click();
    await anna.button('Schrijver: nog niemand. Kies wie dit doet.').press('Enter');
    await anna.page.getByRole('menuitemcheckbox', { name: 'Anna' }).press('Enter');
    await expect(facilitator.button('Stitcher: Anna')).toBeVisible();
    await expect(facilitator.button('Schrijver: Anna')).toBeVisible();
  });

  await test.step('[L66] scenes come from the storyboard; only their maker or the stitcher says how far they are', async () => {
    await expect(
      scene(facilitator, 'Kies één uur').locator('.picture svg path').first(),
    ).toBeAttached();
    await facilitator.button('scène 1 is van niemand. Kies wie het maakt.').click();
    await facilitator.page.getByRole('menuitemcheckbox', { name: 'Bram' }).click();
    await expect(board(bram).getByRole('heading', { name: 'Jouw scènes' })).toBeVisible();
    await bram.page
      .getByRole('button', { name: 'scène 1 is nog niet. Zet op bezig.' })
      .first()
      .tap();
    await expect(scene(facilitator, 'Hij stopt')).toContainText('bezig');
    await expect(
      scene(facilitator, 'Hij stopt').getByRole('button', { name: /Zet op/ }),
    ).toHaveCount(0);
    await scene(anna, 'Hij stopt')
      .getByRole('button', { name: /Zet op af/ })
      .press('Enter');
    await expect(board(facilitator)).toContainText('1 af, 0 bezig, 2 nog niet');
  });

  await test.step('a scene is moved by keys and stays one', async () => {
    await scene(anna, 'Prijs vooraf')
      .getByRole('button', { name: 'scène 3: Prijs vooraf' })
      .press('Alt+ArrowLeft');
    await expect(board(bram).locator('ol [data-scene]').nth(1)).toContainText('Prijs vooraf');
  });

  await test.step('a link is an address of the web and nothing else', async () => {
    await anna.button('Link').click();
    await anna.page.getByLabel('Adres', { exact: true }).fill('javascript:alert(1)');
    await anna.button('Bewaar').click();
    await expect(anna.page.getByRole('alert')).toContainText('geen adres van een webpagina');
    await anna.page.getByLabel('Adres', { exact: true }).fill('voorbeeld.invalid/wasbeer');
    await anna.page.getByLabel('Hoe heet het?').fill('Wasbeer op je telefoon');
    await anna.button('Bewaar').click();
    const link = board(facilitator).getByRole('article', { name: 'Wasbeer op je telefoon' });
    await expect(link.getByRole('link', { name: /Open/ })).toHaveAttribute(
      'href',
      'https://voorbeeld.invalid/wasbeer',
    );
  });

  await test.step('[L68] a link says whether it opens, what to do when not, and is looked at again when asked', async () => {
    const link = board(anna).getByRole('article', { name: 'Wasbeer op je telefoon' });
    await expect(link).toContainText('niet bereikbaar');
    await expect(link).toContainText('Klopt het adres?');
    await expect(link.locator('iframe')).toHaveCount(0);
    await link.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
    await expect(board(bram).getByRole('article')).toContainText('niet bereikbaar');
  });

  await test.step('[L67] what must be mended goes to the maker of its scene by itself', async () => {
    await board(anna).getByLabel('Wat moet er nog goed?').fill('Bedrag klopt niet');
    await board(anna).getByLabel('Bij welke scène?').selectOption({ index: 1 });
    await anna.page.keyboard.press('Tab');
    await anna.button('Zet erbij').press('Enter');
    const fix = board(bram).locator('[data-fix]').filter({ hasText: 'Bedrag klopt niet' });
    await expect(fix.getByRole('img', { name: 'Bram' })).toBeVisible();
    await fix.getByRole('checkbox').tap();
    await expect(board(anna).getByRole('checkbox', { name: /^Hersteld: Bedrag/ })).toBeChecked();
  });

  await test.step('the list can all that the picture can, and nothing stands in the way of a reader', async () => {
    await facilitator.button('Lijst').click();
    const row = board(facilitator).getByRole('row', { name: /Prijs vooraf/ });
    await row.getByRole('button', { name: 'Zet scène 3 één naar achteren' }).press('Enter');
    await expect(board(anna).locator('ol [data-scene]').nth(2)).toContainText('Prijs vooraf');
    for (const person of [facilitator, anna, bram]) await noFaults(person);
  });

  await test.step('later steps go on with it, and who looks back changes nothing', async () => {
    await facilitator.openExercise('prototype-afmaken');
    await expect(scene(anna, 'Hij stopt')).toContainText('af');
    await facilitator.openExercise('interviewscript');
    await anna.page.goto(`${anna.roomPath}/step/${anna.step('prototype-rollen').id}`);
    await expect(board(anna)).toContainText('Hij stopt');
    await expect(board(anna).getByRole('button', { name: /Zet op/ })).toHaveCount(0);
  });
});
