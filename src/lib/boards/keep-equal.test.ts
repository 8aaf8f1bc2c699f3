import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepEqual } from '$lib/boards/keep-equal';

describe('a plain that keeps what did not change', () => {
  it('is the old one itself when both read the same', () => {
    const before = { list: [{ id: 'a', words: ['x'] }], end: '' };
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });
  it('keeps a thing that moved in its list, and renews only what changed', () => {
    const before = {
      list: [
        { id: 'a', n: 1 },
        { id: 'b', n: 2 },
      ],
    };
    const after = keepEqual(before, {
      list: [
        { id: 'b', n: 2 },
        { id: 'a', n: 3 },
      ],
    });
    expect(after.list[0]).toBe(before.list[1]);
    expect(after.list[1]).toEqual({ id: 'a', n: 3 });
  });
  it('always reads as the new one', () => {
    const plain = fc.jsonValue();
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(keepEqual(before, after)).toEqual(after);
      }),
    );
  });
});
