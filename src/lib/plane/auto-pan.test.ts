import { describe, expect, it } from 'vitest';
import { edgePush } from './auto-pan';

const size = { w: 800, h: 600 };

describe('a hand at the edge of the view', () => {
  it('looks on to the side where it is, and faster nearer to the edge', () => {
    expect(edgePush({ x: 400, y: 300 }, size)).toEqual({ x: 0, y: 0 });
    const near = edgePush({ x: 790, y: 300 }, size);
    const nearer = edgePush({ x: 799, y: 300 }, size);
    expect(near.x).toBeGreaterThan(0);
    expect(nearer.x).toBeGreaterThan(near.x);
    expect(edgePush({ x: 400, y: 2 }, size).y).toBeLessThan(0);
  });

  it('is never faster outside the view than at its edge', () => {
    expect(edgePush({ x: 4000, y: -4000 }, size)).toEqual({ x: 16, y: -16 });
  });

  it('rests in a view that is hardly larger than its edges', () => {
    expect(edgePush({ x: 0, y: 0 }, { w: 150, h: 150 })).toEqual({ x: 0, y: 0 });
  });
});
