import { describe, expect, it } from 'vitest';
import { freeNear, makeRoom } from '#document/make-room';
import { overlaps } from '#document/layout';

const note = (id: string, x: number, y: number) => ({ id, box: { x, y, w: 100, h: 100 } });
const over = { x: 0, y: 0, w: 300, h: 200 };

describe('room for a new note', () => {
  const wanted = { x: 0, y: 0, w: 100, h: 100 };

  it('lies where it is wanted when nothing is there', () => {
    expect(freeNear(wanted, { taken: [{ x: 150, y: 0, w: 50, h: 50 }], gap: 10 })).toBe(wanted);
  });

  it('lies near it when something is, and over it when all is full', () => {
    const at = freeNear(wanted, { taken: [wanted], gap: 10 });
    expect(overlaps({ ...wanted, ...at }, wanted)).toBe(false);
    expect(Math.hypot(at.x, at.y)).toBeLessThan(130);
    const full = { x: -5000, y: -5000, w: 10000, h: 10000 };
    expect(freeNear(wanted, { taken: [full], gap: 10 })).toBe(wanted);
  });
});

describe('room for a group', () => {
  it('leaves notes that are not under it where they lie', () => {
    expect(makeRoom(over, { loose: [note('a', 400, 0)], fixed: [], gap: 10 }).size).toBe(0);
  });

  it('moves covered notes beside it, free of everything and of each other', () => {
    const loose = [note('a', 250, 20), note('b', 250, 150), note('c', 20, 20), note('d', 320, 0)];
    const fixed = [{ x: -150, y: -150, w: 140, h: 500 }];
    const moved = makeRoom(over, { loose, fixed, gap: 10 });
    expect([...moved.keys()]).toEqual(['a', 'b', 'c']);
    const boxes = loose.map(({ id, box }) => ({ ...box, ...moved.get(id) }));
    for (const box of boxes) {
      expect(overlaps(box, over)).toBe(false);
      expect(fixed.some((other) => overlaps(box, other))).toBe(false);
      expect(boxes.filter((other) => overlaps(box, other))).toHaveLength(1);
    }
  });

  it('moves a note no further than it must', () => {
    const moved = makeRoom(over, { loose: [note('a', 250, 20)], fixed: [], gap: 10 });
    expect(moved.get('a')).toEqual({ x: 360, y: 20 });
  });

  it('looks as finely as it is told, so that a large thing stays near', () => {
    const wanted = { x: 0, y: 0, w: 400, h: 300 };
    const taken = [{ x: -190, y: 0, w: 200, h: 300 }];
    expect(freeNear(wanted, { taken, gap: 10, step: { x: 50, y: 50 } })).toEqual({ x: 50, y: 0 });
    expect(freeNear(wanted, { taken, gap: 10 })).toEqual({ x: 205, y: 0 });
  });
});
