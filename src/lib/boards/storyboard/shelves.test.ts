import { expect, it } from 'vitest';
import { shelvesOf } from './shelves';

const exhibits = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const shown = (chosen: Parameters<typeof shelvesOf>[1]) =>
  shelvesOf(exhibits, chosen).map(({ kind, exhibits: on }) => [kind, ...on.map(({ id }) => id)]);

it('[L60] what won lies first, then what was taken along, then the rest; each sketch once', () => {
  expect(shown({ winners: ['d', 'b'], takenAlong: { c: 'Sanne', d: 'Sanne' } })).toEqual([
    ['chosen', 'd', 'b'],
    ['along', 'c'],
    ['later', 'a'],
  ]);
});

it('[L60] before the supervote they lie in the order of the museum', () => {
  expect(shown({ winners: [], takenAlong: {} })).toEqual([['all', 'a', 'b', 'c', 'd']]);
  expect(shown(null)).toEqual([['all', 'a', 'b', 'c', 'd']]);
  expect(shelvesOf([], null)).toEqual([]);
});
