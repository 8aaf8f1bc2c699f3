/** From the test flow to a printed story, in real browsers: the opening row, parts of real sketches, a stroke that is seen as it grows, and sheets of paper. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { drawSketch } from './support/draw-sketch';
import { fillStory } from './support/fill-story';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const row = [
  'Sanne zoekt een monteur',
  'Kiest een uur, geen dag',
  'Krijgt de prijs vooraf',
  'Henk belt aan',
];
const long =
  'Een mens belt om vijf over twee: de bus staat vast bij Hoevelaken, schikt 14.35 ook, of liever morgen om negen uur precies?';

const panels = ({ page }: Person): Locator => page.locator('[data-panels] [data-panel]');
const captions = (person: Person): Promise<string[]> =>
  panels(person)
    .getByRole('textbox', { name: /^Onderschrift/ })
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
const strokes = (panel: Locator): Locator => panel.locator('svg[data-drawing] path');

async function boxOf(place: Locator) {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error('nothing is drawn there');
  return box;
}

test('the row that was picked opens a story in which sketches are cut, ink is seen as it grows, and all of it prints', async ({
  story,
}, testInfo) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.makeDecider('Anna');
  await facilitator.openExercise('oplossingsschets');
  const stepId = facilitator.step('oplossingsschets').id;
  await drawSketch(anna, {
    stepId,
    title: 'De prijs staat vast',
    words: ['Foto', 'Prijs', 'Klopt'],
  });
  await drawSketch(bram, {
    stepId,
    title: 'Wasbeer belt',
    words: ['File', 'Een mens', 'Jij kiest'],
  });
  await facilitator.openExercise('museum');

  await test.step('[C250] the row that the Decider picked is there when the storyboard opens', async () => {
    await facilitator.openExercise('testverloop');
    for (const [at, action] of row.entries()) {
      await anna.page.getByRole('textbox', { name: `Stap ${at + 1}`, exact: true }).fill(action);
    }
    await expect(anna.saved).toHaveText('Opgeslagen');
    for (const [from, to] of [
      ['writing', 'reveal'],
      ['reveal', 'voting'],
      ['voting', 'result'],
      ['result', 'decision'],
    ] as const) {
      await facilitator.advance('testverloop', from, to);
    }
    const [candidate] = anna.wire.stage.now?.round?.candidates ?? [];
    await anna.did({
      ...{ kind: 'decide', stepId: facilitator.step('testverloop').id },
      ...{ candidateId: candidate?.id ?? '', reason: 'Zo begint het bij de klant' },
    });
    await facilitator.openExercise('storyboard');
    await expect.poll(() => captions(anna)).toEqual(row);
    await expect.poll(() => captions(facilitator)).toEqual(row);
  });

  await test.step('a box over a sketch is a part of it on the active panel, nameless; a key takes a panel whole', async () => {
    await anna.button('Pak de stift').click();
    await expect(anna.page.getByText('Jij hebt de stift')).toBeVisible();
    const drawer = anna.page.getByRole('region', { name: 'Knip uit een schets' });
    const piece = drawer.getByRole('button', { name: /^Zet paneel 1 van schets 1 in scène 1$/ });
    const { x, y, width, height } = await boxOf(piece);
    const { mouse } = anna.page;
    await mouse.move(x + width * 0.1, y + height * 0.1);
    await mouse.down();
    await mouse.move(x + width * 0.6, y + height * 0.7, { steps: 4 });
    await mouse.up();
    const first = panels(facilitator).first();
    await expect(first.getByText('uit schets 1')).toBeVisible();
    await drawer.getByRole('button', { name: /^Zet paneel 2 van schets 2 in/ }).focus();
    await anna.page.keyboard.press('Enter');
    await expect(panels(facilitator).getByText('uit schets 2')).toBeVisible();
    for (const person of [anna, facilitator]) {
      const said = await person.page.locator('[data-panels]').innerText();
      expect(said).not.toMatch(/Bram|van Anna/);
    }
  });

  await test.step('[C251] a stroke is seen while it is drawn, becomes one when it ends, and stays one', async () => {
    const drawing = panels(anna).nth(2).locator('.drawing');
    const { x, y, width, height } = await boxOf(drawing);
    const { mouse } = anna.page;
    const there = strokes(panels(facilitator).nth(2));
    await mouse.move(x + width * 0.2, y + height * 0.5);
    await mouse.down();
    await mouse.move(x + width * 0.5, y + height * 0.3, { steps: 6 });
    await expect(there).toHaveCount(1);
    const begun = await there.getAttribute('d');
    await mouse.move(x + width * 0.8, y + height * 0.7, { steps: 6 });
    await expect.poll(() => there.getAttribute('d')).not.toBe(begun);
    await mouse.up();
    await expect(anna.saved).toHaveText('Opgeslagen');
    await expect(there).toHaveCount(1);
    await anna.page.keyboard.press('Control+z');
    await expect(there).toHaveCount(0);
  });

  await test.step('[D90] a panel that two drag at once, one of them offline, is in one place', async () => {
    const drag = async ({ page }: Person, from: Locator, to: Locator) => {
      const [a, b] = [await boxOf(from), await boxOf(to)];
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await page.mouse.down();
      await page.mouse.move(b.x + 40, b.y + b.height / 2, { steps: 6 });
      await page.mouse.move(b.x + 15, b.y + b.height / 2, { steps: 3 });
      await page.mouse.up();
    };
    const at = (person: Person, nth: number) => panels(person).nth(nth).locator('.drawing');
    await facilitator.page.context().setOffline(true);
    await drag(facilitator, at(facilitator, 3), at(facilitator, 0));
    await expect.poll(async () => (await captions(facilitator))[0]).toBe(row[3]);
    await anna.button('Verplaats').click();
    await drag(anna, at(anna, 3), at(anna, 1));
    await expect.poll(async () => (await captions(anna))[1]).toBe(row[3]);
    await facilitator.page.context().setOffline(false);
    // Whose move came last is in the place where it was put; which of the two that is, is not asked.
    await expect
      .poll(async () => `${await captions(facilitator)}` === `${await captions(anna)}`)
      .toBe(true);
    for (const person of [anna, facilitator]) {
      await expect.poll(async () => (await captions(person)).sort()).toEqual([...row].sort());
    }
  });

  await test.step('twelve scenes, also one whose sketch is gone, hold up to a check of access', async () => {
    await fillStory(anna, [
      { words: 'Dinsdag 14.02. Sanne wacht', drawn: true },
      { words: long, drawn: true, point: 'Belt Samira echt, of horen we een opname?' },
      { words: 'De hond gaat uit', clip: { exhibit: 'weg', number: 7, part: 0 } },
      ...['Henk rijdt', 'De machine draait', 'De rekening', 'Een cijfer', 'Einde'].map((words) => ({
        ...{ words, drawn: true },
      })),
    ]);
    await expect(panels(facilitator)).toHaveCount(12);
    await expect(panels(anna).getByText('Deze schets is er niet')).toBeVisible();
    for (const way of ['Raster', 'Na elkaar', 'Lijst']) {
      for (const person of [anna, bram]) {
        await person.button(way).click();
        const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
        expect(found.violations.map(({ id, nodes }) => [way, id, nodes[0]?.html])).toEqual([]);
      }
    }
  });

  await test.step('[D98] it prints on as many sheets as are asked for', async () => {
    const boardId = anna.wire.stage.now?.board?.boardId ?? '';
    const { page } = facilitator;
    await page.goto(`${story.roomUrl}/board/${boardId}/print`);
    for (const [most, sheets] of [
      [2, 6],
      [4, 3],
      [6, 2],
      [9, 2],
    ] as const) {
      await page.getByLabel('Scènes per blad').selectOption(String(most));
      await expect(page.getByRole('img')).toHaveCount(sheets);
      await expect
        .poll(() =>
          page
            .getByRole('img')
            .evaluateAll((all) => all.every((one) => (one as HTMLImageElement).complete)),
        )
        .toBe(true);
      const path = testInfo.outputPath(`story-${most}.pdf`);
      await page.pdf({ path, preferCSSPageSize: true });
      const pages = (await readFile(path, 'latin1')).match(/\/Type \/Page\b/g);
      expect(pages).toHaveLength(sheets);
    }
  });
});
