import { describe, expect, it } from 'vitest';
import { mayRead } from '#domain/exercises/readers';
import { exerciseIds, exerciseOf } from '#domain/exercises/registry';
import { roles } from '#domain/sprint/roles';

/** Walls that an expert reads whatever is open; the others only while they work on them. */
const always = ['doel', 'sprintvragen', 'kaart'];

describe('[R92] who reads a board', () => {
  it.each(exerciseIds)('[R92] of %s, while it is open and afterwards', (id) => {
    const { wall, day } = exerciseOf(id);
    const worksAlong = day === 1 || day === null;
    for (const role of roles) {
      for (const open of [id, null]) {
        const isExpert = role === 'expert';
        const expected = !isExpert || always.includes(wall) || (open !== null && worksAlong);
        expect(mayRead({ role }, { wall, open }), `${role} ${String(open)}`).toBe(expected);
      }
    }
  });

  it('[R92] an expert reads nothing of the choice and of the test', () => {
    for (const wall of ['museum', 'storyboard', 'interviews', 'klantbeloften', 'voorkennis']) {
      expect(mayRead({ role: 'expert' }, { wall, open: null })).toBe(false);
    }
    expect(mayRead({ role: 'expert' }, { wall: 'museum', open: 'heatmap' })).toBe(false);
  });
});
