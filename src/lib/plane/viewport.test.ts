import { describe, expect, it } from 'vitest';
import {
  askedBox,
  boundsOf,
  fit,
  pan,
  pinch,
  reveal,
  SCALE_MAX,
  SCALE_MIN,
  toScreen,
  toWorld,
  visibleWorld,
  zoomAround,
} from './viewport';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

describe('viewport', () => {
  it('goes from world to screen and back to the same place', () => {
    const view = { x: 40, y: -12, scale: 0.75 };
    const back = toWorld(view, toScreen(view, { x: 321, y: -77 }));
    expect(back.x).toBeCloseTo(321);
    expect(back.y).toBeCloseTo(-77);
  });

  it('keeps what lies under the pointer in its place while zooming', () => {
    const view = { x: 10, y: 20, scale: 1 };
    const pointer = { x: 300, y: 200 };
    const before = toWorld(view, pointer);
    const after = toWorld(zoomAround(view, pointer, 1.7), pointer);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('never zooms past its bounds', () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(zoomAround(view, { x: 0, y: 0 }, 1e6).scale).toBe(SCALE_MAX);
    expect(zoomAround(view, { x: 0, y: 0 }, 1e-6).scale).toBe(SCALE_MIN);
  });

  it('a pinch keeps the world between the fingers and pans with their middle', () => {
    const view = { x: 0, y: 0, scale: 1 };
    const from = { middle: { x: 100, y: 100 }, distance: 50 };
    const to = { middle: { x: 140, y: 90 }, distance: 100 };
    const next = pinch(view, from, to);
    expect(next.scale).toBe(2);
    expect(toWorld(next, to.middle)).toEqual(toWorld(view, from.middle));
  });

  it('two fingers that began on one spot pan and do not zoom', () => {
    const at = { middle: { x: 5, y: 5 }, distance: 0 };
    expect(pinch({ x: 0, y: 0, scale: 1 }, at, { ...at, distance: 80 }).scale).toBe(1);
  });

  it('fits content in the middle of what the bars leave free', () => {
    const view = fit(
      { x: 0, y: 0, w: 2000, h: 500 },
      { w: 1000, h: 800 },
      { ...none, bottom: 100 },
    );
    expect(view.scale).toBe(0.5);
    expect(toScreen(view, { x: 1000, y: 250 })).toEqual({ x: 500, y: 350 });
  });

  it('does not blow a small board up beyond 100 %', () => {
    expect(fit({ x: 0, y: 0, w: 10, h: 10 }, { w: 1000, h: 800 }, none).scale).toBe(1);
  });

  it('shows the world in view with a margin', () => {
    expect(visibleWorld({ x: 100, y: 0, scale: 2 }, { w: 400, h: 200 }, 20)).toEqual({
      x: -60,
      y: -10,
      w: 220,
      h: 120,
    });
  });

  it('pans no further than needed to bring a note into view', () => {
    const view = { x: 0, y: 0, scale: 1 };
    const screen = { w: 400, h: 300 };
    expect(reveal(view, { x: 10, y: 10, w: 50, h: 50 }, screen, none)).toBe(view);
    expect(reveal(view, { x: 380, y: 10, w: 50, h: 50 }, screen, none)).toEqual({
      ...view,
      x: -30,
    });
    expect(reveal(view, { x: -20, y: 10, w: 50, h: 50 }, screen, none)).toEqual({ ...view, x: 20 });
  });

  it('knows the bounds of many boxes and of none', () => {
    expect(boundsOf([])).toBeUndefined();
    expect(
      boundsOf([
        { x: 0, y: 5, w: 10, h: 10 },
        { x: -5, y: 0, w: 5, h: 30 },
      ]),
    ).toEqual({ x: -5, y: 0, w: 15, h: 30 });
    expect(pan({ x: 1, y: 1, scale: 1 }, { x: 2, y: 3 })).toEqual({ x: 3, y: 4, scale: 1 });
  });
});

describe('the part of the world at hand', () => {
  const screen = { w: 1000, h: 600 };
  const at = (x: number, scale = 1) => ({ x, y: 0, scale });

  it('stays the same while the view moves within its margin', () => {
    const first = askedBox(undefined, at(0), screen, 300);
    expect(first).toEqual({ x: -300, y: -300, w: 1600, h: 1200 });
    expect(askedBox(first, at(-150), screen, 300)).toBe(first);
    expect(askedBox(first, at(0, 1.2), screen, 300)).toBe(first);
  });

  it('is taken anew before the view reaches its edge', () => {
    const first = askedBox(undefined, at(0), screen, 300);
    expect(askedBox(first, at(-250), screen, 300)).toEqual({ x: -50, y: -300, w: 1600, h: 1200 });
  });

  it('shrinks when the view has come much closer', () => {
    const far = askedBox(undefined, at(0, 0.2), screen, 300);
    expect(askedBox(far, at(0, 1), screen, 300)).not.toBe(far);
  });
});
