import { expect, it } from 'vitest';
import { inReadingOrder } from './reading-order';

const item = (id: string, x: number, y: number, h = 150) => ({ id, box: { x, y, w: 150, h } });
const ids = (items: { id: string }[]) => items.map(({ id }) => id).join(' ');

it('reads rows from the top and each row from the left', () => {
  const wall = [item('d', 0, 300), item('b', 400, 0), item('a', 0, 20), item('c', 800, 10)];
  expect(ids(inReadingOrder(wall))).toBe('a b c d');
});

it('keeps notes laid by hand a little askew in one row', () => {
  expect(ids(inReadingOrder([item('b', 200, 0), item('a', 0, 40)]))).toBe('a b');
});

it('a tall group does not swallow the rows beside it', () => {
  const wall = [item('group', 0, 0, 900), item('right', 400, 10), item('below right', 400, 300)];
  expect(ids(inReadingOrder(wall))).toBe('group right below right');
});
