import { expect, test } from 'vitest';
import type { PlainGrid } from '#document/kinds/grid/plain';
import type { PlainMap } from '#document/kinds/map/plain';
import type { PlainWall } from '#document/plain';
import { painOffers, searched, seenOffers, wallOffers } from './offers';

const wall = (...texts: string[]) =>
  ({
    notes: texts.map((text, at) => ({ id: `n${at}`, text })),
    groups: [],
  }) as unknown as PlainWall;
const grid = {
  rows: [{ id: 'r1', title: 'Kies één uur', order: 'a' }],
  observations: [
    { id: 'o1', customer: 'K1', row: 'r1', text: 'kiest meteen', quote: false, seconds: 9 },
    { id: 'o2', customer: 'K2', row: null, text: 'Dan wacht ik niet', quote: true, seconds: 642 },
    { id: 'o3', customer: 'K2', row: 'r1', text: ' ', quote: false, seconds: 9 },
  ],
  patterns: [],
} as unknown as PlainGrid;

test('[L74] questions that were chosen come first with their dots, and once', () => {
  const winners = [{ source: 'round/c1', text: 'eerder bellen', dots: 5 }];
  const offers = wallOffers(wall('eerder bellen', 'minder lang', ''), 'b1', {
    kind: 'hmw',
    winners,
  });
  expect(offers.map(({ from, words, dots }) => `${from} ${words} ${dots}`)).toEqual([
    ...['round/c1 eerder bellen 5', 'b1/n1 minder lang 0'],
  ]);
});

test('[L74] a pain brings along the chapter in which it hurts', () => {
  const map = {
    chapters: [{ title: 'Wachten', pains: [{ id: 'p1', text: 'een hele dag' }] }],
  } as unknown as PlainMap;
  expect(painOffers(map, 'b2')).toEqual([
    expect.objectContaining({ kind: 'pain', from: 'b2/p1', moment: 'Wachten', about: 'Wachten' }),
  ]);
});

test('[L74] what a customer said comes before what was seen, by number and time, and empty notes not at all', () => {
  const offers = seenOffers(grid, 'b3');
  expect(offers.map(({ kind, from, customer, about }) => [kind, from, customer, about])).toEqual([
    ['quote', 'b3/o2', 'K2', ''],
    ['observation', 'b3/o1', 'K1', 'Kies één uur'],
  ]);
});

test('[L74] is searched in words, place and number, and an empty shelf goes', () => {
  const shelves = [
    { kind: 'hmw', offers: wallOffers(wall('eerder bellen'), 'b1', { kind: 'hmw' }) },
    { kind: 'seen', offers: seenOffers(grid, 'b3') },
  ] as const;
  expect(searched(shelves, 'UUR').map(({ kind }) => kind)).toEqual(['seen']);
  expect(searched(shelves, 'k2').flatMap(({ offers }) => offers)).toHaveLength(1);
  expect(searched(shelves, ' ')).toHaveLength(2);
});
