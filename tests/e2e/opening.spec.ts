/** The opening of Monday in real browsers: who is who, the week, and a list that everybody ticks off. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const lists = ({ page }: Person): Locator => page.locator('[data-lists]');
const tickOf = (person: Person, words: string): Locator =>
  lists(person).getByRole('checkbox', { name: words });
const rules = async (person: Person): Promise<(string | null)[]> =>
  lists(person)
    .getByRole('list', { name: 'Huisregels' })
    .getByRole('checkbox')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

test('a team opens the week: it says who decides, walks through the days and ticks off the list @story', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('opening');

  await test.step('[R122] a Decider who is not named yet is said to lack', async () => {
    await expect(lists(anna).getByRole('heading', { name: 'Opening' })).toBeVisible();
    await expect(lists(anna)).toContainText('Er is nog geen beslisser');
    await facilitator.makeDecider('Anna');
    await expect(lists(bram)).toContainText('neemt deze week de besluiten');
    await expect(lists(bram)).not.toContainText('Er is nog geen beslisser');
  });

  await test.step('[R122] the week stands there by day', async () => {
    const week = lists(anna)
      .getByRole('listitem')
      .filter({ hasText: /^dinsdag/i });
    await expect(week).toContainText('Crazy 8s');
  });

  await test.step('what one ticks, everybody sees', async () => {
    await tickOf(anna, 'Er praat er één tegelijk').press('Space');
    await expect(tickOf(bram, 'Er praat er één tegelijk')).toBeChecked();
    await expect(lists(facilitator)).toContainText('1 van 11 afgevinkt');
    await expect(anna.saved).toHaveText('Opgeslagen');
  });

  await test.step('an item is added by single taps, moved by keys, by menu and by mouse', async () => {
    await bram.page.getByRole('textbox', { name: 'Nieuw punt bij Huisregels' }).tap();
    await bram.page.keyboard.type('Koffie om elf uur');
    await bram.page.keyboard.press('Enter');
    await expect(tickOf(anna, 'Koffie om elf uur')).toBeVisible();
    await tickOf(anna, 'Koffie om elf uur').press('Alt+ArrowUp');
    await expect(tickOf(anna, 'Koffie om elf uur')).toBeFocused();
    await expect.poll(async () => (await rules(bram)).indexOf('Koffie om elf uur')).toBe(4);
    await anna.page.getByRole('button', { name: 'Meer met: Koffie om elf uur' }).click();
    await anna.page.getByRole('menuitem', { name: 'Omhoog' }).click();
    await expect.poll(async () => (await rules(bram)).indexOf('Koffie om elf uur')).toBe(3);
    await expect(anna.page.getByRole('menu')).toBeHidden();
    const row = lists(anna).locator('[data-item]').filter({ hasText: 'Koffie om elf uur' });
    await row.scrollIntoViewIfNeeded();
    const from = await row.boundingBox();
    const first = lists(anna).locator('[data-item="opening-devices"]');
    const to = await first.boundingBox();
    if (!from || !to) throw new Error('not on screen');
    await anna.page.mouse.move(from.x + 8, from.y + from.height / 2);
    await anna.page.mouse.down();
    await anna.page.mouse.move(to.x + 8, to.y + 4, { steps: 4 });
    await anna.page.mouse.up();
    await expect.poll(async () => (await rules(bram))[0]).toBe('Koffie om elf uur');
  });

  await test.step('what is taken away comes back by one key', async () => {
    await tickOf(anna, 'Koffie om elf uur').focus();
    await anna.page.keyboard.press('Delete');
    await expect(tickOf(bram, 'Koffie om elf uur')).toBeHidden();
    await anna.page.keyboard.press('Control+z');
    await expect(tickOf(bram, 'Koffie om elf uur')).toBeVisible();
  });

  await test.step('nothing on it stands in the way of a reader', async () => {
    for (const person of [anna, bram]) {
      const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });

  await test.step('the ticked list stays, to be read', async () => {
    await facilitator.openExercise('doel');
    await anna.page.goto(`${anna.roomPath}/step/${anna.step('opening').id}`);
    await expect(tickOf(anna, 'Er praat er één tegelijk')).toBeChecked();
    await tickOf(anna, 'Er praat er één tegelijk').press('Space');
    await expect(tickOf(anna, 'Er praat er één tegelijk')).toBeChecked();
  });
});
