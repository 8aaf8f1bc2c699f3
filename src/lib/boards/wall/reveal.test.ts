import { expect, it } from 'vitest';
import { REVEAL_MS, turnDelay, Turns } from './reveal';

const wall = { x: -100, y: -100, w: 2000, h: 1000 };

it('the note in the middle turns first, the ones at the corners last', () => {
  const middle = turnDelay({ x: 900, y: 400 }, wall);
  const halfway = turnDelay({ x: 400, y: 400 }, wall);
  const corner = turnDelay({ x: -100, y: -100 }, wall);
  expect(middle).toBe(0);
  expect(halfway).toBeGreaterThan(middle);
  expect(corner).toBeGreaterThan(halfway);
  expect(corner).toBeLessThan(REVEAL_MS);
});

it('nobody waits on a wall with one note, or of which nothing is known', () => {
  expect(turnDelay({ x: 5, y: 5 }, { x: 5, y: 5, w: 0, h: 0 })).toBe(0);
  expect(turnDelay({ x: 5, y: 5 }, undefined)).toBe(0);
});

it('a note that is drawn later keeps the beat of the first, and waits no longer than is left', () => {
  const turns = new Turns();
  const corner = { x: -100, y: -100 };
  const whole = turns.delayOf(corner, () => wall, 1000);
  expect(whole).toBe(turnDelay(corner, wall));
  expect(turns.delayOf(corner, () => undefined, 1200)).toBe(whole - 200);
  expect(turns.delayOf(corner, () => undefined, 5000)).toBe(0);
});
