/**
 * An Enter that only confirms what an input method composes, told as Safari tells it: after the end of
 * the composition, with the code of an input method. In each kind of field in which Enter does something.
 */
import type { Page } from '@playwright/test';
import { BoardHand } from './support/board-hand';
import { expect, test } from './support/kamer';
import { confirmByKey, inputMethod } from './support/typing';

const TEXT = '\u{65E5}\u{672C}\u{8A9E}';

/** Composes in the field that has the focus, chooses, and confirms with that key. */
async function compose(page: Page, key: 'Enter' | 'Escape' = 'Enter'): Promise<void> {
  const write = await inputMethod(page);
  await write('\u{306B}\u{307B}');
  await write(TEXT);
  await confirmByKey(page, { text: TEXT, key });
}

test('a key that only confirms a composition ends no note, pile note, label, search or dialog', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anouk = await story.join('Anouk de Vries');
  const { page } = anouk;
  const focused = page.locator('textarea:focus, input:focus');

  await test.step('in the pile', async () => {
    await facilitator.openExercise('hmw');
    await anouk.button(/^(Schrijf een|Nog een) briefje$/).click();
    await expect(anouk.pile.locator('textarea:focus')).toHaveCount(1);
    await compose(page);
    await expect(focused).toHaveValue(TEXT);
    expect(await anouk.pileTexts()).toEqual([TEXT]);
    await page.keyboard.press('Enter');
    await expect.poll(() => anouk.pileTexts()).toEqual([TEXT, '']);
  });

  await test.step('in a note on the wall', async () => {
    await facilitator.openExercise('hmw-ordenen');
    await anouk.inPhase('grouping');
    const hand = new BoardHand(anouk);
    await expect(hand.wall).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(hand.wall.locator('textarea:focus')).toHaveValue('');
    await compose(page);
    await expect(focused).toHaveValue(TEXT);
    await expect(hand.wall.locator('textarea')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(anouk.note(TEXT)).toHaveCount(1);
  });

  await test.step('in the name of a group', async () => {
    await anouk.moveNote(TEXT, /^Nieuwe groep/);
    await expect(focused).toHaveAccessibleName('Naam van de groep');
    await compose(page);
    await expect(focused).toHaveAccessibleName('Naam van de groep');
    await expect(focused).toHaveValue(TEXT);
    await page.keyboard.press('Enter');
    await expect(focused).toHaveCount(0);
  });

  await test.step('in the search', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(page.locator('textarea:focus')).toHaveValue('');
    await page.keyboard.insertText(`${TEXT} 2`);
    await page.keyboard.press('Escape');
    await expect(anouk.note(TEXT)).toHaveCount(2);
    await page.keyboard.press('Control+f');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await compose(page);
    await expect(page.getByRole('searchbox')).toHaveValue(TEXT);
    // Two notes and the name of a group; the next is for an Enter that is meant.
    await expect(page.getByRole('search')).toContainText('1 van 3');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('search')).toContainText('2 van 3');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });

  await test.step('in a dialog', async () => {
    await anouk.button('Menu').click();
    await page.getByRole('menuitem', { name: 'Naam wijzigen' }).click();
    const field = anouk.dialog.getByRole('textbox', { name: 'Je naam' });
    await field.fill('');
    await compose(page, 'Escape');
    await expect(field).toHaveValue(TEXT);
    await compose(page);
    await expect(anouk.dialog).toBeVisible();
    expect(facilitator.wire.stage.members.map(({ name }) => name)).toContain('Anouk de Vries');
    await page.keyboard.press('Escape');
    await expect(anouk.dialog).toHaveCount(0);
  });
});
