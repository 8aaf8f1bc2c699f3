/** The ladders in real browsers: climbed by mouse with two people in one sentence, and once by keyboard alone. */
import type { Locator } from '@playwright/test';
import { Eye, narrow, wide } from './support/eye';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';

const rung = ({ page }: Person, name: string): Locator => page.locator(`[data-rung="${name}"]`);
const field = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('textbox', { name, exact: typeof name === 'string' });
const ladders = ({ page }: Person): Locator => page.locator('[data-ladders] nav ol > li');
const behoefte = /^Wat de klant nodig heeft/;
const belofte = /^Waar de klant op kan rekenen/;

test('a ladder is climbed rung by rung, by two people in one sentence, and one by keyboard alone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('klantbeloften');
  const eye = new Eye([wide, narrow]);

  await test.step('from below: what may not be written yet says what it waits for', async () => {
    await expect(anna.page.getByText('Klim van behoefte naar bewijs')).toBeVisible();
    await eye.look(anna.page, 'no ladder');
    await anna.button('Schrijf de eerste behoefte').click();
    await expect(field(anna, behoefte)).toBeFocused();
    await expect(rung(anna, 'belofte')).toContainText('Eerst een behoefte');
    await anna.page.keyboard.type('Ik zit de hele dag te wachten');
    await expect(rung(anna, 'bewijs')).toContainText('Eerst een belofte');
    await anna.button('Beloof hier iets op').click();
    await expect(field(anna, belofte)).toBeFocused();
  });

  await test.step('the words are remarked on while they are typed, and nothing is blocked', async () => {
    await anna.page.keyboard.type('wij je zo snel mogelijk bellen');
    await expect(rung(anna, 'belofte').locator('[data-hint="vague"]')).toContainText('binnen twee');
    await expect(rung(anna, 'belofte')).toHaveAttribute('data-state', 'lit');
    await field(anna, belofte).fill('wij je bellen voor het later wordt');
    await expect(rung(anna, 'belofte').locator('[data-hint="unmeasured"]')).toContainText('later');
  });

  await test.step('two people write in one sentence', async () => {
    const theirs = field(facilitator, belofte);
    await expect(theirs).toHaveValue('wij je bellen voor het later wordt');
    await theirs.focus();
    await facilitator.page.keyboard.press('Control+End');
    await facilitator.page.keyboard.type(', ook op zondag');
    await field(anna, belofte).focus();
    await anna.page.keyboard.press('Control+Home');
    await anna.page.keyboard.type('altijd ');
    const both = 'altijd wij je bellen voor het later wordt, ook op zondag';
    await expect(field(anna, belofte)).toHaveValue(both);
    await expect(theirs).toHaveValue(both);
  });

  await test.step('a norm is typed in one line; what is none says why', async () => {
    await anna.button('nog geen norm').click();
    const line = anna.page.getByLabel('Typ de norm, of kies hieronder');
    await line.fill('heel snel');
    await expect(anna.page.getByText('Zet er een getal bij')).toBeVisible();
    await line.fill('30 minuten van tevoren in 95 %');
    await expect(anna.button('norm: 30 minuten van tevoren in 95 %')).toBeVisible();
    await expect(
      facilitator.page.getByRole('button', { name: 'norm: 30 minuten van tevoren in 95 %' }),
    ).toBeVisible();
  });

  await test.step('a proof that is an errand does not carry; one in place does', async () => {
    await anna.button('Bewijs erbij').click();
    await anna.page.keyboard.type('Route-app ziet uitloop');
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'open');
    await anna.page.getByLabel('Staat dit er al?').selectOption('staat er');
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'lit');
    await expect(ladders(facilitator).first().getByRole('img')).toHaveAccessibleName(
      'Behoefte: staat, Belofte: staat, Bewijs: staat',
    );
  });

  await test.step('a lower rung that goes leaves the upper ones hanging, until it is mended', async () => {
    await field(anna, behoefte).fill('');
    await expect(rung(facilitator, 'belofte')).toHaveAttribute('data-state', 'hangs');
    await field(anna, behoefte).fill('Ik durf de hond niet uit te laten');
    await expect(rung(facilitator, 'bewijs')).toHaveAttribute('data-state', 'lit');
  });

  await test.step('a second one by keyboard alone, moved to the front', async () => {
    const { keyboard } = anna.page;
    await anna.button('Nieuwe behoefte').focus();
    await keyboard.press('Enter');
    await expect(field(anna, behoefte)).toBeFocused();
    await keyboard.type('Tussen acht en zes, dat is mijn hele vrije dag');
    const toButton = anna.button('Beloof hier iets op');
    await expect(toButton).toBeVisible();
    for (let step = 0; step < 12; step += 1) {
      await keyboard.press('Tab');
      if (await toButton.evaluate((one) => one === document.activeElement)) break;
    }
    await keyboard.press('Enter');
    await expect(field(anna, belofte)).toBeFocused();
    await keyboard.type('wij komen in het uur dat jij koos');
    const addProof = anna.button('Bewijs erbij');
    for (let step = 0; step < 20; step += 1) {
      await keyboard.press('Tab');
      if (await addProof.evaluate((one) => one === document.activeElement)) break;
    }
    await keyboard.press('Enter');
    await keyboard.type('Planbord');
    await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowUp');
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'lit');
    await ladders(anna).nth(1).locator('[data-to]').focus();
    await keyboard.press('Alt+ArrowUp');
    await expect(ladders(facilitator).first()).toContainText('wij komen in het uur');
    await expect(anna.page.getByText('Nu plaats 1 van 2')).toBeAttached();
  });

  await eye.look(anna.page, 'two ladders');
  expect(eye.faults).toEqual([]);
});
