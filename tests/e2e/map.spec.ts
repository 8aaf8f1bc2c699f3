/** Monday's map in real browsers: by mouse, by keyboard and by single taps, two people on one chapter, the target, the phone. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { alphabets, noteOf } from './support/alphabets';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const map = ({ page }: Person): Locator => page.locator('[data-map]');
/** A chapter's card, by its title. */
const chapter = (person: Person, title: string): Locator =>
  map(person).locator('section[data-chapter]').filter({ hasText: title });
const titles = async (person: Person): Promise<string[]> => {
  const names = await map(person)
    .locator('section[data-chapter]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace(/^\d+\. /, ''));
};

async function writeStory(person: Person, first: string, ...more: string[]): Promise<void> {
  await person.button('Schrijf het eerste hoofdstuk').click();
  await person.page.keyboard.type(first);
  for (const title of more) {
    await person.page.keyboard.press('Enter');
    await expect(map(person).locator('textarea:focus')).toHaveValue('');
    await person.page.keyboard.type(title);
  }
  await person.page.keyboard.press('Escape');
}

test('a team draws the map, corrects it at once, and the Decider lays down the target @story', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.makeDecider('Anna');
  await facilitator.openExercise('kaart');
  await expect(facilitator.page.getByRole('heading', { name: 'De kaart' })).toBeVisible();

  await test.step('chapters by keyboard, one after the other', async () => {
    await writeStory(facilitator, 'Hij stopt', 'Ik wacht', 'Hij draait weer');
    await expect.poll(() => titles(anna)).toEqual(['Hij stopt', 'Ik wacht', 'Hij draait weer']);
    await expect(facilitator.saved).toHaveText('Opgeslagen');
    await expect(facilitator.page.getByText('minstens 5 hoofdstukken')).toBeVisible();
  });

  await test.step('two people move the same chapter at once, and it stays one', async () => {
    const alt = async (person: Person, title: string, key: string): Promise<void> => {
      await chapter(person, title).getByRole('button', { name: title }).first().focus();
      await person.page.keyboard.press(`Alt+${key}`);
    };
    await Promise.all([
      alt(facilitator, 'Ik wacht', 'ArrowLeft'),
      alt(anna, 'Ik wacht', 'ArrowRight'),
    ]);
    await expect
      .poll(async () => [...(await titles(anna))].sort().join())
      .toBe(['Hij draait weer', 'Hij stopt', 'Ik wacht'].join());
    await expect
      .poll(
        async () =>
          JSON.stringify(await titles(anna)) === JSON.stringify(await titles(facilitator)),
      )
      .toBe(true);
  });

  await test.step('an actor, an arrow by menu, words on it; the arrow follows and comes back', async () => {
    await anna.button('Wie speelt mee').click();
    await anna.page.keyboard.type('Klant thuis');
    await anna.page.keyboard.press('Escape');
    await anna.page.getByRole('button', { name: 'Meer met Klant thuis' }).click();
    await anna.page.getByRole('menuitem', { name: 'Verbind met' }).press('ArrowRight');
    await anna.page.getByRole('menuitemcheckbox', { name: /Ik wacht/ }).click();
    const actor = map(facilitator).getByRole('button', { name: /^Klant thuis, naar .*Ik wacht/ });
    await expect(actor).toBeVisible();
    await chapter(facilitator, 'Ik wacht')
      .getByRole('button', { name: 'Ik wacht' })
      .first()
      .focus();
    await facilitator.page.keyboard.press('Delete');
    await expect.poll(() => titles(anna)).not.toContain('Ik wacht');
    await facilitator.page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await expect.poll(() => titles(anna)).toContain('Ik wacht');
    await expect(actor).toBeVisible();
  });

  await test.step('on a phone the map is a list: a pain by single taps', async () => {
    const list = bram.page.getByRole('region', { name: 'De kaart als lijst' });
    await list.getByRole('button', { name: /^Pijn bij hoofdstuk 1/ }).tap();
    await bram.page.keyboard.type('niemand belt terug');
    await bram.page.keyboard.press('Enter');
    await bram.page.keyboard.press('Escape');
    await expect(map(anna).getByText('niemand belt terug')).toBeVisible();
  });

  await test.step('a chapter that reads like a channel gets a hint, and nothing is refused', async () => {
    await map(facilitator).getByRole('button', { name: 'Hoofdstuk', exact: true }).click();
    await facilitator.page.keyboard.type('Via de website');
    await facilitator.page.keyboard.press('Escape');
    await expect(chapter(facilitator, 'Via de website')).toContainText('Dit is een kanaal');
  });

  await test.step('nothing on the map stands in the way of a reader', async () => {
    for (const person of [anna, bram]) {
      const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });

  await test.step('the Decider picks on the map; nobody sees it before it is laid down', async () => {
    await facilitator.openExercise('doelwit');
    await facilitator.advance('doelwit', 'open', 'voting');
    await bram.inPhase('voting');
    await facilitator.advance('doelwit', 'voting', 'result');
    await facilitator.advance('doelwit', 'result', 'decision');
    await anna.inPhase('decision');
    await map(anna).getByRole('button', { name: 'Klant thuis' }).click();
    await map(anna)
      .getByRole('button', { name: /Ik wacht/ })
      .click();
    await anna.page.getByLabel('Waarom deze').fill('Daar gaat het mis: Ж');
    expect(await bram.wire.findAny('Ж')).toEqual([]);
    await anna.button('Leg vast').click();
    await expect(facilitator.page.getByRole('note').filter({ hasText: 'Doelwit' })).toContainText(
      'Klant thuis: Ik wacht',
    );
    await expect(bram.page.getByRole('note').filter({ hasText: 'Doelwit' })).toBeVisible();
  });

  await test.step('the map goes along with its target: as a drawing, as a table, on one sheet of paper', async () => {
    const { page } = anna;
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Exporteer dit bord' }).click();
    const file = async (kind: RegExp): Promise<string> => {
      const saved = page.waitForEvent('download');
      await anna.dialog.getByRole('button', { name: kind }).click();
      return readFile(await (await saved).path(), 'utf8');
    };
    const svg = await file(/Tekening/);
    // A drawing has its words line by line.
    for (const words of ['Klant thuis', 'Ik wacht', 'niemand belt']) {
      expect(svg.includes(`${words}</tspan>`), words).toBe(true);
    }
    // Round the customer and round the moment.
    expect([...svg.matchAll(/<ellipse/g)]).toHaveLength(2);
    expect(await file(/Tabel/)).toMatch(/^\uFEFFNummer,Hoofdstuk,.*Pijn,niemand belt terug/s);
    await page.keyboard.press('Escape');
    await anna.hasEverything();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

test('beside a map that all correct, what is written in hiding reaches nobody', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram');
  await facilitator.openExercise('kaart');
  await writeStory(facilitator, 'Hij stopt', 'Ik wacht');
  await facilitator.openExercise('experts');
  await expect.poll(() => titles(bram)).toEqual(['Hij stopt', 'Ik wacht']);

  await anna.button(/^(Schrijf een|Nog een) briefje$/).click();
  await anna.page.keyboard.type(noteOf('first', 1));
  await expect.poll(() => anna.pileTexts()).toEqual([noteOf('first', 1)]);
  // She corrects what the expert says, and writes on where she was.
  await chapter(anna, 'Ik wacht').hover();
  await chapter(anna, 'Ik wacht')
    .getByRole('button', { name: /^Pijn bij/ })
    .click();
  await anna.page.keyboard.type('de hele dag');
  await anna.page.keyboard.press('Escape');
  await expect(map(bram).getByText('de hele dag')).toBeVisible();
  await anna.button('Nog een briefje').click();
  await anna.page.keyboard.type(noteOf('first', 2));
  await expect.poll(() => anna.pileTexts()).toHaveLength(2);

  for (const person of [facilitator, bram]) {
    expect(await person.wire.findAny(alphabets.first)).toEqual([]);
  }
});
