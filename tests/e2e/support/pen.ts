/** A hand on the paper of somebody's pad: pointer events as a device tells them, and what is drawn of them. */
import type { Locator } from '@playwright/test';
import type { Person } from './person';

/** A fold, panel or sheet by its name. */
export const frame = ({ page }: Person, name: string): Locator =>
  page.getByRole('region', { name, exact: true }).locator('[data-frame]');
export const strokes = (paper: Locator): Promise<number> =>
  paper.locator('[data-strokes]').evaluate((canvas: HTMLElement) => Number(canvas.dataset.strokes));

export type Hand = 'pen' | 'touch' | 'mouse';
export type Gesture = {
  hand: Hand;
  /** In parts of the frame, from where to where. */
  from: [number, number];
  to?: [number, number];
  /** How long it takes, in ms; 0: a tap. */
  ms?: number;
  end?: 'pointerup' | 'pointercancel';
};

/** Draws with pointer events as a device tells them; between two gestures the hand is lifted for 40 ms. */
export async function draw(paper: Locator, gestures: readonly Gesture[]): Promise<void> {
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

export const line = (hand: Hand, row: number, more: Partial<Gesture> = {}): Gesture => ({
  ...{ hand, ms: 60, from: [0.1, 0.1 + row * 0.025], to: [0.8, 0.12 + row * 0.025] },
  ...more,
});
