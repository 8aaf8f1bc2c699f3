/** The workshop of the klantbeloften in real browsers: hidden on a behoefte, revealed, voted on, kept, proven, signed. */
import type { Locator } from '@playwright/test';
import { Eye, narrow, wide } from './support/eye';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const belofte = /^Waar de klant op kan rekenen/;
const hidden = ({ page }: Person): Locator => page.getByRole('textbox', { name: belofte });
const ladders = ({ page }: Person): Locator => page.locator('[data-ladders] [data-ladder]');

/** Hidden beloften, one after the other, by keyboard. */
async function promise(person: Person, ...words: string[]): Promise<void> {
  await person.button('Beloof hier iets op').first().click();
  for (const [at, one] of words.entries()) {
    if (at > 0) await person.page.keyboard.press('Enter');
    await expect(person.page.locator('textarea:focus')).toHaveValue('');
    await person.page.keyboard.type(one);
  }
  await person.page.keyboard.press('Tab');
}

function placed({ wire }: Person): number {
  return Object.values(wire.stage.now?.round?.mine?.placed ?? {}).reduce(
    (sum, one) => sum + one,
    0,
  );
}

async function dot(person: Person, words: string): Promise<void> {
  const before = placed(person);
  await ladders(person).filter({ hasText: words }).locator('.put').click();
  await expect.poll(() => placed(person)).toBe(before + 1);
}

test('@story concepts are written hidden, kept by the Decider, proven and signed', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.makeDecider('Anna');
  await facilitator.openExercise('conceptbeloften');
  const eye = new Eye([wide, narrow]);

  await test.step('a behoefte in the customer’s words', async () => {
    await anna.button('Schrijf de eerste behoefte').click();
    await anna.page.keyboard.type('Ik zit de hele dag te wachten');
    await expect(bram.page.getByText('Ik zit de hele dag te wachten').first()).toBeVisible();
  });

  await test.step('each promises on it, unseen by the others until the reveal', async () => {
    await facilitator.advance('conceptbeloften', 'open', 'writing');
    await promise(anna, 'wij je bellen, een half uur vóór het later wordt', 'je het uur kiest');
    await promise(bram, 'de monteur weet wat er stuk is');
    await expect(hidden(anna)).toHaveCount(2);
    await eye.look(anna.page, 'hidden writing');
    await expect(anna.page.getByText('de monteur weet wat er stuk is')).toHaveCount(0);
    await facilitator.advance('conceptbeloften', 'writing', 'reveal');
    await expect(ladders(bram)).toHaveCount(3);
    await expect(ladders(anna).filter({ hasText: 'de monteur weet' })).toBeVisible();
  });

  await test.step('dots; the Decider abstains and then keeps', async () => {
    await facilitator.advance('conceptbeloften', 'reveal', 'voting');
    await dot(bram, 'je het uur kiest');
    await dot(bram, 'wij je bellen');
    await expect(ladders(anna).first().locator('.put')).toHaveCount(0);
    await facilitator.advance('conceptbeloften', 'voting', 'result');
    await facilitator.advance('conceptbeloften', 'result', 'decision');
    const keep = anna.page.getByRole('form', { name: 'Beloften houden' });
    await expect(keep.getByRole('checkbox')).toHaveCount(3);
    await expect(bram.page.getByRole('form', { name: 'Beloften houden' })).toHaveCount(0);
    for (const box of await keep.getByRole('checkbox').all()) await box.check();
    await eye.look(anna.page, 'keeping');
    await keep.getByRole('textbox').fill('Deze drie willen we vrijdag voorleggen');
    await keep.getByRole('button', { name: 'Leg vast: 3 beloften' }).click();
    await expect(keep).toHaveCount(0);
  });

  await test.step('on the last day what is proven is signed in one act, the rest with a reason', async () => {
    await facilitator.openExercise('klantbeloften');
    await expect(ladders(anna)).toHaveCount(3);
    await anna.button('Bewijs erbij').click();
    await anna.page.keyboard.type('Route-app ziet uitloop');
    await anna.page.getByLabel('Staat dit er al?').selectOption('staat er');
    const signing = anna.page.getByRole('region', { name: 'Tekenen' });
    await eye.look(anna.page, 'signing');
    await expect(bram.page.getByRole('region', { name: 'Tekenen' })).toHaveCount(0);
    await signing.getByRole('button', { name: 'Teken deze 1' }).click();
    await expect(ladders(bram).first().getByText('getekend')).toBeVisible();
    await signing.getByRole('button', { name: 'Teken met een reden' }).click();
    await signing.getByRole('textbox').fill('We regelen dit deze maand');
    await signing.getByRole('button', { name: 'Teken met een reden' }).click();
    await expect(ladders(bram).getByText('getekend')).toHaveCount(2);
    await expect(anna.page.locator('[data-signed="1"]')).toContainText('Getekend door Anna');
    await eye.look(anna.page, 'signed');
  });

  expect(eye.faults).toEqual([]);
});
