import { describe, expect, it } from 'vitest';
import { groundPieces, meshAt } from './ground';
import { SCALE_MAX, SCALE_MIN } from './viewport';

describe('the ground of the wall', () => {
  it('keeps its dots at a readable distance at every scale', () => {
    for (let scale = SCALE_MIN; scale <= SCALE_MAX; scale *= 1.07) {
      const px = meshAt(scale) * scale;
      expect(px).toBeGreaterThan(15);
      expect(px).toBeLessThan(32);
    }
  });

  it('covers what is looked at, and keeps a piece where it lies when one looks further', () => {
    const here = groundPieces({ x: -100, y: 40, w: 2500, h: 900 }, 28);
    const further = groundPieces({ x: 300, y: 140, w: 2500, h: 900 }, 28);
    expect(here).toContainEqual({ x: -1792, y: 0, side: 1792 });
    expect(here).toHaveLength(3);
    expect(further.filter(({ x, y }) => here.some((one) => one.x === x && one.y === y))).toEqual(
      further,
    );
  });

  it('takes only a few pieces for a large screen', () => {
    for (let scale = SCALE_MIN; scale <= SCALE_MAX; scale *= 1.3) {
      const area = { x: -17 / scale, y: 5 / scale, w: 5040 / scale, h: 3360 / scale };
      expect(groundPieces(area, meshAt(scale)).length).toBeLessThanOrEqual(30);
    }
  });
});
