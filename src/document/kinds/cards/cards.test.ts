import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as cards from '#document/kinds/cards/operations';
import { plainCards } from '#document/kinds/cards/plain';
import { local } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('cards'));
  return doc;
}

function add(doc: Y.Doc, ...titles: string[]): void {
  for (const title of titles) {
    cards.addCard(doc, { id: title, presenterId: 'anna', presenter: 'Anna', title }, local);
  }
}

const titles = (doc: Y.Doc): string[] => plainCards(doc).cards.map(({ title }) => title);

describe('a wall of cards', () => {
  const listed = [
    ...['Bol', 'Coolblue'].map((text) => ({ text, author: 'Anna', by: 'anna' })),
    ...['NS', 'Buienradar', 'Strava'].map((text) => ({ text, author: 'Bram', by: 'bram' })),
    { text: 'Duolingo', author: 'Chris', by: 'chris' },
  ];
  const laidWith = (seed: number): Y.Doc => {
    const doc = seeded();
    const chance = dice(seed);
    let made = 0;
    cards.layCards(doc, listed, { newId: () => `k${(made += 1)}`, random: () => chance.next() });
    return doc;
  };

  it('[D87] draws whose turn comes first, and keeps together what one person listed', () => {
    const firsts = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const doc = laidWith(seed);
      const order = titles(doc);
      firsts.add(order[0] ?? '');
      expect([...order].sort()).toEqual(listed.map(({ text }) => text).sort());
      for (const own of [
        ['Bol', 'Coolblue'],
        ['NS', 'Buienradar', 'Strava'],
      ]) {
        const at = order.indexOf(own[0] ?? '');
        expect(order.slice(at, at + own.length), `seed ${seed}`).toEqual(own);
      }
    }
    expect(firsts).toEqual(new Set(['Bol', 'NS', 'Duolingo']));
    expect(plainCards(laidWith(1)).cards.find(({ title }) => title === 'NS')).toMatchObject({
      ...{ presenterId: 'bram', presenter: 'Bram', idea: '', link: '', picture: null },
    });
  });

  it('[D87] lays them behind the cards that were there', () => {
    const doc = seeded();
    add(doc, 'eerder');
    cards.layCards(doc, listed, { newId: () => `${Math.random()}`, random: Math.random });
    expect(titles(doc)[0]).toBe('eerder');
    expect(titles(doc)).toHaveLength(7);
  });

  it('[D86] takes an address of the web for a link, and reads nothing else as one', () => {
    const doc = seeded();
    add(doc, 'Bol');
    cards.setLink(doc, 'Bol', 'https://bol.com/volgen', local);
    cards.setLink(doc, 'Bol', 'javascript:alert(1)', local);
    expect(plainCards(doc).cards[0]?.link).toBe('https://bol.com/volgen');
    doc.getMap<Y.Map<unknown>>('cards').get('Bol')?.set('link', 'javascript:alert(1)');
    expect(plainCards(doc).cards[0]?.link).toBe('');
  });

  it('[D88] leaves a card that two people move at once in one place', () => {
    const one = seeded();
    add(one, 'a', 'b', 'c');
    const other = seeded();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    cards.moveCard(one, 'c', 'a', local);
    cards.moveCard(other, 'c', 'b', local);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(titles(one)).toEqual(titles(other));
    expect([...titles(one)].sort()).toEqual(['a', 'b', 'c']);
  });

  it('clears what was begun and says nothing, and offers what has words to a vote', () => {
    const doc = seeded();
    add(doc, 'Bol', '', 'c');
    cards.setPicture(doc, 'c', { id: 'p', width: 3, height: 2 }, local);
    cards.editCardText(doc, { id: 'c', field: 'title' }, { before: 'c', after: '' }, local);
    boardReading(doc).clearEmpty(doc, local);
    expect(plainCards(doc).cards.map(({ id }) => id)).toEqual(['Bol', 'c']);
    expect(boardReading(doc).candidates(doc)).toEqual([
      { noteIds: ['Bol'], text: 'Bol', groupLabel: null },
    ]);
  });

  it('[D89] reads back as it was written, restored and made anew', () => {
    const doc = laidWith(3);
    const [first] = plainCards(doc).cards;
    const id = first?.id ?? '';
    cards.editCardText(
      doc,
      { id, field: 'idea' },
      { before: '', after: 'stops op een kaartje' },
      local,
    );
    cards.editCardText(
      doc,
      { id, field: 'linkTitle' },
      { before: '', after: 'Volg je pakket' },
      local,
    );
    cards.setLink(doc, id, 'https://bol.com/volgen', local);
    cards.setPicture(doc, id, { id: 'p1', width: 640, height: 480 }, local);
    cards.setPresenter(doc, id, { presenterId: 'dina', presenter: 'Dina' }, local);
    const then = plainCards(doc);
    const kept = new Y.Doc();
    Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc));
    cards.setPicture(doc, id, null, local);
    cards.removeCards(doc, ['k1', 'k2'], local);
    boardReading(doc).restore(doc, kept, local);
    expect(plainCards(doc)).toEqual(then);
    const anew = new Y.Doc();
    Y.applyUpdate(anew, rebuilt('cards', kept));
    expect(plainCards(anew)).toEqual(then);
    const written = seeded();
    cards.writeCards(written, then, local);
    expect(plainCards(written)).toEqual(then);
  });
});
