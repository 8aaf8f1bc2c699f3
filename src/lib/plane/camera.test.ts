import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Camera } from './camera.svelte';
import { pan, zoomAround } from './viewport';

const TICK_MS = 120;

function looking(): Camera {
  const camera = new Camera();
  camera.size = { w: 1000, h: 800 };
  camera.fit({ x: 0, y: 0, w: 900, h: 600 });
  return camera;
}

describe('what need not follow a view frame by frame', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('hears of it now and then under a hand, and once more at rest', async () => {
    const camera = looking();
    const before = camera.lately;
    expect([before, camera.stirring]).toEqual([camera.view, false]);
    for (let frame = 0; frame < 20; frame += 1) {
      camera.view = pan(camera.view, { x: 10, y: 0 });
      if (frame === 5) expect([camera.lately, camera.stirring]).toEqual([before, true]);
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(camera.lately.x).toBeGreaterThan(before.x);
    expect(camera.lately.x).toBeLessThan(camera.view.x);
    await vi.advanceTimersByTimeAsync(2 * TICK_MS);
    expect([camera.lately, camera.stirring]).toEqual([camera.view, false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears at once of a move by a button', () => {
    const camera = looking();
    camera.zoom(1.25);
    expect([camera.lately, camera.stirring, camera.zooming]).toEqual([camera.view, false, false]);
  });

  it('knows a zoom from a pan, until it rests', async () => {
    const camera = looking();
    camera.view = pan(camera.view, { x: 10, y: 0 });
    expect(camera.zooming).toBe(false);
    camera.view = zoomAround(camera.view, camera.middle, 0.8);
    expect(camera.zooming).toBe(true);
    await vi.advanceTimersByTimeAsync(2 * TICK_MS);
    expect(camera.zooming).toBe(false);
  });

  it('has the scale of the view for who needs no more, however the view came to it', () => {
    const camera = looking();
    const scales = [camera.scale];
    camera.view = zoomAround(camera.view, camera.middle, 0.8);
    scales.push(camera.scale);
    camera.zoom(1.25);
    scales.push(camera.scale);
    camera.size = { w: 500, h: 800 };
    camera.fit({ x: 0, y: 0, w: 900, h: 600 });
    expect(scales.map((scale) => scale.toFixed(2))).toEqual(['1.00', '0.80', '1.00']);
    expect(camera.scale).toBe(camera.view.scale);
    expect(camera.scale).toBeLessThan(1);
  });

  it('has the same notes at hand until the view comes near the edge of them', async () => {
    const camera = looking();
    const [inView, around] = [camera.inView, camera.around];
    camera.view = pan(camera.view, { x: 60, y: 0 });
    await vi.advanceTimersByTimeAsync(2 * TICK_MS);
    expect([camera.inView, camera.around]).toEqual([inView, around]);
    camera.view = pan(camera.view, { x: 240, y: 0 });
    await vi.advanceTimersByTimeAsync(2 * TICK_MS);
    expect(camera.inView).not.toEqual(inView);
    expect(camera.around).toEqual(around);
  });
});
