import { expect, it } from 'vitest';
import { boxBetween } from './marquee';

it('a marquee is the same box whichever way it was drawn', () => {
  const box = { x: 10, y: 20, w: 30, h: 5 };
  expect(boxBetween({ x: 10, y: 20 }, { x: 40, y: 25 })).toEqual(box);
  expect(boxBetween({ x: 40, y: 25 }, { x: 10, y: 20 })).toEqual(box);
  expect(boxBetween({ x: 10, y: 25 }, { x: 40, y: 20 })).toEqual(box);
});
