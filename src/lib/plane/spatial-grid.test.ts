import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpatialGrid } from './spatial-grid';
import { overlaps, type Box } from './viewport';

const box = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
  w: fc.integer({ min: 1, max: 900 }),
  h: fc.integer({ min: 1, max: 900 }),
});

describe('spatial grid', () => {
  it('finds exactly the boxes that touch an area, whatever was put, moved and removed', () => {
    const act = fc.record({ id: fc.integer({ min: 0, max: 12 }), box: fc.option(box) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), box, (acts, area) => {
        const grid = new SpatialGrid();
        const truth = new Map<string, Box>();
        for (const { id, box: at } of acts) {
          if (at) {
            grid.set(`n${id}`, at);
            truth.set(`n${id}`, at);
          } else {
            grid.remove(`n${id}`);
            truth.delete(`n${id}`);
          }
        }
        const expected = [...truth].filter(([, at]) => overlaps(at, area)).map(([id]) => id);
        expect(grid.within(area).sort()).toEqual(expected.sort());
        expect(grid.size).toBe(truth.size);
      }),
    );
  });

  it('takes over a whole set and forgets what is not in it', () => {
    const grid = new SpatialGrid();
    const at = { x: 0, y: 0, w: 10, h: 10 };
    grid.set('gone', at);
    grid.replace(new Map([['here', at]]));
    expect(grid.within({ x: -5, y: -5, w: 100, h: 100 })).toEqual(['here']);
  });
});
