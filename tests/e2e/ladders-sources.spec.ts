/** Behoeften and findings come from what the week left, and lead back to it: by mouse, by keyboard alone and by single taps. */
import { nanoid } from 'nanoid';
import type { Locator } from '@playwright/test';
import * as grid from '#document/kinds/grid/operations';
import * as map from '#document/kinds/map/operations';
import { local } from '#document/origins';
import { Eye, narrow, wide } from './support/eye';
import type { Facilitator } from './support/facilitator';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';
import { writeBeside } from './support/write-beside';

const rung = ({ page }: Person, name: string): Locator => page.locator(`[data-rung="${name}"]`);
const offer = ({ page }: Person, words: string): Locator =>
  page.locator('[data-offer]').filter({ hasText: words });
const findings = ({ page }: Person): Locator => page.locator('[data-finding]');

const seen = (customer: string, text: string, seconds: number, quote = false) => ({
  ...{ id: nanoid(), customer, row: 'r1', text, seconds, quote },
  ...({ mark: '+', strong: false, author: 'Bo', by: 'bo' } as const),
});

/** A chapter with a pain on the map, and what two customers showed on the grid. */
async function leaveTheWeek(facilitator: Facilitator): Promise<void> {
  await facilitator.openExercise('kaart');
  await writeBeside(facilitator, facilitator.wire.stage.now?.board?.room ?? '', async (doc) => {
    map.addChapter(doc, { id: 'h1', title: 'Wachten op de monteur' }, local);
    map.addMark(
      doc,
      { id: 'm1', chapterId: 'h1', kind: 'pain', text: 'een hele dag thuis' },
      local,
    );
    await expect(facilitator.page.getByText('een hele dag thuis').first()).toBeAttached();
  });
  await facilitator.openExercise('interviews');
  await writeBeside(facilitator, facilitator.wire.stage.now?.board?.room ?? '', async (doc) => {
    grid.addRow(doc, { id: 'r1', title: 'Kies één uur' }, local);
    grid.addObservation(doc, seen('K2', 'Dan hoef ik niet te wachten', 642, true), local);
    grid.addObservation(doc, seen('K1', 'kiest meteen een uur', 90), local);
    grid.addObservation(doc, seen('K3', 'gelooft het uur niet', 120), local);
    const name = 'Kiest het uur';
    grid.answerProposal(doc, { row: 'r1', mark: '+', name, aside: false }, local);
    await expect(facilitator.page.getByText('kiest meteen een uur')).toBeVisible();
  });
}

test('behoeften are fetched with their source, findings speak for and against, and each leads to the other', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await leaveTheWeek(facilitator);
  await facilitator.openExercise('klantbeloften');
  const eye = new Eye([wide, narrow]);

  await test.step('[L74] one press makes a behoefte that keeps where it came from', async () => {
    await anna.button('Haal een behoefte op').click();
    await expect(offer(anna, 'Dan hoef ik niet te wachten')).toContainText('K2 10:42');
    await offer(anna, 'een hele dag thuis').getByRole('button', { name: /^Maak/ }).click();
    await expect(rung(anna, 'behoefte')).toContainText('Wachten op de monteur');
    await expect(offer(anna, 'een hele dag thuis')).toContainText('Al opgehaald');
    await anna.page.keyboard.press('Control+z');
    await expect(offer(anna, 'een hele dag thuis')).not.toContainText('Al opgehaald');
    await anna.page.keyboard.press('Control+Shift+z');
    await expect(offer(anna, 'een hele dag thuis')).toContainText('Al opgehaald');
    await eye.look(anna.page, 'the sources');
  });

  await test.step('[L74] a drag lays one under the behoefte that is worked on', async () => {
    const from = offer(anna, 'kiest meteen een uur').getByText('kiest meteen een uur');
    await from.scrollIntoViewIfNeeded();
    const [start, end] = await Promise.all([
      from.boundingBox(),
      rung(anna, 'behoefte').boundingBox(),
    ]);
    await anna.page.mouse.move((start?.x ?? 0) + 8, (start?.y ?? 0) + 8);
    await anna.page.mouse.down();
    await anna.page.mouse.move((end?.x ?? 0) + 60, (end?.y ?? 0) + 40, { steps: 8 });
    await anna.page.mouse.up();
    await expect(rung(anna, 'behoefte')).toContainText('kiest meteen een uur');
    await expect(offer(anna, 'kiest meteen een uur')).toContainText('Al opgehaald');
  });

  await test.step('[L74] by keyboard alone it is searched, fetched and promised on', async () => {
    const { keyboard } = anna.page;
    await anna.page.getByLabel('Zoek in de bronnen').focus();
    await keyboard.type('niet te wachten');
    await expect(anna.page.locator('[data-offer]')).toHaveCount(1);
    for (let step = 0; step < 4; step += 1) {
      await keyboard.press('Tab');
      const make = offer(anna, 'niet te wachten').getByRole('button', { name: /^Maak/ });
      if (await make.evaluate((one) => one === document.activeElement)) break;
    }
    await keyboard.press('Enter');
    await expect(rung(anna, 'behoefte')).toContainText('K2 10:42');
    await anna.button('Beloof hier iets op').focus();
    await keyboard.press('Enter');
    await keyboard.type('wij komen in het uur dat jij koos');
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'open');
  });

  await test.step('[L75] a pattern speaks for it with all that it rests on, by keyboard', async () => {
    await anna.button('Bevinding erbij').focus();
    await anna.page.keyboard.press('Enter');
    const pattern = anna.page.getByRole('group', { name: 'Kiest het uur' });
    await pattern.getByRole('button', { name: /steunt/ }).focus();
    await anna.page.keyboard.press('Enter');
    await expect(findings(anna)).toHaveCount(3);
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'lit');
    await anna.button('Zet de sterkte op ‘gezien in de test’').press('Enter');
    await expect(rung(anna, 'bewijs')).toContainText('gezien in de test');
  });

  await test.step('[L75] one customer against it is turned by single taps, on a phone', async () => {
    await bram.page.locator('[data-to]').filter({ hasText: 'wij komen in het uur' }).tap();
    await bram.page
      .locator('[data-finding]')
      .filter({ hasText: 'gelooft het uur niet' })
      .getByLabel('Steunt dit de belofte?')
      .selectOption('against');
    await expect(rung(anna, 'bewijs')).toContainText('1 van 3');
    await expect(rung(anna, 'bewijs')).toHaveAttribute('data-state', 'lit');
    await eye.look(anna.page, 'findings');
  });

  await test.step('[L75] from the belofte to the words on the grid in one press, and back in one', async () => {
    await findings(anna)
      .filter({ hasText: 'Dan hoef ik niet' })
      .getByRole('button', { name: /^Bekijk op het raster: K2/ })
      .click();
    await expect(anna.dialog.getByRole('heading', { name: 'K2, Kies één uur' })).toBeVisible();
    await eye.look(anna.page, 'an observation');
    await anna.dialog.getByRole('link', { name: 'Naar het hele raster' }).click();
    await anna.page.getByRole('button', { name: /^K3, Kies één uur/ }).click();
    await anna.dialog.getByRole('link', { name: /wij komen in het uur/ }).click();
    await expect(rung(anna, 'belofte')).toContainText('wij komen in het uur');
  });
  expect(eye.faults).toEqual([]);
});
