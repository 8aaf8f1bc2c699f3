/** Friday's sprint questions in real browsers: three people answer at once, and the Decider gives the verdict on a phone. */
import type { Locator } from '@playwright/test';
import { Eye, wide } from './support/eye';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';
import { askQuestions, testCustomers } from './support/test-day';

const question = ({ page }: Person, number: number): Locator =>
  page.locator('[data-question]').nth(number - 1);
const cell = (person: Person, number: number, customer: string): Locator =>
  question(person, number).locator(`[data-customer="${customer}"]`);
const say = (person: Person, customer: string, answer: string): Promise<void> =>
  cell(person, 1, customer).getByRole('radio', { name: answer, exact: true }).check();

test('three people answer, the evidence is one tap away, and the Decider gives the verdict on a phone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram');
  const ingrid = await story.join('Ingrid', phone);
  await facilitator.did({ kind: 'set-decider', memberId: facilitator.memberId('Ingrid') });
  await askQuestions(facilitator);
  await testCustomers(facilitator, 3);
  await facilitator.openExercise('sprintvragen-beantwoorden');
  const eye = new Eye([wide]);

  await test.step('each answers for a customer, and all see all of it', async () => {
    await expect(question(anna, 1)).toContainText('Kunnen we een tijd beloven');
    await Promise.all([
      say(anna, 'K1', 'ja'),
      say(bram, 'K2', 'ja'),
      say(facilitator, 'K3', 'deels'),
    ]);
    for (const person of [anna, bram, ingrid]) {
      await expect(question(person, 1)).toContainText(/ja bij 2 van 3, deels bij 1 van 3/i);
    }
    await anna.page.keyboard.press('ArrowRight');
    await expect(question(bram, 1)).toContainText(/ja bij 1 van 3, deels bij 2 van 3/i);
    await say(anna, 'K1', 'ja');
    const why = anna.page.getByLabel('Waarom, bij K1').first();
    await why.fill('Ging de hond uitlaten');
    await expect(bram.page.getByLabel('Waarom, bij K1').first()).toHaveValue(
      'Ging de hond uitlaten',
    );
  });

  await test.step('what was seen hangs on the question, and one tap brings its words', async () => {
    await question(bram, 1).getByRole('button', { name: 'Hang bewijs op' }).click();
    await bram.dialog.getByLabel('Zoek een woord of een klant').fill('hond');
    await bram.dialog.getByRole('checkbox', { name: /K2 “Dan laat ik de hond uit”/ }).check();
    await eye.lookOnce(bram.page, 'what may be hung');
    await bram.page.keyboard.press('Escape');
    await question(ingrid, 1)
      .getByRole('button', { name: /K2 “Dan laat/ })
      .tap();
    await expect(ingrid.dialog).toContainText('Belletje vooraf');
    await expect(ingrid.dialog).toContainText('Noor, 4:00, letterlijk');
    await eye.lookOnce(ingrid.page, 'the finding');
    await ingrid.page.keyboard.press('Escape');
  });

  await test.step('nobody but the Decider gives a verdict; what is proposed is none', async () => {
    await expect(question(anna, 1)).toContainText('Ingrid geeft het oordeel.');
    await expect(question(anna, 1)).toContainText('Voorstel: Niet duidelijk.');
    await expect(anna.button('Leg het oordeel vast')).toHaveCount(0);
    await question(ingrid, 1).getByRole('radio', { name: 'Ja', exact: true }).check();
    await question(ingrid, 1).getByLabel('In één zin: wat weten we nu?').fill('Twee bleven rustig');
    await question(ingrid, 1).getByRole('button', { name: 'Leg het oordeel vast' }).tap();
    for (const person of [anna, ingrid]) {
      await expect(question(person, 1).locator('[data-verdict="yes"]')).toContainText(
        'Twee bleven rustig',
      );
    }
    await eye.lookOnce(ingrid.page, 'the verdict on a phone');
    await eye.lookOnce(anna.page, 'the verdict');
  });

  await test.step('it is changed with a reason, and the answers that changed since are told', async () => {
    await say(bram, 'K2', 'nee');
    await expect(question(anna, 1)).toContainText('De antwoorden zijn daarna nog veranderd.');
    await question(ingrid, 1).getByRole('button', { name: 'Wijzig het oordeel' }).tap();
    await question(ingrid, 1).getByRole('radio', { name: 'Niet duidelijk' }).check();
    await question(ingrid, 1).getByLabel('Waarom verander je het oordeel?').fill('K2 bedoelde nee');
    await question(ingrid, 1).getByRole('button', { name: 'Leg het oordeel vast' }).tap();
    await expect(question(anna, 1)).toContainText('Gewijzigd: K2 bedoelde nee');
  });

  await test.step('the grid lies one tap away, and the questions beside it', async () => {
    await anna.button('Wat we zagen').click();
    await expect(anna.page.locator('[data-grid]')).toContainText('Belt zelf nooit terug');
    await anna.button('Sprintvragen').click();
    await expect(question(anna, 3)).toBeVisible();
  });
  expect(eye.faults).toEqual([]);
});
