import { expect, test } from 'vitest';
import { leastUsedColor } from '#server/people/new-member';

test('a newcomer gets the colour that fewest have', () => {
  expect(leastUsedColor([])).toBe(0);
  expect(leastUsedColor([0, 1, 2])).toBe(3);
  expect(leastUsedColor([0, 1, 2, 3, 4, 5, 0])).toBe(1);
});
