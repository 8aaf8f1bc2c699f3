/** The interview script in real browsers: five acts that several people write, hints, sprint questions, reading, paper. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const script = ({ page }: Person): Locator => page.locator('[data-script]');
const act = (person: Person, name: string): Locator =>
  script(person).getByRole('region', { name: new RegExp(name) });

test('[L69] a team writes its interview script, sees which questions are closed, and reads it', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('interviewscript');

  await test.step('it begins with what stands in every interview, an hour together', async () => {
    await expect(script(anna)).toContainText('60 minuten samen');
    await expect(act(bram, 'Afronden')).toContainText('Waarop wil je bij ons kunnen rekenen?');
  });

  await test.step('two people write, by keyboard; a closed question is pointed at', async () => {
    await act(anna, 'Taken').getByRole('button', { name: 'taak bij Taken' }).press('Enter');
    await anna.page.keyboard.type('Er komt iets binnen. Snap je dit?');
    await expect(act(anna, 'Taken')).toContainText('ja of nee');
    await anna.page.keyboard.press('Escape');
    await expect(act(bram, 'Taken')).toContainText('Snap je dit?');
    await act(anna, 'Taken')
      .getByRole('button', { name: /^taak: Er komt/ })
      .press('Enter');
    await anna.page.keyboard.press('ControlOrMeta+a');
    await anna.page.keyboard.type('Er komt iets binnen. Wat doe je?');
    await anna.page.keyboard.press('Escape');
    await expect(act(anna, 'Taken')).not.toContainText('ja of nee');
    await act(bram, 'Context').getByRole('button', { name: 'vraag bij Context' }).tap();
    await bram.page.keyboard.type('Dat duurt lang, toch?');
    await expect(act(bram, 'Context')).toContainText('geeft het antwoord al');
    await bram.page.keyboard.press('Escape');
    await expect(act(facilitator, 'Context')).toContainText('Dat duurt lang, toch?');
  });

  await test.step('what to watch for lies beside its line; minutes change; a line moves to the next act', async () => {
    await act(anna, 'Taken')
      .getByRole('button', { name: /^Meer met: Er komt/ })
      .click();
    await anna.page.getByRole('menuitem', { name: 'Let op erbij' }).click();
    await anna.page.keyboard.type('Leest hij de nieuwe tijd?');
    await anna.page.keyboard.press('Escape');
    await expect(act(bram, 'Taken')).toContainText('Leest hij de nieuwe tijd?');
    await act(anna, 'Taken').getByLabel('Minuten voor Taken').fill('35');
    await act(anna, 'Taken').getByLabel('Minuten voor Taken').press('Tab');
    await expect(script(facilitator)).toContainText('65 minuten samen');
    await act(anna, 'Taken')
      .getByRole('button', { name: /^taak: Er komt/ })
      .press('Alt+ArrowDown');
    await expect(act(bram, 'Afronden')).toContainText('Er komt iets binnen');
    await anna.page.keyboard.press('Control+z');
    await expect(act(bram, 'Taken')).toContainText('Er komt iets binnen');
  });

  await test.step('it is read without controls, and nothing stands in the way of a reader', async () => {
    for (const person of [anna, bram]) {
      const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    await anna.button('Lees').click();
    await expect(act(anna, 'Taken').getByRole('button')).toHaveCount(0);
    await expect(act(anna, 'Taken')).toContainText('Leest hij de nieuwe tijd?');
  });

  await test.step('it prints on two sheets', async () => {
    const boardId = facilitator.wire.stage.now?.board?.boardId ?? '';
    await facilitator.page.goto(`${facilitator.roomPath}/board/${boardId}/print`);
    await expect(facilitator.page.locator('main img')).toHaveCount(2);
  });
});
