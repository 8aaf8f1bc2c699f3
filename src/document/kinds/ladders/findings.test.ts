import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rungStates } from '#domain/klantbelofte/ladder';
import { ladderOfBelofte } from '#document/kinds/ladders/ladder-of';
import * as ladders from '#document/kinds/ladders/operations';
import { plainLadders } from '#document/kinds/ladders/plain';
import { local, server } from '#document/origins';
import { seedUpdate } from '#document/schema';

function promised(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('ladders'));
  ladders.addBehoefte(doc, { id: 'n1', words: 'Ik zit de hele dag te wachten' }, local);
  ladders.addBelofte(doc, { id: 'b1', behoefteId: 'n1', words: 'wij je bellen' }, local);
  return doc;
}

const seen = (from: string, customer: string, supports: boolean) => ({
  ...{ from, customer, supports, words: `gezien ${from}`, about: 'Kies één uur' },
  ...{ quote: false, seconds: 42 },
});
const findings = (doc: Y.Doc): string[] =>
  (plainLadders(doc).beloften[0]?.findings ?? []).map(
    ({ customer, from, supports }) => `${customer} ${from} ${supports ? 'for' : 'against'}`,
  );
const bewijs = (doc: Y.Doc): string => rungStates(ladderOfBelofte(plainLadders(doc), 'b1')).bewijs;

describe('what customers showed of a belofte', () => {
  it('[D165] stands by it once, by customer, and lights or breaks its proof', () => {
    const doc = promised();
    expect(bewijs(doc)).toBe('open');
    const first = [seen('o1', 'K10', true), seen('o2', 'K2', true)];
    ladders.addFindings(doc, 'b1', first, local);
    ladders.addFindings(doc, 'b1', [seen('o1', 'K10', true)], local);
    expect(findings(doc)).toEqual(['K2 o2 for', 'K10 o1 for']);
    expect(bewijs(doc)).toBe('lit');
    ladders.turnFinding(doc, 'b1-o1', false, local);
    expect(bewijs(doc)).toBe('broken');
    ladders.removeFindings(doc, ['b1-o1'], local);
    expect(findings(doc)).toEqual(['K2 o2 for']);
    ladders.addFindings(doc, 'gone', [seen('o3', 'K1', true)], local);
    expect(doc.getMap('findings').size).toBe(1);
  });

  it('[D165] is there once when two bring it in at the same moment', () => {
    const one = promised();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    ladders.addFindings(one, 'b1', [seen('o1', 'K1', true)], local);
    ladders.addFindings(other, 'b1', [seen('o1', 'K1', true)], local);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(findings(one)).toEqual(['K1 o1 for']);
  });

  it('[D166] goes with a customer who takes it back, and so do their words where nothing else stands', () => {
    const doc = promised();
    const source = (id: string, words: string) => ({
      ...({ id, kind: 'quote', from: id, words, customer: 'K2', seconds: 10 } as const),
    });
    ladders.addBehoefte(
      doc,
      {
        id: 'n2',
        words: 'Ik durf niet te douchen',
        source: source('s1', 'Ik durf niet te douchen'),
      },
      local,
    );
    ladders.addBehoefte(
      doc,
      { id: 'n3', words: 'Weten wanneer', source: source('s2', 'Wanneer komt hij?') },
      local,
    );
    ladders.addFindings(doc, 'b1', [seen('o1', 'K2', true), seen('o2', 'K3', true)], local);
    ladders.forgetCustomer(doc, 'K2', server);
    const { behoeften } = plainLadders(doc);
    expect(findings(doc)).toEqual(['K3 o2 for']);
    expect(behoeften.flatMap(({ sources }) => sources)).toEqual([]);
    expect(behoeften.map(({ words }) => words)).toEqual([
      ...['Ik zit de hele dag te wachten', '', 'Weten wanneer'],
    ]);
  });
});
