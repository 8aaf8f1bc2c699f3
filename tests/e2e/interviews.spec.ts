/** A talk with a customer in real browsers: one asks, two observe (one on a phone), and the grid is filled when it is rounded off. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const field = ({ page }: Person): Locator => page.getByLabel('Wat zie of hoor je?');
const cell = ({ page }: Person, name: RegExp): Locator =>
  page.locator('[data-grid]').getByRole('button', { name });

async function isClean(person: Person): Promise<void> {
  const { violations } = await new AxeBuilder({ page: person.page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('two observers write what they see, unseen by each other, until the talk is rounded off', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const ineke = await story.join('Ineke');
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.did({
    ...{ kind: 'set-duties', memberId: facilitator.memberId('Ineke') },
    duties: ['interviewer'],
  });
  for (const name of ['Truus Wielinga', 'Fatima']) {
    await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
  }
  await facilitator.openExercise('interviews');

  await test.step('the parts of the prototype are the rows of the grid', async () => {
    for (const title of ['Kies één uur', 'Prijs vooraf']) {
      await facilitator.button('Onderdeel toevoegen').click();
      const fields = facilitator.page.getByRole('textbox', { name: 'Naam van het onderdeel' });
      await expect(fields.last()).toBeFocused();
      await facilitator.page.keyboard.type(title);
    }
    await expect(
      anna.page.getByRole('textbox', { name: 'Naam van het onderdeel' }).last(),
    ).toHaveValue('Prijs vooraf');
    await isClean(facilitator);
  });

  await test.step('the interviewer knows who comes; nobody else reads a name', async () => {
    await expect(anna.page.getByText('Truus')).toHaveCount(0);
    await ineke.button(/Begin het gesprek met K1.*Truus Wielinga/).click();
    await expect(ineke.page.locator('[data-interview]')).toBeVisible();
    await expect(ineke.page.getByText('Truus')).toHaveCount(0);
    await expect(ineke.page.getByText('Dit bord is opnieuw begonnen')).toHaveCount(0);
    await isClean(ineke);
  });

  await test.step('by keyboard: mark, words, lay down, put right', async () => {
    await expect(field(anna)).toBeFocused();
    await anna.page.keyboard.press('+');
    await expect(anna.button('helpt')).toHaveAttribute('aria-pressed', 'true');
    await anna.page.keyboard.type('Kiest meten');
    await anna.page.keyboard.press('Enter');
    await expect(field(anna)).toHaveValue('');
    await anna.page.keyboard.press('ArrowUp');
    await expect(field(anna)).toHaveValue('Kiest meten');
    for (let back = 0; back < 3; back++) await anna.page.keyboard.press('Backspace');
    await anna.page.keyboard.type('teen');
    await anna.page.keyboard.press('Enter');
    await anna.page.keyboard.type('‘En als het meer werk is?’');
    await anna.page.keyboard.press('Alt+3');
    await anna.page.keyboard.press('Enter');
    await expect(anna.button('Verbeter: Kiest meteen')).toBeVisible();
    await isClean(anna);
  });

  await test.step('on a phone, with a line that drops', async () => {
    await bram.context.setOffline(true);
    await expect(bram.page.getByText('Geen verbinding')).toBeVisible();
    await field(bram).fill('Zoekt naar zaterdag');
    await bram.button('hindert').click();
    await bram.button('Leg neer').click();
    await bram.context.setOffline(false);
    await expect(bram.page.getByText('Geen verbinding')).toHaveCount(0);
    await expect(anna.page.getByText('Zoekt naar zaterdag')).toHaveCount(0);
    await isClean(bram);
  });

  await test.step('the interviewer goes through the acts, says how a task went, and rounds off', async () => {
    for (let step = 0; step < 3; step++) await ineke.page.keyboard.press('ArrowRight');
    await expect(ineke.page.getByText('taak 1 van 2')).toBeVisible();
    await ineke.button('met hulp').click();
    await expect(ineke.button('met hulp')).toHaveAttribute('aria-pressed', 'true');
    await ineke.button('Rond af').click();
    await expect(ineke.dialog.getByText('Nog zonder uitslag: Prijs vooraf')).toBeVisible();
    await ineke.dialog.getByRole('button', { name: 'Rond af' }).click();
  });

  await test.step('then the grid has everything, and a cell tells who saw it', async () => {
    await expect(cell(ineke, /K1, Kies één uur.*3 briefjes/)).toBeVisible();
    await cell(facilitator, /K1, Kies één uur/).focus();
    await facilitator.page.keyboard.press('ArrowDown');
    await expect(cell(facilitator, /K1, Prijs vooraf/)).toBeFocused();
    await facilitator.page.keyboard.press('ArrowUp');
    await facilitator.page.keyboard.press('Enter');
    await expect(facilitator.dialog.getByText(/^Anna/).first()).toBeVisible();
    await facilitator.dialog.getByRole('button', { name: 'Ook bij K2' }).first().click();
    await facilitator.page.keyboard.press('Escape');
    await expect(cell(anna, /K2, Kies één uur.*1 briefje/)).toBeVisible();
    await isClean(facilitator);
  });

  await test.step('what two show very strongly is proposed, and is a pattern when the team says so', async () => {
    for (const at of ['K1', 'K2']) {
      await cell(facilitator, new RegExp(`${at}, Kies één uur`)).click();
      await facilitator.dialog.getByRole('button', { name: 'heel sterk' }).first().click();
      await facilitator.page.keyboard.press('Escape');
    }
    await facilitator.openExercise('patronen');
    await facilitator.button('Dit is een patroon').click();
    const name = facilitator.page.getByRole('textbox', { name: 'Naam van het patroon' });
    await expect(name).toHaveValue(/Bij 2 van 2 klanten/);
    await name.fill('Kiest meteen het uurvak');
    await expect(anna.page.getByRole('textbox', { name: 'Naam van het patroon' })).toHaveValue(
      'Kiest meteen het uurvak',
    );
  });
});
