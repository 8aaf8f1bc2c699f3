import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, makeCode, normaliseCode, showCode } from '#domain/sprint/code';

const anyRandom = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
const next = (numbers: Iterator<number>) => () => Number(numbers.next().value ?? 0);

describe('[R36] the join code', () => {
  it('[R36] has six signs that nobody mistakes for another', () => {
    fc.assert(
      fc.property(anyRandom, (numbers) => {
        expect(makeCode(next(numbers))).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
      }),
    );
    for (const sign of '01OIL') expect(CODE_ALPHABET).not.toContain(sign);
    expect(makeCode(() => 0)).toBe('AAAAAA');
    expect(makeCode(() => 0.999_999_999)).toBe('999999');
  });

  it('[R36] is read back from small letters, spaces and dashes', () => {
    fc.assert(
      fc.property(anyRandom, fc.constantFrom(' ', '-', '\u2013', '.', ''), (numbers, gap) => {
        const code = makeCode(next(numbers));
        const typed = ` ${code.slice(0, 3)}${gap}${code.slice(3)} `.toLowerCase();
        expect(normaliseCode(typed)).toBe(code);
        expect(normaliseCode(showCode(code))).toBe(code);
      }),
    );
  });

  it('[R36] is not what is too short, too long or holds another sign', () => {
    for (const typed of ['', 'ABCDE', 'ABCDEFG', 'ABCDE0', 'ABC/EF', 'ÀBCDEF']) {
      expect(normaliseCode(typed)).toBeNull();
    }
  });
});
