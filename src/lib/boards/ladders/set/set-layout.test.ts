import { expect, test } from 'vitest';
import { places } from '#domain/klantbelofte/ranking';
import { rootPath, rootsOf, rowsOf } from './set-layout';

test('[L72] up to seven ladders stand in one row, more in two', () => {
  const many = (count: number): number[] =>
    rowsOf(Array.from({ length: count }, (_, at) => at)).map((row) => row.length);
  expect(many(0)).toEqual([]);
  expect(many(1)).toEqual([1]);
  expect(many(7)).toEqual([7]);
  expect(many(8)).toEqual([4, 4]);
  expect(many(13)).toEqual([7, 6]);
});

test('[L72] roots run from the team’s order to the customers’, and none where customers gave no place', () => {
  const order = ['a', 'b', 'c', 'new'];
  const ranked = places(order, { shown: ['a', 'b', 'c'], dots: ['c', 'c', 'c', 'a'] });
  const roots = rootsOf(ranked);
  expect(roots.map(({ id, from, to }) => `${id} ${from}-${to}`)).toEqual([
    ...['c 2-0', 'a 0-1', 'b 1-2'],
  ]);
  expect(roots[0]?.place).toMatchObject({ higher: 2, isFarApart: true });
  expect(rootsOf(places(order, { shown: order, dots: [] }))).toEqual([]);
  expect(rootPath({ from: 2, to: 0 })).toBe('M250 0C250 55 50 45 50 100');
});

test('[L72] those who share a place stand as the team has them', () => {
  const roots = rootsOf(places(['a', 'b'], { shown: ['a', 'b'], dots: ['a', 'b'] }));
  expect(roots.map(({ id, place }) => `${id} ${place.customers}`)).toEqual(['a 1.5', 'b 1.5']);
});
