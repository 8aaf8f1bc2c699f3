import { expect, test } from 'vitest';
import * as Y from 'yjs';
import * as ladders from '#document/kinds/ladders/operations';
import { plainLadders } from '#document/kinds/ladders/plain';
import { local } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { leaningOn } from './leaning-on';

test('[L75] an observation tells which beloften lean on it: for, against, and as what a behoefte came from', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('ladders'));
  const source = { id: 's1', kind: 'quote', from: 'board/o1', words: 'wachten' } as const;
  ladders.addBehoefte(doc, { id: 'n1', words: 'wachten', source }, local);
  ladders.addBelofte(doc, { id: 'b1', behoefteId: 'n1', words: 'wij je bellen' }, local);
  ladders.addBelofte(doc, { id: 'b2', behoefteId: null, words: 'de prijs klopt' }, local);
  const found = (supports: boolean) => ({
    ...{ from: 'o1', customer: 'K1', supports, words: 'wachten', about: '', quote: false },
    seconds: 0,
  });
  ladders.addFindings(doc, 'b1', [found(true)], local);
  ladders.addFindings(doc, 'b2', [found(false)], local);
  const leaning = leaningOn(plainLadders(doc), 'o1');
  expect(leaning.map(({ number, as }) => `${number} ${as}`)).toEqual([
    ...['1 supports', '1 behoefte', '2 contradicts'],
  ]);
  expect(leaningOn(plainLadders(doc), 'o2')).toEqual([]);
});
