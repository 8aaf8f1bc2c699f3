import { expect, test } from 'vitest';
import { nextMonday } from './next-monday';

test.each([
  ['2026-03-08', '2026-03-09'],
  ['2026-03-09', '2026-03-16'],
  ['2026-03-13', '2026-03-16'],
  ['2026-12-30', '2027-01-04'],
])('after %s the first Monday is %s', (today, monday) => {
  expect(nextMonday(today)).toBe(monday);
});
