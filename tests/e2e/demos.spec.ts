/** The lightning demos in real browsers: own lists that nobody else gets, a drawn order, a card with link and picture, turns. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { alphabets, noteOf } from './support/alphabets';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';
import { photo } from './support/photos';

const wall = ({ page }: Person): Locator => page.locator('[data-cards]');
const card = (person: Person, words: string): Locator =>
  wall(person).locator('[data-card]').filter({ hasText: words });
const order = async (person: Person): Promise<string[]> =>
  wall(person).locator('[data-card] h2').allInnerTexts();

test('a team lists products hidden, and shows them in turn on one wall @story', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('lightning-demos');
  const secrets = { anna: noteOf('first', 0), bram: noteOf('second', 0) };

  await test.step('[C211] what each lists reaches nobody else before all have', async () => {
    await anna.write('Pakketbezorger op de kaart', secrets.anna);
    await bram.write(secrets.bram);
    await expect(anna.saved).toHaveText('Opgeslagen');
    await expect.poll(() => facilitator.wire.stage.now?.pileTotal).toBe(3);
    expect(await anna.wire.findAny(alphabets.second)).toEqual([]);
    expect(await bram.wire.findAny(alphabets.first)).toEqual([]);
    expect(await facilitator.wire.findAny(alphabets.first)).toEqual([]);
  });

  await test.step('more than three is said, and not refused', async () => {
    await anna.write('een derde', 'een vierde');
    await expect(anna.page.getByText('kies liever je beste drie')).toBeVisible();
    await anna.button('Verwijder briefje 4').click();
    await anna.button('Verwijder briefje 3').click();
    await expect(anna.page.getByText('kies liever je beste drie')).toBeHidden();
    await expect(anna.saved).toHaveText('Opgeslagen');
  });

  await test.step('they hang there by name, in a drawn order that is the same for all', async () => {
    await facilitator.advance('lightning-demos', 'writing', 'reveal');
    await expect(wall(anna).locator('[data-card]')).toHaveCount(3);
    await expect(card(anna, secrets.bram)).toContainText('Bram');
    await expect.poll(() => order(bram)).toEqual(await order(facilitator));
    const mine = (await order(anna)).indexOf('Pakketbezorger op de kaart');
    expect((await order(anna))[mine + 1]).toBe(secrets.anna);
  });

  await test.step('[C212] the facilitator gives the turn with one button; all see whose it is', async () => {
    await facilitator.button(/^Begin, drie minuten/).click();
    const [first = '', second = ''] = await order(facilitator);
    await expect(card(anna, first)).toHaveAttribute('aria-current', 'step');
    await expect(bram.now.getByRole('timer')).toContainText(/[23]:\d\d/);
    await facilitator.button('Volgende').click();
    await expect(card(bram, second)).toHaveAttribute('aria-current', 'step');
    await expect(wall(bram).locator('[aria-current=step]')).toHaveCount(1);
  });

  const title = 'Pakketbezorger op de kaart';
  await test.step('somebody fills in the card: idea, link with a title, picture', async () => {
    await card(bram, title).getByRole('button', { name: 'Wat kunnen we hiervan lenen?' }).tap();
    await bram.page.keyboard.type('Je ziet hoeveel stops er nog zijn');
    await bram.page.keyboard.press('Enter');
    await expect(card(anna, title)).toContainText('Je ziet hoeveel stops er nog zijn');
    await card(anna, title).getByRole('button', { name: 'Link erbij' }).click();
    await anna.page.getByLabel('Adres van de pagina').fill('javascript:alert(1)');
    await anna.page.keyboard.press('Enter');
    await expect(anna.page.getByRole('alert')).toContainText('geen adres van een webpagina');
    await anna.page.getByLabel('Adres van de pagina').fill('www.voorbeeld.nl/volgen');
    await anna.page.getByLabel('Hoe heet die pagina?').fill('Volg je pakket');
    await anna.page.keyboard.press('Enter');
    const link = card(facilitator, title).getByRole('link', { name: 'Volg je pakket' });
    await expect(link).toHaveAttribute('href', 'https://www.voorbeeld.nl/volgen');
    await expect(link).toContainText('voorbeeld.nl');
    const choosing = anna.page.waitForEvent('filechooser');
    await card(anna, title)
      .getByRole('button', { name: /^Meer met/ })
      .click();
    await anna.page.getByRole('menuitem', { name: 'Plaatje erbij' }).click();
    await (await choosing).setFiles(await photo('Volg je pakket.jpg'));
    await expect(card(bram, title).locator('img')).toBeVisible();
    await expect(anna.saved).toHaveText('Opgeslagen');
  });

  await test.step('a card is moved by keys and comes back by undo', async () => {
    const before = await order(anna);
    const last = card(anna, before[2] ?? '');
    await last.getByRole('button', { name: /^Wat we bekijken/ }).focus();
    await anna.page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => order(bram)).toEqual([before[0], before[2], before[1]]);
    await anna.page.keyboard.press('Control+z');
    await expect.poll(() => order(bram)).toEqual(before);
  });

  await test.step('as a list it says the same; nothing stands in the way of a reader', async () => {
    await wall(anna).getByRole('button', { name: 'Lijst' }).click();
    await expect(wall(anna).locator('[data-card]')).toHaveCount(3);
    for (const person of [anna, bram, facilitator]) {
      const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });

  await test.step('the wall stays readable the rest of the week', async () => {
    const { id } = anna.step('lightning-demos');
    await facilitator.openExercise('notities');
    await anna.page.goto(`${anna.roomPath}/step/${id}`);
    await expect(card(anna, title).getByRole('link', { name: 'Volg je pakket' })).toBeVisible();
    await expect(card(anna, title).getByRole('button', { name: 'Link erbij' })).toBeHidden();
  });
});
