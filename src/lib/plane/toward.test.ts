import { describe, expect, it } from 'vitest';
import { nearestToward } from './toward';

const box = (x: number, y: number) => ({ x, y, w: 100, h: 40 });

describe('the arrows of a picture', () => {
  const here = box(200, 200);

  it('go to what lies straight ahead before what is nearer but aside', () => {
    const ahead = box(420, 200);
    const aside = box(310, 320);
    expect(nearestToward(here, [aside, ahead], 'right')).toBe(1);
  });
  it('go down past a gap, to the nearest beneath', () => {
    expect(nearestToward(here, [box(200, 500), box(210, 300), box(200, 100)], 'down')).toBe(1);
  });
  it('stay where nothing lies that way', () => {
    expect(nearestToward(here, [box(200, 300)], 'up')).toBe(-1);
    expect(nearestToward(here, [], 'left')).toBe(-1);
  });
});
