import { describe, expect, it } from 'vitest';
import { nearestTo } from './spatial-focus';

const box = (left: number, top: number, width = 100, height = 40) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the arrows of a picture', () => {
  const here = box(200, 200);

  it('go to what lies straight ahead before what is nearer but aside', () => {
    const ahead = box(420, 200);
    const aside = box(310, 320);
    expect(nearestTo(here, [aside, ahead], 'right')).toBe(1);
  });
  it('go down past a gap, to the nearest beneath', () => {
    expect(nearestTo(here, [box(200, 500), box(210, 300), box(200, 100)], 'down')).toBe(1);
  });
  it('stay where nothing lies that way', () => {
    expect(nearestTo(here, [box(200, 300)], 'up')).toBe(-1);
    expect(nearestTo(here, [], 'left')).toBe(-1);
  });
});
