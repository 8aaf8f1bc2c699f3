import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNorm,
  isNorm,
  NORM_MOST,
  normBounds,
  normRefusal,
  normUnits,
  parseNorm,
  type Norm,
} from '#domain/klantbelofte/norm';

const norm = (over: Partial<Norm> = {}): Norm => ({
  ...{ bound: 'within', threshold: 24, unit: 'hour', share: 95 },
  ...over,
});

describe('[R154] a norm', () => {
  it.each([
    [norm(), 'binnen 24 uur in 95 %', 'within 24 hours in 95 %'],
    [
      norm({ bound: 'ahead', threshold: 30, unit: 'minute', share: 100 }),
      '30 minuten van tevoren, altijd',
      '30 minutes ahead, always',
    ],
    [
      norm({ bound: 'at-most', threshold: 10, unit: 'percent', share: 90 }),
      'hoogstens 10 % in 90 %',
      'at most 10 % in 90 %',
    ],
    [
      norm({ threshold: 1, unit: 'working-day', share: 99.5 }),
      'binnen 1 werkdag in 99,5 %',
      'within 1 working day in 99.5 %',
    ],
    [
      norm({ bound: 'at-least', threshold: 2.5, unit: 'euro', share: 100 }),
      'minstens 2,5 euro, altijd',
      'at least 2.5 euros, always',
    ],
  ])('is written in both languages', (one, nl, en) => {
    expect([formatNorm(one, 'nl'), formatNorm(one, 'en')]).toEqual([nl, en]);
  });

  it.each([
    ['binnen 24 uur in 95 %', norm()],
    ['24u', norm({ share: 100 })],
    ['Binnen 24 uur, in 95% van de gevallen.', norm()],
    ['30 min van tevoren, in 95 %', norm({ bound: 'ahead', threshold: 30, unit: 'minute' })],
    ['€ 10 hoogstens', norm({ bound: 'at-most', threshold: 10, unit: 'euro', share: 100 })],
    ['maximaal 10 %', norm({ bound: 'at-most', threshold: 10, unit: 'percent', share: 100 })],
    ['hoogstens 1 keer in 85 %', norm({ bound: 'at-most', threshold: 1, unit: 'time', share: 85 })],
    ['within 2 business days, always', norm({ threshold: 2, unit: 'working-day', share: 100 })],
    ['30 minutes before in 95 percent', norm({ bound: 'ahead', threshold: 30, unit: 'minute' })],
    ['max 3 times', norm({ bound: 'at-most', threshold: 3, unit: 'time', share: 100 })],
    ['binnen 1,5 uur', norm({ threshold: 1.5, share: 100 })],
    ['binnen 5 dagen', norm({ threshold: 5, unit: 'day', share: 100 })],
  ])('is read from "%s"', (line, read) => {
    expect(parseNorm(line)).toEqual(read);
  });

  it.each([
    ['', 'no-threshold'],
    ['snel', 'no-threshold'],
    ['binnen 24', 'no-unit'],
    ['binnen 24 bananen', 'no-unit'],
    ['binnen 24 urenlang', 'no-unit'],
    ['binnen 0 uur', 'threshold-out-of-range'],
    ['binnen 999999 uur', 'threshold-out-of-range'],
    ['binnen 24 uur in 0 %', 'share-out-of-range'],
    ['binnen 24 uur in 101 %', 'share-out-of-range'],
    ['binnen 10 %', 'bound-needs-time'],
  ])('"%s" is none: %s', (line, refusal) => {
    expect(parseNorm(line)).toBe(refusal);
  });

  it('reads again as it was written, whatever it is', () => {
    const any = fc.record({
      bound: fc.constantFrom(...normBounds),
      threshold: fc.integer({ min: 0, max: NORM_MOST * 100 }).map((cents) => cents / 100),
      unit: fc.constantFrom(...normUnits),
      share: fc.integer({ min: 10, max: 1_000 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(any, fc.constantFrom('nl' as const, 'en' as const), (one, language) => {
        fc.pre(normRefusal(one) === null);
        expect(parseNorm(formatNorm(one, language))).toEqual(one);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('is refused for figures that are none, and never throws', () => {
    for (const threshold of [NaN, Infinity, -1, 0, 1.234]) {
      expect(normRefusal(norm({ threshold }))).toBe('threshold-out-of-range');
    }
    expect(normRefusal(norm({ bound: 'at-most', threshold: 0, unit: 'euro' }))).toBeNull();
    expect(normRefusal(norm({ share: 95.55 }))).toBe('share-out-of-range');
    fc.assert(
      fc.property(fc.string(), (line) => {
        const read = parseNorm(line);
        expect(isNorm(read) || typeof read === 'string').toBe(true);
      }),
      { seed: 8, numRuns: 1_000 },
    );
  });
});
