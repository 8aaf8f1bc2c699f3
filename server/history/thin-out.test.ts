import { expect, test } from 'vitest';
import { thinOut, type AutomaticMoment } from '#server/history/thin-out';

const MINUTE = 60_000;
const now = Date.UTC(2030, 0, 7, 17);
const every = (minutes: number, count: number, reason: AutomaticMoment['reason'] = 'interval') =>
  Array.from({ length: count }, (_, at): AutomaticMoment => {
    return { id: `${reason} ${at}`, reason, takenAt: now - at * minutes * MINUTE, bytes: 1_000 };
  });
const left = (moments: AutomaticMoment[], options?: { mostBytes: number }) => {
  const gone = new Set(thinOut(moments, now, options));
  return moments.filter(({ id }) => !gone.has(id));
};

test('[C144] the older the moments of a week are, the fewer stay, and thinning again changes nothing', () => {
  const week = every(3, 5 * 24 * 20);
  const kept = left(week);
  const within = (hours: number) =>
    kept.filter((one) => now - one.takenAt < hours * 60 * MINUTE).length;
  expect(within(1)).toBe(20);
  expect(within(8)).toBeLessThanOrEqual(20 + 30);
  expect(within(72)).toBeLessThanOrEqual(20 + 30 + 66);
  expect(kept.length).toBeLessThanOrEqual(20 + 30 + 66 + 4);
  expect(left(kept)).toEqual(kept);
  // Nothing in between is far from a moment that stayed.
  const gaps = kept.slice(1).map((one, at) => (kept[at]?.takenAt ?? 0) - one.takenAt);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * 24 * 60 * MINUTE);
});

test('[C144] who takes much away again and again does not wear out the moment before the first time', () => {
  const noise = every(0.05, 400, 'removal');
  const first = noise.at(-1);
  const kept = left(noise);
  expect(kept.length).toBeLessThan(12);
  expect(kept).toContainEqual(first);
  expect(kept).toContainEqual(noise[0]);
});

test('[C144] what they take together is bounded, and one always stays', () => {
  const many = every(3, 200);
  expect(left(many, { mostBytes: 10_000 }).length).toBeLessThanOrEqual(10);
  expect(left(every(3, 1), { mostBytes: 0 })).toHaveLength(1);
  expect(left([])).toEqual([]);
});
