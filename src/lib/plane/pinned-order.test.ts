import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pinnedOrder } from './pinned-order';

const order = (wanted: string, shown: string, pinned?: string): string =>
  pinnedOrder([...wanted], [...shown], pinned).join('');

it('[L30] what is pinned stays between what is before and after it, whatever the others do', () => {
  expect(order('CABE', 'ABCE', 'E')).toBe('CABE');
  // Grouped: its place in the order of reading is another, its place in the page is not.
  expect(order('EABC', 'ABEC', 'E')).toBe('ABEC');
  // Stacked under another or taken away: it is not among the others any more, and stays.
  expect(order('CBA', 'ABEC', 'E')).toBe('BAEC');
  expect(order('ABNEC', 'ABEC', 'E')).toBe('ABENC');
  expect(order('BA', 'AB')).toBe('BA');
  expect(order('ABE', 'AB', 'E')).toBe('ABE');
});

it('[L30] of all others each is there once', () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 });
  fc.assert(
    fc.property(some, some, fc.nat(), (wanted, shown, pick) => {
      const pinned = shown[pick % shown.length] ?? 0;
      const is = pinnedOrder(wanted, shown, pinned);
      expect([...is].sort()).toEqual([...new Set([...wanted, pinned])].sort());
      const before = shown.slice(0, shown.indexOf(pinned));
      const ahead = is.slice(0, is.indexOf(pinned));
      expect(ahead.every((one) => before.includes(one))).toBe(true);
    }),
  );
});
