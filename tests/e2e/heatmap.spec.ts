/** Wednesday's votes in real browsers: dots on spots, a dot with its reason, the Decider's three, and what follows from them. */
import AxeBuilder from '@axe-core/playwright';
import { drawSketch } from './support/draw-sketch';
import { expect, phone, test } from './support/kamer';
import type { Person } from './support/person';

const sketches = {
  Anna: {
    title: 'De prijs staat al vast',
    words: ['Foto van het plaatje', 'Prijs vooraf', 'Klopt'],
  },
  Bram: { title: 'Wasbeer belt eerst', words: ['De bus loopt uit', 'Een mens belt', 'Jij kiest'] },
} as const;

const dotsOf = ({ wire }: Person): number =>
  wire.stage.now?.round?.mine?.spots.reduce((sum, { dots }) => sum + dots, 0) ?? -1;

test('dots fall on spots, reasons are told at the close, and the three of the Decider are the choice @story', async ({
  story,
}, testInfo) => {
  test.slow();
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.did({ kind: 'set-decider', memberId: facilitator.memberId('Anna') });
  const look = async ({ page, name }: Person, at: string): Promise<void> => {
    await page.screenshot({ path: testInfo.outputPath(`${at}-${name}.png`) });
  };

  await test.step('two sketches hang', async () => {
    await facilitator.openExercise('oplossingsschets');
    const stepId = facilitator.step('oplossingsschets').id;
    await drawSketch(anna, { stepId, ...sketches.Anna });
    await drawSketch(bram, { stepId, ...sketches.Bram });
    await facilitator.openExercise('museum');
    await facilitator.openExercise('heatmap');
    await facilitator.advance('heatmap', 'open', 'voting');
  });

  await test.step('a tap puts a dot on the spot, and a tap on it takes it back', async () => {
    const layer = anna.page.locator('[data-exhibit]').first().locator('svg.votes').first();
    const own = layer.locator('circle.own');
    const { width, height } = (await layer.boundingBox()) ?? { width: 0, height: 0 };
    const position = { x: width * 0.3, y: height * 0.4 };
    await layer.click({ position });
    await expect(own).toHaveCount(1);
    await expect.poll(() => dotsOf(anna)).toBe(1);
    const [spot] = anna.wire.stage.now?.round?.mine?.spots ?? [];
    expect(Math.abs((spot?.x ?? 0) - 300)).toBeLessThan(15);
    await layer.click({ position });
    await expect(own).toHaveCount(0);
    await expect.poll(() => dotsOf(anna)).toBe(0);
  });

  await test.step('by keyboard a zone takes three dots, and the fourth is refused in words', async () => {
    const places = anna.page.getByRole('group', { name: 'Plekken op schets 1, paneel 1' });
    await places.getByRole('button', { name: /^midden, 0 van jou/ }).focus();
    await anna.page.keyboard.press('ArrowUp');
    const top = places.getByRole('button', { name: /^midden boven/ });
    await expect(top).toBeFocused();
    for (const count of [1, 2, 3]) {
      await anna.page.keyboard.press('Enter');
      await expect(top).toHaveAccessibleName(`midden boven, ${count} van jou`);
    }
    await anna.page.keyboard.press('Enter');
    await expect(anna.page.getByText('Meer stippen van jou passen hier niet.')).toBeVisible();
    await expect(top).toHaveAccessibleName('midden boven, 3 van jou');
    await anna.page.keyboard.press('Backspace');
    await expect.poll(() => dotsOf(anna)).toBe(2);
  });

  await test.step('in the list a plus and a minus do the same, on a phone', async () => {
    await bram.button('Lijst').click();
    const more = bram.button('Plak een stip op schets 1, paneel 1: midden');
    await more.click();
    await more.click();
    await expect(bram.page.getByText('2 van jou')).toBeVisible();
    await bram.button('Haal een stip terug van schets 1, paneel 1: midden').click();
    await expect.poll(() => dotsOf(bram)).toBe(1);
    await look(bram, 'list');
    await bram.button('Wand').click();
    for (const { page } of [anna, bram]) {
      const found = await new AxeBuilder({ page }).include('[data-board]').analyze();
      expect(found.violations).toEqual([]);
    }
  });

  await test.step('the close tells all of it, as counts too', async () => {
    await expect(facilitator.page.locator('.told')).toHaveCount(0);
    await bram.page
      .locator('svg.votes')
      .first()
      .tap({ position: { x: 40, y: 30 } });
    await expect.poll(() => dotsOf(bram)).toBe(2);
    await facilitator.advance('heatmap', 'voting', 'result');
    await expect(facilitator.page.locator('[data-exhibit] .told').first()).toBeVisible();
    await expect(anna.page.locator('circle.own')).toHaveCount(0);
    await look(facilitator, 'heat');
  });

  await test.step('in the strawpoll a dot and its reason are one, and seen by nobody else', async () => {
    await facilitator.openExercise('strawpoll');
    await anna.button('Kies schets 2').click();
    await anna.button('Zet je stip').click();
    await expect(anna.page.getByText(/mag niet leeg zijn/)).toBeVisible();
    await anna.page.getByLabel('Wat je kiest').selectOption({ label: 'Paneel 2' });
    await anna.page.getByLabel('Waarom kies je dit?').fill('Een mens, geen menu');
    await anna.button('Zet je stip').click();
    await expect(anna.page.getByText('Jouw stip.')).toBeVisible();
    await bram.button('Kies schets 1').click();
    await bram.page.getByLabel('Waarom kies je dit?').fill('Geen schrik achteraf');
    await bram.button('Zet je stip').click();
    await expect(bram.page.getByText('Jouw stip.')).toBeVisible();
    await expect(facilitator.page.getByText('Een mens, geen menu')).toHaveCount(0);
    await facilitator.advance('strawpoll', 'voting', 'result');
    for (const { page } of [facilitator, bram]) {
      const said = page.getByRole('listitem').filter({ hasText: 'Een mens, geen menu' });
      await expect(said.getByText('Anna')).toBeVisible();
      await expect(said.getByText('Paneel 2')).toBeVisible();
    }
    await look(facilitator, 'poll');
  });

  await test.step('[R121] then each has a minute by name, one after the other', async () => {
    await expect(bram.button(/^Begin, een minuut/)).toHaveCount(0);
    await facilitator.button('Begin, een minuut elk').click();
    await expect(bram.page.getByText('Nu Anna')).toBeVisible();
    await expect(bram.page.getByText('Daarna: Bram')).toBeVisible();
    expect(bram.wire.stage.clock).toMatchObject({ state: 'running', durationMs: 60_000 });
    await look(facilitator, 'poll-turn');
    await facilitator.button('Volgende').click();
    await expect(anna.page.getByText('Nu Bram')).toBeVisible();
    await facilitator.button('Iedereen is geweest').click();
    await expect(anna.page.getByText('Nu Bram')).toHaveCount(0);
  });

  await test.step('nobody sees the dots of the Decider before they are laid down with a reason', async () => {
    await facilitator.openExercise('supervote');
    await facilitator.advance('supervote', 'open', 'voting');
    await expect(bram.page.getByText('Anna kiest', { exact: true })).toBeVisible();
    await expect(bram.page.getByText('Een mens, geen menu')).toBeVisible();
    const put = anna.button('Plak een beslissende stip op schets 2');
    await put.click();
    await put.click();
    await expect(anna.page.getByRole('img', { name: '2 stippen van de beslisser' })).toBeVisible();
    await expect(bram.page.getByRole('img', { name: /van de beslisser/ })).toHaveCount(0);
    await look(anna, 'supervote-before');
    await anna.page.getByLabel('Waarom kies je dit?').fill('Wachten kost ons klanten');
    await anna.button('Leg vast').click();
  });

  await test.step('then all see what won, why, and what may come later', async () => {
    for (const person of [anna, bram, facilitator]) {
      const { page } = person;
      await expect(page.getByRole('heading', { name: 'Anna kiest één schets' })).toBeVisible();
      await expect(page.getByText('Wachten kost ons klanten')).toBeVisible();
      const later = page.getByRole('region', { name: 'Misschien later' });
      await expect(later.getByText('Geen schrik achteraf')).toBeVisible();
      await look(person, 'supervote');
    }
    const found = await new AxeBuilder({ page: anna.page }).include('[data-board]').analyze();
    expect(found.violations).toEqual([]);
  });

  await test.step('one winner makes one prototype, as the Decider says', async () => {
    await facilitator.openExercise('rumble');
    await expect(bram.page.getByText(/^Anna kiest: één prototype/)).toBeVisible();
    await expect(anna.page.getByLabel('Twee prototypes die het')).toBeDisabled();
    await anna.page.getByLabel('Waarom kies je dit?').fill('Er is er maar één');
    await anna.button('Leg vast').click();
    await expect(bram.page.getByText('Er is er maar één')).toBeVisible();
    await look(bram, 'rumble');
  });
});
