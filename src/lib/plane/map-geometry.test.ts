import { expect, it } from 'vitest';
import { fromMap, mapFit, onMap, stepOf } from './map-geometry';
import { mapIsUseful } from './map-wanted';

const map = { w: 180, h: 120 };
const content = { x: 0, y: 0, w: 3000, h: 1000 };
const seen = { x: 200, y: 100, w: 900, h: 600 };

it('lays the whole wall on the map, in its middle and in proportion', () => {
  const fit = mapFit(content, seen, map);
  const laid = onMap(fit, content);
  expect(laid.w).toBeCloseTo(168);
  expect(laid.h).toBeCloseTo(56);
  expect(laid.y + laid.h / 2).toBeCloseTo(60);
});

it('makes room for a view that lies beside the wall', () => {
  const beside = { ...seen, x: -4000 };
  const laid = onMap(mapFit(content, beside, map), beside);
  expect(laid.x).toBeGreaterThanOrEqual(5);
});

it('finds the place in the world of a press on the map', () => {
  const fit = mapFit(content, seen, map);
  const { x, y } = onMap(fit, { x: 1234, y: 567, w: 0, h: 0 });
  const back = fromMap(fit, { x, y });
  expect(back.x).toBeCloseTo(1234);
  expect(back.y).toBeCloseTo(567);
});

it('is of no use when everything is in view or nothing lies there', () => {
  expect(mapIsUseful(content, { x: -10, y: -10, w: 4000, h: 2000 })).toBe(false);
  expect(mapIsUseful(undefined, seen)).toBe(false);
  expect(mapIsUseful(content, seen)).toBe(true);
});

it('moves a third of the view by an arrow key, and by no other', () => {
  expect(stepOf('ArrowRight', seen)).toEqual({ x: 300, y: 0 });
  expect(stepOf('ArrowUp', seen)).toEqual({ x: 0, y: -200 });
  expect(stepOf('a', seen)).toBeUndefined();
});
