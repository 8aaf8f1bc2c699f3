import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rungStates } from '#domain/klantbelofte/ladder';
import { boardReading } from '#document/kinds/boards';
import { ladderOfBelofte } from '#document/kinds/ladders/ladder-of';
import * as ladders from '#document/kinds/ladders/operations';
import { plainLadders, setOf } from '#document/kinds/ladders/plain';
import { local, server } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { ladderDecisions, ladderWrites } from '#tests/support/ladder-writes';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('ladders'));
  return doc;
}

function climbed(): Y.Doc {
  const doc = seeded();
  const source = { id: 's1', kind: 'hmw', from: 'r1/c1', words: 'de wachttijd vertellen' } as const;
  ladders.addBehoefte(doc, { id: 'n1', words: 'Ik durf de hond niet uit te laten', source }, local);
  ladders.addBelofte(doc, { id: 'b1', behoefteId: 'n1', words: 'wij je bellen' }, local);
  ladders.addProof(doc, { id: 'p1', belofteId: 'b1', words: 'Route-app', inPlace: true }, local);
  return doc;
}

function together(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const order = (doc: Y.Doc): string[] => plainLadders(doc).beloften.map(({ id }) => id);

describe('the ladders of a sprint', () => {
  it('[D130] stand on what they came from, and hang when a lower rung is taken away', () => {
    const doc = climbed();
    expect(rungStates(ladderOfBelofte(plainLadders(doc), 'b1')).bewijs).toBe('lit');
    const kept = copyOf(doc);
    ladders.removeBehoefte(doc, 'n1', local);
    const ladder = ladderOfBelofte(plainLadders(doc), 'b1');
    expect(rungStates(ladder)).toEqual({ behoefte: 'open', belofte: 'hangs', bewijs: 'hangs' });
    expect(ladder.bewijs.proof).toHaveLength(1);
    boardReading(doc).restore(doc, kept, local);
    expect(rungStates(ladderOfBelofte(plainLadders(doc), 'b1')).bewijs).toBe('lit');
    expect(plainLadders(doc).behoeften[0]?.sources).toMatchObject([
      { kind: 'hmw', from: 'r1/c1', words: 'de wachttijd vertellen' },
    ]);
  });

  it('[D130] take the same source of a behoefte once', () => {
    const doc = climbed();
    const again = { id: 's2', kind: 'hmw', from: 'r1/c1', words: 'nog eens' } as const;
    ladders.addSource(doc, 'n1', again, local);
    ladders.addSource(doc, 'n1', { ...again, id: 's3', from: '' }, local);
    expect(plainLadders(doc).behoeften[0]?.sources.map(({ id }) => id)).toEqual(['s1', 's3']);
  });

  it('[D131] keep every letter of several who write in one sentence', () => {
    const one = climbed();
    const other = copyOf(one);
    const at = { record: 'beloften', id: 'b1', field: 'words' } as const;
    const before = 'wij je bellen';
    ladders.editLadderText(one, at, { before, after: 'wij je altijd bellen' }, local);
    ladders.editLadderText(other, at, { before, after: 'wij je bellen, ook op zondag' }, local);
    together(one, other);
    const words = plainLadders(one).beloften[0]?.words;
    expect(words).toBe('wij je altijd bellen, ook op zondag');
    expect(plainLadders(other).beloften[0]?.words).toBe(words);
  });

  it('[D132] keep one order for all, whoever moves what at the same moment', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const chance = dice(seed);
      const one = seeded();
      const ids = ['a', 'b', 'c', 'd', 'e'];
      for (const id of ids) ladders.addBelofte(one, { id, behoefteId: null, words: id }, local);
      const other = copyOf(one);
      for (const doc of [one, other]) {
        const before = chance.oneIn(3) ? null : chance.of(ids);
        ladders.moveBelofte(doc, chance.of(ids), before, local);
      }
      together(one, other);
      expect(order(one), `seed ${seed}`).toEqual(order(other));
      expect([...order(one)].sort()).toEqual(ids);
    }
  });

  it('[D133] take hidden beloften on their behoefte, behind those that were there, in an order that tells nothing', () => {
    const written = ['een', 'twee', 'drie'].map((text) => ({ text, about: 'n1' }));
    const orders = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const doc = climbed();
      const chance = dice(seed);
      let made = 0;
      const newId = (): string => `x${(made += 1)}`;
      const gone = { text: 'zonder behoefte', about: 'weg' };
      ladders.layBeloften(doc, [...written, gone], { newId, random: () => chance.next() });
      const { beloften } = plainLadders(doc);
      expect(beloften[0]?.id).toBe('b1');
      const laid = beloften.slice(1);
      expect(laid.find(({ words }) => words === 'zonder behoefte')?.behoefteId).toBeNull();
      expect(laid.filter(({ behoefteId }) => behoefteId === 'n1')).toHaveLength(3);
      orders.add(laid.map(({ words }) => words).join(' '));
    }
    expect(orders.size).toBeGreaterThan(5);
  });

  it('[D134] tell what was kept and signed apart from what is written, and keep it when older words come back', () => {
    const doc = climbed();
    ladders.addBelofte(doc, { id: 'b2', behoefteId: 'n1', words: 'een uur een uur is' }, local);
    expect(setOf(plainLadders(doc)).map(({ id }) => id)).toEqual(['b1', 'b2']);
    const earlier = copyOf(doc);
    ladders.keepBeloften(doc, ['b2'], { concept: true }, server);
    expect(setOf(plainLadders(doc)).map(({ id }) => id)).toEqual(['b2']);
    const signed = { version: 1, frozen: '{}', signedBy: 'Ilse', onBehalfOf: '', signedAt: 1_000 };
    ladders.markSigned(doc, 'b1', { ...signed, reason: '' }, server);
    ladders.keepBeloften(doc, ['b1'], { concept: false }, server);
    ladders.changeSigned(doc, 'b1', 'Klant 4 zag het niet', server);
    boardReading(doc).restore(doc, earlier, local);
    const decided = plainLadders(doc).beloften.map((one) => one.decided);
    expect(decided[0]).toMatchObject({ kept: true, version: 1, change: 'Klant 4 zag het niet' });
    expect(decided[1]).toMatchObject({ kept: false, concept: true, version: 0 });
  });

  it('[D135] read back as they were written, restored and made anew, whatever was stored', () => {
    const all = { ...ladderWrites, ...ladderDecisions };
    for (let seed = 1; seed <= 15; seed += 1) {
      const chance = dice(seed);
      const doc = seeded();
      for (let step = 0; step < 60; step += 1) {
        all[chance.of(Object.keys(all))]?.(doc, chance);
      }
      const then = plainLadders(doc);
      const anew = new Y.Doc();
      Y.applyUpdate(anew, rebuilt('ladders', doc));
      expect(plainLadders(anew), `seed ${seed}`).toEqual(then);
    }
    const doc = climbed();
    const belofte = doc.getMap<Y.Map<unknown>>('beloften').get('b1');
    for (const field of [
      'norm',
      'character',
      'strength',
      'reviewOn',
      'picture',
      'order',
      'words',
    ]) {
      belofte?.set(field, ['bom', -1, 'uur', 200]);
    }
    expect(plainLadders(doc).beloften[0]).toMatchObject({
      ...{ norm: null, character: null, strength: 'opinion', reviewOn: '', picture: null },
      ...{ order: '', words: '' },
    });
  });

  it('[D135] offer what says something to a vote, and clear what was begun and says nothing', () => {
    const doc = climbed();
    ladders.addBelofte(doc, { id: 'b2', behoefteId: null, words: ' ' }, local);
    expect(boardReading(doc).candidates(doc)).toEqual([
      { noteIds: ['b1'], text: 'wij je bellen', groupLabel: null },
    ]);
    boardReading(doc).clearEmpty(doc, local);
    expect(order(doc)).toEqual(['b1']);
  });
});
