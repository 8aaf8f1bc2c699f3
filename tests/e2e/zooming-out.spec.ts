/** A wall larger than what has elements: who zooms out sees all of it in each frame, and sharply at rest. */
import { BoardHand, onPlainBoard } from './support/board-hand';
import { fillWall } from './support/fill-wall';
import { expect, test } from './support/kamer';

const NOTES = 120;
const FRAMES = 24;

test('who zooms out sees notes wherever they lie, in each frame, and at rest as notes', async ({
  story,
}) => {
  const facilitator = await story.facilitator();
  await onPlainBoard(story, { facilitator });
  const { page } = facilitator;
  const hand = new BoardHand(facilitator);
  const texts = Array.from({ length: NOTES }, (_, at) => `Briefje ${at + 1} op een rij`);
  await fillWall(facilitator, { groups: { '': texts } });
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('Shift+Digit0');
  await expect.poll(() => hand.zoom()).toBe(100);
  const notes = page.locator('[data-note]');
  await hand.still();
  const [row, wall] = [await notes.first().boundingBox(), await hand.wall.boundingBox()];
  if (!row || !wall) throw new Error('nothing to see');
  const middle = { x: wall.x + wall.width / 2, y: wall.y + wall.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, row.y + row.height / 2 - middle.y);
  await expect.poll(() => notes.count()).toBeLessThan(NOTES / 6);
  // The two far ones are painted a moment after the hand has come to rest, and get a width then.
  await expect(hand.wall.locator('canvas[width]')).toHaveCount(3);

  const seen = await hand.wall.evaluate(async (wall, frames) => {
    const frame = wall.getBoundingClientRect();
    const y = frame.y + frame.height / 2;
    const over = {
      clientX: frame.x + frame.width / 2,
      clientY: y,
      bubbles: true,
      cancelable: true,
    };
    const ground = getComputedStyle(wall).backgroundColor;
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!probe) throw new Error('no canvas');
    const colorOf = (paint: (on: CanvasRenderingContext2D) => void): string => {
      probe.clearRect(0, 0, 1, 1);
      paint(probe);
      return probe.getImageData(0, 0, 1, 1).data.join();
    };
    const wallColor = colorOf((on) => {
      on.fillStyle = ground;
      on.fillRect(0, 0, 1, 1);
    });
    const isNote = (x: number): boolean => {
      if (document.elementsFromPoint(x, y).some((one) => one.closest('[data-note]'))) return true;
      return [...wall.querySelectorAll('canvas')].some((canvas) => {
        if (!canvas.checkVisibility({ visibilityProperty: true })) return false;
        const at = canvas.getBoundingClientRect();
        const px = ((x - at.x) / at.width) * canvas.width;
        const py = ((y - at.y) / at.height) * canvas.height;
        const color = colorOf((on) => on.drawImage(canvas, px, py, 1, 1, 0, 0, 1, 1));
        return color.endsWith(',255') && color !== wallColor;
      });
    };
    const shares: number[] = [];
    for (let turned = 0; turned < frames; turned++) {
      wall.dispatchEvent(new WheelEvent('wheel', { ...over, deltaY: 8, ctrlKey: true }));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const points = Array.from(
        { length: 40 },
        (_, at) => frame.x + 8 + (at * (frame.width - 16)) / 40,
      );
      shares.push(points.filter(isNote).length / points.length);
    }
    return shares;
  }, FRAMES);
  // Between two notes there is a little ground.
  for (const share of seen) expect(share).toBeGreaterThan(0.75);
  expect(seen).toHaveLength(FRAMES);

  await expect.poll(() => notes.count()).toBeGreaterThan(NOTES / 4);
  await expect(hand.wall.locator('canvas').filter({ visible: true })).toHaveCount(0);
});
