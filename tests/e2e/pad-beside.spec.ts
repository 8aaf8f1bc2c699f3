/** The paper of a pad and what lies beside it, in real browsers: zoom, texts, the walls of the week, and place on a phone. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, phone, test } from './support/kamer';
import { draw, frame, line, strokes } from './support/pen';

/** How much of it is on the screen, in CSS pixels, under whatever cuts it. */
const shownHeight = (part: Locator): Promise<number> =>
  part.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        new IntersectionObserver(([entry], observer) => {
          observer.disconnect();
          resolve(entry?.intersectionRect.height ?? 0);
        }).observe(element);
      }),
  );

test('the paper grows under the wheel, a text on it is pulled elsewhere, and the walls of the week are read beside it', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('kaart');
  await facilitator.button('Schrijf het eerste hoofdstuk').click();
  await facilitator.page.keyboard.type('Hij stopt');
  await facilitator.page.keyboard.press('Escape');
  await facilitator.openExercise('hmw');
  await facilitator.openExercise('oplossingsschets');
  const panel = frame(anna, 'Paneel 1');
  await expect(panel).toBeVisible();
  await anna.page.keyboard.press('t');
  const box = await panel.boundingBox();
  if (!box) throw new Error('no panel');
  await anna.page.mouse.click(box.x + 60, box.y + 60);
  const text = panel.getByLabel('Tekst op Paneel 1');
  await text.fill('bus');
  await text.press('Enter');
  await anna.page.keyboard.press('b');
  const before = await text.boundingBox();
  await text.hover();
  await anna.page.mouse.down();
  await anna.page.mouse.move(box.x + 160, box.y + 100, { steps: 4 });
  await anna.page.mouse.up();
  await expect
    .poll(async () => Math.round(((await text.boundingBox())?.x ?? 0) - (before?.x ?? 0)))
    .toBeGreaterThan(40);
  expect(await strokes(panel)).toBe(0);

  await panel.hover();
  await anna.page.keyboard.down('Control');
  await anna.page.mouse.wheel(0, -300);
  await anna.page.keyboard.up('Control');
  await expect
    .poll(async () => (await panel.boundingBox())?.width)
    .toBeGreaterThan(box.width * 1.5);
  await draw(panel, [line('mouse', 6)]);
  await expect.poll(() => strokes(panel)).toBe(1);
  await anna.button('Heel in beeld (0)').click();
  await expect.poll(async () => (await panel.boundingBox())?.width).toBeLessThan(box.width * 1.1);

  const wall = anna.page.getByRole('region', { name: 'De muur' });
  await wall
    .getByRole('button', { name: /kunnen we/i })
    .first()
    .click();
  await expect(wall.getByText('Hier hangt niets.')).toBeVisible();
  await expect(wall.getByRole('link', { name: 'Open groot' })).toBeVisible();
  await wall.getByRole('button', { name: 'Kaart', exact: true }).click();
  const chapter = wall.getByText('Hij stopt');
  await expect(chapter).toBeVisible();
  expect(await shownHeight(chapter)).toBeGreaterThan(10);
  const found = await new AxeBuilder({ page: anna.page }).include('[data-board]').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  // A phone keeps place to draw on under its bars.
  await expect(frame(bram, 'Paneel 1')).toBeVisible();
  expect(await shownHeight(frame(bram, 'Paneel 1'))).toBeGreaterThan(120);
});
