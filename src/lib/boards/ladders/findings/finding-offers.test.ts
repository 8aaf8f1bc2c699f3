import { expect, test } from 'vitest';
import type { PlainGrid } from '#document/kinds/grid/plain';
import { observationOffers, patternOffers } from './finding-offers';

const seen = (id: string, customer: string, mark: '+' | '-', text: string, seconds = 0) => ({
  ...{ id, customer, row: 'r1', mark, text, seconds, quote: false, strong: false },
  ...{ order: id, author: '', by: null },
});
const grid = {
  rows: [{ id: 'r1', title: 'Kies één uur', order: 'a' }],
  observations: [
    seen('o1', 'K10', '+', 'kiest meteen'),
    seen('o2', 'K2', '+', 'kiest ook', 90),
    seen('o3', 'K2', '-', 'twijfelt', 20),
    seen('o4', 'K3', '+', ' '),
  ],
  patterns: [
    { id: 'p0-r1', row: 'r1', mark: '+', name: 'Kiest meteen het uurvak', aside: false, gap: null },
    { id: 'p2-r1', row: 'r1', mark: '-', name: '', aside: true, gap: null },
  ],
  questions: [],
} as unknown as PlainGrid;

test('[L75] a pattern brings in all that it rests on, one that was set aside nothing', () => {
  const offers = patternOffers(grid);
  expect(offers.map(({ name, findings }) => [name, findings.map(({ from }) => from)])).toEqual([
    ['Kiest meteen het uurvak', ['o1', 'o2']],
  ]);
});

test('[L75] each observation tells by which pattern or part it is found, by customer and time', () => {
  expect(observationOffers(grid).map(({ from, about }) => `${from} ${about}`)).toEqual([
    ...['o3 Kies één uur', 'o2 Kiest meteen het uurvak', 'o1 Kiest meteen het uurvak'],
  ]);
  expect(observationOffers(grid, 'k10').map(({ from }) => from)).toEqual(['o1']);
});
