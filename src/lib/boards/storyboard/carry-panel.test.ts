import { expect, it } from 'vitest';
import { landingIn } from './carry-panel';

/** Two rows of two, with a gutter of ten. */
const panels = ['a', 'b', 'c', 'd'].map((id, at) => {
  const left = (at % 2) * 110;
  const top = Math.floor(at / 2) * 110;
  return { id, box: { left, right: left + 100, top, bottom: top + 100 } };
});

it.each([
  [10, 10, 'a', 'its left half'],
  [90, 50, 'b', 'its right half'],
  [190, 50, 'c', 'behind the last of a row is in front of the next row'],
  [10, 105, 'c', 'between the rows'],
  [190, 160, null, 'behind the last'],
  [50, 900, null, 'below all'],
  [-40, -40, 'a', 'above all'],
])('what is let go at %i, %i comes in front of %s: %s', (x, y, before, _where) => {
  expect(landingIn(panels, { x, y })).toBe(before);
});
