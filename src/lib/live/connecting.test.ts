import { expect, it } from 'vitest';
import { openWithinMs } from './connecting';
import { backoffMs } from './live-status';

it('[R52] an attempt that hangs ends, sooner on a network that was quick', () => {
  expect(openWithinMs(null)).toBe(8_000);
  expect(openWithinMs(40)).toBe(3_000);
  expect(openWithinMs(1_000)).toBe(4_000);
  expect(openWithinMs(60_000)).toBe(15_000);
});

it('[R52] what a hanging attempt and the wait before the next one take stays within ten seconds', () => {
  for (let attempt = 0; attempt < 60; attempt++) {
    expect(openWithinMs(40) + backoffMs(attempt, () => 1)).toBeLessThan(10_000);
  }
});
