/** One's own pad in real browsers: a pen, a clock that turns the folds, handing in, and nothing of it for anybody else. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { alphabets, noteOf } from './support/alphabets';
import { expect, phone, test } from './support/kamer';
import { draw, frame, line, strokes, type Gesture } from './support/pen';

test('[L40] each stroke and each tap of a pen is kept, and neither a palm nor two fingers draw', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('notities');
  const sheet = frame(anna, 'Blad 1');
  await expect(sheet).toBeVisible();

  // Before a pen is seen a finger draws; a second finger makes it a hand that moves the paper.
  await sheet.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const tell = (type: string, id: number, x: number): boolean =>
      element.dispatchEvent(
        new PointerEvent(type, {
          ...{ bubbles: true, pointerId: id, pointerType: 'touch', button: 0, buttons: 1 },
          ...{ clientX: left + x, clientY: top + 80 },
        }),
      );
    tell('pointerdown', 1, 40);
    tell('pointermove', 1, 60);
    tell('pointerdown', 2, 200);
    tell('pointermove', 1, 90);
    tell('pointermove', 2, 160);
    tell('pointerup', 1, 90);
    tell('pointerup', 2, 160);
  });

  const pen = Array.from({ length: 28 }, (_, row) => line('pen', row));
  await draw(sheet, [
    ...pen,
    line('pen', 29, { end: 'pointercancel' }),
    line('pen', 30, { to: [1.3, 1.2] }),
  ]);
  await expect.poll(() => strokes(sheet)).toBe(30);
  await expect(anna.page.getByText('Je tekent met een pen')).toBeVisible();
  await draw(
    sheet,
    Array.from({ length: 10 }, (_, at): Gesture => ({ hand: 'pen', from: [0.05 + at / 12, 0.9] })),
  );
  await draw(sheet, [line('touch', 3), line('touch', 5)]);
  await expect.poll(() => strokes(sheet)).toBe(40);
  await expect(anna.saved).toHaveText('Opgeslagen');

  await anna.page.keyboard.press('z');
  await expect.poll(() => strokes(sheet)).toBe(39);
  await anna.page.keyboard.press('Shift+Z');
  await anna.page.keyboard.press('e');
  await draw(sheet, [{ hand: 'pen', ms: 60, from: [0.4, 0.105], to: [0.4, 0.115] }]);
  await expect.poll(() => strokes(sheet)).toBeLessThan(40);
  const left = await strokes(sheet);
  await expect(anna.saved).toHaveText('Opgeslagen');
  await anna.page.reload();
  await expect.poll(() => strokes(sheet)).toBe(left);
});

test('[L40] a stroke that is under way when the step closes is kept', async ({ story }) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  // Without a copy of her own: what is there afterwards reached the server before the room closed.
  await anna.page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', { value: undefined }),
  );
  await anna.page.reload();
  await facilitator.openExercise('notities');
  const sheet = frame(anna, 'Blad 1');
  await expect(sheet).toBeVisible();
  await sheet.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    for (const [type, x] of [
      ['pointerdown', 40],
      ['pointermove', 140],
    ] as const) {
      element.dispatchEvent(
        new PointerEvent(type, {
          ...{ bubbles: true, pointerId: 9, pointerType: 'pen', button: 0, buttons: 1 },
          ...{ clientX: left + x, clientY: top + 80 },
        }),
      );
    }
  });
  await facilitator.openExercise('lightning-demos');
  await expect(sheet).toHaveCount(0);
  await facilitator.openExercise('ideeen');
  await anna.page.reload();
  await expect(frame(anna, 'Blad 1')).toBeVisible();
  await expect.poll(() => anna.wire.document('/pad/')?.getMap('strokes').size).toBe(1);
});

test('[L42] nothing of a pad reaches anybody else, in letters or in ink; the folds turn by the clock', async ({
  story,
}) => {
  test.setTimeout(240_000);
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  const bram = await story.join('Bram', phone);
  await facilitator.openExercise('crazy-8s');
  const first = frame(anna, 'Vouw 1');
  await expect(first).toBeVisible();
  await facilitator.did({ kind: 'start-clock' });

  await draw(first, [line('pen', 2), line('pen', 4)]);
  await anna.page.getByLabel('Woorden bij vouw 1').fill(noteOf('first', 1));
  await anna.page.keyboard.press('Escape');
  await first.focus();
  await expect.poll(() => strokes(first)).toBe(2);

  const onPhone = frame(bram, 'Vouw 1');
  await draw(onPhone, [line('touch', 2)]);
  await expect.poll(() => strokes(onPhone)).toBe(1);
  for (const person of [anna, bram]) {
    const found = await new AxeBuilder({ page: person.page }).include('[data-board]').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }

  // A stroke that is being drawn when the minute is over ends in the fold in which it began.
  await first.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const tell = (type: string, x: number): boolean =>
      element.dispatchEvent(
        new PointerEvent(type, {
          ...{ bubbles: true, pointerId: 7, pointerType: 'pen', button: 0, buttons: 1 },
          ...{ clientX: left + x, clientY: top + 60 },
        }),
      );
    tell('pointerdown', 20);
    Object.assign(globalThis, { lift: () => [tell('pointermove', 80), tell('pointerup', 80)] });
  });
  const second = frame(anna, 'Vouw 2');
  await expect(second).toHaveAttribute('tabindex', '0', { timeout: 90_000 });
  await anna.page.evaluate(() => (Reflect.get(globalThis, 'lift') as () => void)());
  await expect.poll(() => strokes(first)).toBe(3);
  expect(await strokes(second)).toBe(0);
  await anna.button('Terug naar vouw 1').click();
  await expect(first).toHaveAttribute('tabindex', '0');
  await anna.button('Naar vouw 2').click();
  await expect(second).toHaveAttribute('tabindex', '0');

  await expect(anna.saved).toHaveText('Opgeslagen');
  // Without her own copy she receives all of it anew, so that these are the bytes that went over the line.
  await anna.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await anna.page.reload();
  await expect.poll(() => strokes(first)).toBe(3);
  const inks = [...(anna.wire.document('/pad/')?.getMap('strokes').values() ?? [])].map(
    (stroke) => (stroke as Map<string, unknown>).get('ink') as Uint8Array,
  );
  expect(inks).toHaveLength(3);
  for (const ink of inks) {
    expect(await anna.wire.findBytes(ink)).not.toEqual([]);
    for (const person of [facilitator, bram]) expect(await person.wire.findBytes(ink)).toEqual([]);
  }
  for (const person of [facilitator, bram]) {
    expect(await person.wire.findAny(alphabets.first)).toEqual([]);
  }
});

test('[L41] a sketch is finished and handed in by keyboard alone, and taken back', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  const anna = await story.join('Anna');
  await facilitator.openExercise('oplossingsschets');
  // Who facilitates and does not take part has no pad before them.
  await expect(facilitator.page.locator('[data-pad]')).toHaveCount(0);
  await expect(frame(anna, 'Paneel 1')).toBeVisible();
  await anna.page.getByRole('button', { name: 'Lijst' }).press('Enter');
  const said = (words: string): Locator =>
    anna.page.getByText(words).filter({ visible: true }).first();
  await expect(said('Je schets heeft nog geen titel.')).toBeVisible();
  for (const [label, words] of [
    ['Titel van je schets', 'Wasbeer belt eerst'],
    ['Woorden bij paneel 1', 'De bus staat vast.'],
    ['Woorden bij paneel 2', 'Een mens belt.'],
    ['Woorden bij paneel 3', 'Jij kiest.'],
    ['Wat zie je op paneel 1?', 'Een bus en een klok'],
  ] as const) {
    await anna.page.getByLabel(label).focus();
    await anna.page.keyboard.type(words);
  }
  const found = await new AxeBuilder({ page: anna.page }).include('[data-board]').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const act = (name: string): Locator =>
    anna.page.getByRole('button', { name, exact: true }).filter({ visible: true });
  await act('Lever je schets in').press('Enter');
  await act('Zo inleveren').press('Enter');
  await expect(said('Je schets is ingeleverd')).toBeVisible();
  await expect
    .poll(() => facilitator.wire.stage.sketches?.handedIn, { message: 'all hear how many' })
    .toBe(1);
  await act('Haal terug').press('Enter');
  await expect.poll(() => facilitator.wire.stage.sketches?.handedIn).toBe(0);
});
