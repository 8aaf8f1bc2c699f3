/** The questions at the end of a talk: asked aloud by the interviewer, or filled in by the customer on a phone, behind a link. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, phone, test } from './support/kamer';

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('[C316] [C317] a customer answers on a phone while the interviewer goes on, and the team reads sums alone', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const ineke = await story.join('Ineke');
  const anna = await story.join('Anna');
  await facilitator.did({
    ...{ kind: 'set-duties', memberId: facilitator.memberId('Ineke') },
    duties: ['interviewer'],
  });
  for (const name of ['Truus Wielinga', 'Fatima'])
    await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
  await facilitator.openExercise('interviews');
  await ineke.button(/Begin het gesprek met K1/).click();
  for (let step = 0; step < 4; step++) await ineke.button('Verder').click();

  const link = await test.step('the interviewer gives a link away', async () => {
    await ineke.button('Naar de vragen').click();
    await ineke.button('Geef de klant een link').click();
    await expect(ineke.page.getByText('Nog niet geopend')).toBeVisible();
    await isClean(ineke.page);
    return ineke.page.getByRole('textbox', { name: 'Link' }).inputValue();
  });

  const page = await (await story.context(phone)).newPage();
  await test.step('a preview of it begins nothing', async () => {
    const previewer = await story.context();
    const fetched = await previewer.request.get(link);
    expect(fetched.headers()).toMatchObject({
      ...{ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' },
    });
    expect(await fetched.text()).not.toContain('Monteur aan huis');
    await expect(ineke.page.getByText('Nog niet geopend')).toBeVisible();
  });

  await test.step('the customer begins, and another browser is told so', async () => {
    await page.goto(link);
    await expect(page.getByText('zonder je naam')).toBeVisible();
    await isClean(page);
    await page.getByRole('button', { name: 'Begin' }).click();
    await expect(page.getByText('Vraag 1 van 3', { exact: true })).toBeVisible();
    await isClean(page);
    const other = await (await story.context()).newPage();
    await other.goto(link);
    await expect(other.getByRole('heading', { name: /andere browser/ })).toBeVisible();
    await isClean(other);
  });

  await test.step('by keyboard, in English, left and taken up', async () => {
    await page.getByRole('radio', { name: '8' }).press('Space');
    await page.getByRole('button', { name: 'Verder' }).click();
    await expect(page.getByText('Vraag 2 van 3', { exact: true })).toBeVisible();
    await expect(ineke.page.getByText('Geopend: 1 van 3 vragen beantwoord')).toBeVisible();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByText('Vraag 2 van 3', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('radio', { name: '10' }).check({ force: true });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox').fill('Dat jullie bellen');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'Ready to send' })).toBeVisible();
    await isClean(page);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(ineke.page.getByText('De antwoorden van K1 zijn binnen.')).toBeVisible();
  });

  await test.step('the next customer is asked aloud, and half of it is kept over a reload', async () => {
    await ineke.button('Rond af').click();
    await ineke.dialog.getByRole('button', { name: 'Rond af' }).click();
    await ineke.button(/Begin het gesprek met K2/).click();
    for (let step = 0; step < 4; step++) await ineke.button('Verder').click();
    await ineke.button('Naar de vragen').click();
    await ineke.button('Stel ze hardop').click();
    await ineke.page.getByRole('radio', { name: '9' }).check({ force: true });
    await expect(ineke.page.getByRole('radio', { name: '9' })).toBeChecked();
    await isClean(ineke.page);
    await ineke.page.reload();
    for (let step = 0; step < 4; step++) await ineke.button('Verder').click();
    await ineke.button('Naar de vragen').click();
    await expect(ineke.page.getByText('Vraag 2 van 3', { exact: true })).toBeVisible();
    await ineke.button('Verder').click();
    await ineke.page.getByLabel('Wat de klant zegt').fill('Een uur van tevoren');
    await ineke.button('Verder').click();
    await expect(ineke.page.getByText('Nog zonder antwoord: Aanraden')).toBeVisible();
    await ineke.button('Sluit de vragen af').click();
    await expect(ineke.page.getByText('De antwoorden van K2 zijn binnen.')).toBeVisible();
    await ineke.button('Rond af').click();
    await ineke.dialog.getByRole('button', { name: 'Rond af' }).click();
  });

  await test.step('then counts come first, for who heard them; the team waits for a third', async () => {
    await facilitator.openExercise('scores');
    await expect(facilitator.page.getByText('2 van 2', { exact: true })).toBeVisible();
    await expect(facilitator.page.getByText('indicatief').first()).toBeVisible();
    await isClean(facilitator.page);
    await expect(anna.page.getByText('Het team ziet cijfers vanaf drie klanten.')).toBeVisible();
    await expect(anna.page.getByText('Een uur van tevoren')).toHaveCount(0);
    await isClean(anna.page);
    expect(JSON.stringify(anna.wire.stages)).not.toContain('Dat jullie bellen');
    expect(JSON.stringify(anna.wire.stages)).not.toContain(link.split('/').at(-1));
    expect(JSON.stringify(anna.wire.stages)).not.toContain('Wielinga');
  });
});

test('[C318] without scripts all of it can be answered', async ({ story }) => {
  const facilitator = await story.facilitator();
  await facilitator.did({ kind: 'add-customer', name: 'Truus', slotAt: null, reserve: false });
  await facilitator.openExercise('interviews');
  await facilitator.button(/Begin het gesprek met K1/).click();
  for (let step = 0; step < 4; step++) await facilitator.button('Verder').click();
  await facilitator.button('Naar de vragen').click();
  await facilitator.button('Geef de klant een link').click();
  const link = await facilitator.page.getByRole('textbox', { name: 'Link' }).inputValue();
  const context = await story.context({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('radio', { name: '3' }).check({ force: true });
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('button', { name: 'Terug' }).click();
  await expect(page.getByRole('radio', { name: '3' })).toBeChecked();
  for (let question = 0; question < 3; question++)
    await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByRole('link', { name: 'Vraag 2 van 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await expect(page.getByRole('heading', { name: 'Dank je wel' })).toBeVisible();
});
