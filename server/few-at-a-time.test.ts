import { expect, test } from 'vitest';
import { fewAtATime } from '#server/few-at-a-time';

test('a few are done at once, the rest in order, and one that fails gives its place on', async () => {
  const few = fewAtATime(2);
  const began: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const works = [0, 1, 2, 3].map((n) =>
    few.take(
      () =>
        new Promise<number>((resolve, reject) => {
          began.push(n);
          ends[n] = (error) => (error ? reject(error) : resolve(n));
        }),
    ),
  );
  expect(began).toEqual([0, 1]);
  ends[1]?.(new Error('it fails'));
  await expect(works[1]).rejects.toThrow('it fails');
  expect(began).toEqual([0, 1, 2]);
  ends[0]?.();
  ends[2]?.();
  expect(await Promise.all([works[0], works[2]])).toEqual([0, 2]);
  ends[3]?.();
  expect(await works[3]).toBe(3);
});
