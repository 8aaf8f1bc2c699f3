/** The storyboard in real browsers: the pen between two people, words by both, panels moved by mouse, keyboard and menu. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';

const panels = ({ page }: Person): Locator => page.locator('[data-panels] [data-panel]');
const captionOf = ({ page }: Person, number: number): Locator =>
  page.getByRole('textbox', { name: `Onderschrift van scène ${number}`, exact: true });
const captions = (person: Person): Promise<string[]> =>
  panels(person)
    .getByRole('textbox', { name: /^Onderschrift/ })
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
const strokes = (panel: Locator): Locator => panel.locator('svg[data-drawing] path');

async function addPanels(person: Person, ...words: string[]): Promise<void> {
  await person.button('Begin met een lege scène').click();
  for (const [at, caption] of words.entries()) {
    if (at > 0) await person.button('Nieuwe scène').click();
    const field = captionOf(person, at + 1);
    await expect(field).toBeFocused();
    await field.fill(caption);
  }
}

/** Draws one stroke across the drawing of a panel. */
async function draw(person: Person, panel: Locator): Promise<void> {
  const { x, y, width, height } = (await panel.locator('.drawing').boundingBox()) ?? {
    ...{ x: 0, y: 0, width: 0, height: 0 },
  };
  const { mouse } = person.page;
  await mouse.move(x + width * 0.3, y + height * 0.4);
  await mouse.down();
  for (let step = 1; step <= 8; step += 1)
    await mouse.move(x + width * (0.3 + step * 0.05), y + height * (0.4 + (step % 2) * 0.2));
  await mouse.up();
}

test('a team makes a storyboard: one pen that is passed on, words by all, panels in one order', async ({
  story,
}) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.makeDecider('Anna');
  await facilitator.openExercise('storyboard');

  await test.step('captions by both, also without the pen', async () => {
    await addPanels(anna, 'Hij stopt', 'Zij belt', 'Hij draait weer');
    await expect
      .poll(() => captions(facilitator))
      .toEqual(['Hij stopt', 'Zij belt', 'Hij draait weer']);
    await captionOf(facilitator, 2).fill('Zij belt Wasbeer');
    await expect(captionOf(anna, 2)).toHaveValue('Zij belt Wasbeer');
    await expect(anna.page.getByText('Reken op 10 scènes of meer')).toBeVisible();
  });

  await test.step('the pen is taken, asked for, given in one tap; only the artist draws', async () => {
    await anna.button('Pak de stift').click();
    await expect(anna.page.getByText('Jij hebt de stift')).toBeVisible();
    await expect(facilitator.page.getByText('De stift is bij Anna')).toBeVisible();
    const first = panels(anna).first();
    await draw(anna, first);
    await expect(strokes(first)).toHaveCount(1);
    await expect(strokes(panels(facilitator).first())).toHaveCount(1);
    await draw(facilitator, panels(facilitator).nth(1));
    await expect(strokes(panels(facilitator).nth(1))).toHaveCount(0);
    await facilitator.button('Vraag de stift').click();
    await anna.button(/^Geef de stift aan/).click();
    await expect(facilitator.page.getByText('Jij hebt de stift')).toBeVisible();
    await expect(anna.button('Vraag de stift')).toBeVisible();
    await draw(facilitator, panels(facilitator).nth(1));
    await expect(strokes(panels(anna).nth(1))).toHaveCount(1);
    await facilitator.page.keyboard.press('Control+z');
  });

  await test.step('a panel is moved by mouse, by keyboard and by menu, and stays one', async () => {
    const [from, to] = await Promise.all([
      panels(anna).nth(2).locator('.drawing').boundingBox(),
      panels(anna).nth(0).locator('.drawing').boundingBox(),
    ]);
    if (!from || !to) throw new Error('no panels');
    const { mouse } = anna.page;
    await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + 60, to.y + 60, { steps: 5 });
    await mouse.move(to.x + 20, to.y + 60, { steps: 3 });
    await mouse.up();
    const moved = ['Hij draait weer', 'Hij stopt', 'Zij belt Wasbeer'];
    await expect.poll(() => captions(facilitator)).toEqual(moved);

    await panels(anna).first().focus();
    await anna.page.keyboard.press('Alt+ArrowRight');
    await expect
      .poll(() => captions(facilitator))
      .toEqual(['Hij stopt', 'Hij draait weer', 'Zij belt Wasbeer']);
    await expect(panels(anna).nth(1)).toBeFocused();

    await anna.button('Meer voor Scène 2: Hij draait weer').click();
    await anna.page.getByRole('menuitem', { name: 'Eén naar achteren' }).click();
    await expect
      .poll(() => captions(facilitator))
      .toEqual(['Hij stopt', 'Zij belt Wasbeer', 'Hij draait weer']);
  });

  await test.step('inserted in the gutter, duplicated with its words, taken away and back', async () => {
    await anna.button('Voeg een scène in vóór scène 2').focus();
    await anna.page.keyboard.press('Enter');
    await captionOf(anna, 2).fill('Tussendoor');
    await anna.button('Meer voor Scène 2: Tussendoor').click();
    await anna.page.getByRole('menuitem', { name: 'Dupliceer de woorden' }).click();
    await expect
      .poll(() => captions(facilitator))
      .toEqual(['Hij stopt', 'Tussendoor', 'Tussendoor', 'Zij belt Wasbeer', 'Hij draait weer']);
    await panels(anna).nth(2).focus();
    await anna.page.keyboard.press('Delete');
    await expect(panels(facilitator)).toHaveCount(4);
    await anna.page.keyboard.press('Control+z');
    await expect(panels(facilitator)).toHaveCount(5);
  });

  await test.step('an open point is asked by anybody and closed by the Decider', async () => {
    const points = (person: Person) => person.page.getByRole('region', { name: 'Open punten' });
    await points(facilitator).getByRole('button', { name: 'Open punt', exact: true }).click();
    await facilitator.page.keyboard.type('Belt Samira echt?');
    await expect(anna.page.getByText('1 punt open')).toBeVisible();
    await points(anna).getByRole('button', { name: 'Beantwoord' }).click();
    await anna.page.getByLabel('Wat besluiten we?').fill('Ja, live');
    await anna.button('Sluit het punt').click();
    await expect(points(facilitator).getByText('Ja, live (Anna)')).toBeVisible();
    await expect(facilitator.page.getByText('1 punt open')).toHaveCount(0);
  });
});
