/** After the supervote, in real browsers: who decided for whom, what may come later goes along, and lies ready for the artist. */
import AxeBuilder from '@axe-core/playwright';
import { drawSketch } from './support/draw-sketch';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const sketches = [
  ['Anna', 'De prijs staat vast', ['Foto van het plaatje', 'Prijs vooraf', 'Klopt']],
  ['Bram', 'Wasbeer belt eerst', ['De bus loopt uit', 'Een mens belt', 'Jij kiest']],
  ['Chris', 'De klok loopt mee', ['Nog tien minuten', 'Nog vijf', 'De bel gaat']],
] as const;

const isClean = async ({ page }: Person): Promise<void> => {
  const found = await new AxeBuilder({ page }).include('[data-board]').analyze();
  expect(found.violations).toEqual([]);
};

test('what did not win is taken along and lies ready beside the storyboard', async ({ story }) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  const chris = await story.join('Chris', { colorScheme: 'dark' });
  const makers = { Anna: anna, Bram: bram, Chris: chris };
  await facilitator.did({ kind: 'set-decider', memberId: facilitator.memberId('Anna') });

  await test.step('Chris chooses for Anna, on a mandate', async () => {
    await facilitator.openExercise('oplossingsschets');
    const stepId = facilitator.step('oplossingsschets').id;
    for (const [who, title, words] of sketches) {
      await drawSketch(makers[who], { stepId, title, words });
    }
    await facilitator.openExercise('museum');
    const mandate = { kind: 'give-mandate', memberId: facilitator.memberId('Chris') } as const;
    await facilitator.did({ ...mandate, reason: 'Anna zit in de trein' });
    await facilitator.openExercise('supervote');
    await facilitator.advance('supervote', 'open', 'voting');
    await chris.button('Plak een beslissende stip op schets 2').click();
    await expect(chris.page.getByRole('img', { name: '1 stip van de beslisser' })).toBeVisible();
    await chris.page.getByLabel('Waarom kies je dit?').fill('Zo zei Anna het');
    await chris.button('Leg vast').click();
    await expect(bram.page.getByText(/^Namens Anna, mandaat van \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('who decides takes one along, and everybody reads by whom', async () => {
    await expect(bram.button(/^Neem mee/)).toHaveCount(0);
    await facilitator.button('Neem mee: schets 3').click();
    for (const { page } of [facilitator, anna, bram]) {
      await expect(page.getByText('Fenna Faber neemt deze mee')).toBeVisible();
    }
    await anna.button('Neem toch niet mee: schets 3').click();
    await expect(bram.page.getByText('Fenna Faber neemt deze mee')).toHaveCount(0);
    await chris.button('Neem mee: schets 3').click();
    await expect(anna.page.getByText('Chris neemt deze mee')).toBeVisible();
  });

  await test.step('as a list the same can be read and done', async () => {
    await anna.button('Lijst').click();
    const chosen = anna.page.getByRole('region', { name: 'Gekozen' });
    await expect(chosen.getByRole('heading', { level: 3 })).toHaveText(/^2\. /);
    await expect(chosen.getByText('1 stip van de beslisser')).toBeVisible();
    const later = anna.page.getByRole('region', { name: 'Misschien later' });
    await expect(later.getByText('Chris neemt deze mee')).toBeVisible();
    for (const person of [anna, bram, chris]) await isClean(person);
  });

  await test.step('beside the storyboard it lies ready, right behind what won', async () => {
    await facilitator.openExercise('storyboard');
    const drawer = chris.page.getByRole('region', { name: 'Knip uit een schets' });
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(['Gekozen', 'Meegenomen']);
    await chris.button('Pak de stift').click();
    await chris.button('Begin met een lege scène').click();
    const ready = drawer.getByRole('button', { name: /^Zet paneel 1 van schets/ });
    await expect(ready.nth(1)).toHaveAccessibleName('Zet paneel 1 van schets 3 in scène 1');
    await ready.nth(1).click();
    await expect(facilitator.page.getByText('uit schets 3')).toBeVisible();
    await drawer.getByText('Misschien later').click();
    await expect(drawer.getByText('Schets 1, paneel 1')).toBeVisible();
    await isClean(chris);
  });
});
