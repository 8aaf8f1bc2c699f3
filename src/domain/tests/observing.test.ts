import { describe, expect, it } from 'vitest';
import { isQuoted, markOfKey, rowCounts } from '#domain/tests/observing';

const key = (given: string, code = '') => ({ key: given, code, altKey: false });
const alt = (code: string) => ({ key: '¡', code, altKey: true });

describe('an observer', () => {
  it('[R185] picks a mark by + 0 and - in an empty field, and writes them in one that is not', () => {
    const empty = { isEmpty: true };
    expect(['+', '0', '-', '−'].map((one) => markOfKey(key(one), empty))).toEqual([
      ...['+', '0', '-', '-'],
    ]);
    expect(markOfKey(key('a'), empty)).toBeNull();
    for (const one of ['+', '0', '-']) expect(markOfKey(key(one), { isEmpty: false })).toBeNull();
  });

  it('[R185] picks a mark by Alt with 1, 2 and 3 at any moment, whatever the keyboard makes of it', () => {
    for (const isEmpty of [true, false]) {
      expect(
        ['Digit1', 'Digit2', 'Digit3', 'Digit4'].map((one) => markOfKey(alt(one), { isEmpty })),
      ).toEqual(['+', '0', '-', null]);
    }
  });

  it('[R185] writes a quote by beginning with a quotation mark', () => {
    for (const text of ["'O, een uur'", '"Mooi', '‘Ja', '„Nou', ' “Zo'])
      expect(isQuoted(text)).toBe(true);
    for (const text of ['', "zegt: 'ja'", 'Kiest het uur']) expect(isQuoted(text)).toBe(false);
  });

  it('[R186] a row is counted in customers: each once per mark, and once in all', () => {
    const seen = [
      ...[{ customer: 'K1', mark: '+' } as const, { customer: 'K1', mark: '+' } as const],
      ...[{ customer: 'K2', mark: '+' } as const, { customer: 'K2', mark: '-' } as const],
      { customer: 'K3', mark: '0' } as const,
    ];
    expect(rowCounts(seen)).toEqual({ '+': 2, '0': 1, '-': 1, seen: 3 });
    expect(rowCounts([])).toEqual({ '+': 0, '0': 0, '-': 0, seen: 0 });
  });
});
