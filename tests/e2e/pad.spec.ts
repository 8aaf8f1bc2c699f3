/** One's own pad in a real browser: a pen, a palm, a finger, undo, and what is there after a reload. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/kamer';
import type { Person } from './support/person';

/** A fold, panel or sheet by its name. */
const frame = ({ page }: Person, name: string): Locator =>
  page.getByRole('region', { name, exact: true }).locator('[data-frame]');
const strokes = (paper: Locator): Promise<number> =>
  paper.locator('[data-strokes]').evaluate((canvas: HTMLElement) => Number(canvas.dataset.strokes));

type Hand = 'pen' | 'touch' | 'mouse';
type Gesture = {
  hand: Hand;
  /** In parts of the frame, from where to where. */
  from: [number, number];
  to?: [number, number];
  /** How long it takes, in ms; 0: a tap. */
  ms?: number;
  end?: 'pointerup' | 'pointercancel';
};

/** Draws with pointer events as a device tells them; between two gestures the hand is lifted for 40 ms. */
async function draw(paper: Locator, gestures: readonly Gesture[]): Promise<void> {
  await paper.evaluate(async (element, all) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    let id = 100;
    for (const { hand, from, to, ms = 0, end = 'pointerup' } of all) {
      id += 1;
      const tell = (type: string, [x, y]: readonly [number, number], buttons: number): void => {
        element.dispatchEvent(
          new PointerEvent(type, {
            ...{ bubbles: true, cancelable: true, pointerId: id, pointerType: hand, buttons },
            ...{ clientX: left + x * width, clientY: top + y * height, pressure: 0.4, button: 0 },
          }),
        );
      };
      tell('pointerdown', from, 1);
      for (let step = 1; to && step <= 6; step += 1) {
        await pause(ms / 6);
        const at = (axis: 0 | 1): number => from[axis] + ((to[axis] - from[axis]) * step) / 6;
        tell('pointermove', [at(0), at(1)], 1);
      }
      tell(end, to ?? from, 0);
      await pause(40);
    }
  }, gestures);
}

const line = (hand: Hand, row: number, more: Partial<Gesture> = {}): Gesture => ({
  ...{ hand, ms: 60, from: [0.1, 0.1 + row * 0.025], to: [0.8, 0.12 + row * 0.025] },
  ...more,
});

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
