import { expect, test } from 'vitest';
import { pictureSpots } from './picture-spots';

const note = (x: number, y: number) => ({ x, y, w: 160, h: 160 });

test('a picture lies where it was dropped, also on what lies there', () => {
  const spots = pictureSpots(1, { middle: { x: 80, y: 80 }, taken: [note(0, 0)], exact: true });
  expect(spots).toEqual([[0, 0]]);
});

test('several lie in rows around the middle and cover nothing', () => {
  const taken = [note(172, 0)];
  const spots = pictureSpots(6, { middle: { x: 80, y: 80 }, taken, exact: false });
  const boxes = [...taken, ...spots.map(([x, y]) => note(x, y))];
  const covered = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 160 && Math.abs(a.y - b.y) < 160),
  );
  expect([spots.slice(0, 2), covered]).toEqual([
    [
      [-258, 0],
      [-86, 0],
    ],
    [],
  ]);
});
