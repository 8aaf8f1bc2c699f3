import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as grid from '#document/kinds/grid/operations';
import type { NewObservation } from '#document/kinds/grid/observations';
import { plainGrid, plainObservations } from '#document/kinds/grid/plain';
import { local, server } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate, type DocumentKind } from '#document/schema';

function seeded(kind: DocumentKind = 'grid'): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(kind));
  return doc;
}
const see = (text: string, more: Partial<NewObservation> = {}) => ({
  ...{
    customer: 'K1',
    row: 'a',
    text,
    mark: '+' as const,
    strong: false,
    quote: false,
    seconds: 9,
  },
  ...more,
});
function twoRows(): Y.Doc {
  const doc = seeded();
  for (const id of ['a', 'b']) grid.addRow(doc, { id, title: id }, local);
  return doc;
}
function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe('the grid of a test', () => {
  it('[D120] takes out of a pile what was seen of one customer, once, and nothing that says nothing', () => {
    const pile = seeded('pile');
    grid.addObservation(pile, { id: '1', ...see('Kiest het uur') }, local);
    grid.addObservation(pile, { id: '2', ...see('  ') }, local);
    grid.addObservation(pile, { id: '3', ...see('Zoekt', { customer: 'K2' }) }, local);
    expect(grid.takeObservations(pile, 'K1', server).map(({ text }) => text)).toEqual([
      'Kiest het uur',
    ]);
    expect(grid.takeObservations(pile, 'K1', server)).toEqual([]);
    expect(plainObservations(pile).map(({ id }) => id)).toEqual(['3']);
  });

  it('[D121] lays what all saw in the order in which it was seen, with who saw it', () => {
    const doc = twoRows();
    let made = 0;
    const seen = [
      see('later', { seconds: 60, author: 'Anna', by: 'anna' }),
      see('eerder', { seconds: 5, author: 'Bram', by: 'bram', mark: '-' }),
    ];
    grid.layObservations(doc, seen, { newId: () => `n${(made += 1)}` });
    expect(plainGrid(doc).observations).toMatchObject([
      { id: 'n1', text: 'eerder', author: 'Bram', by: 'bram', mark: '-', customer: 'K1' },
      { id: 'n2', text: 'later', author: 'Anna', by: 'anna', mark: '+' },
    ]);
  });

  it('[D122] keeps what was seen at a row that is taken away, at no row', () => {
    const doc = twoRows();
    grid.addObservation(doc, { id: '1', ...see('blijft') }, local);
    grid.removeRow(doc, 'a', local);
    expect(plainGrid(doc)).toMatchObject({ rows: [{ id: 'b' }], observations: [{ id: '1' }] });
  });

  it('[D123] of two who write in one cell, and of two who name one pattern at once, nothing is lost or doubled', () => {
    const one = twoRows();
    const other = seeded();
    merge(one, other);
    grid.addObservation(one, { id: 'x', ...see('van Anna') }, local);
    grid.addObservation(other, { id: 'y', ...see('van Bram') }, local);
    grid.answerProposal(one, { row: 'a', mark: '+', name: 'Kiest meteen', aside: false }, local);
    grid.answerProposal(other, { row: 'a', mark: '+', name: 'Snel', aside: false }, local);
    merge(one, other);
    expect(plainGrid(one)).toEqual(plainGrid(other));
    expect(
      plainGrid(one)
        .observations.map(({ text }) => text)
        .sort(),
    ).toEqual([...['van Anna', 'van Bram']]);
    expect(plainGrid(one).patterns).toHaveLength(1);
  });

  it('[D124] reads what does not fit as nothing', () => {
    const doc = twoRows();
    grid.addObservation(doc, { id: '1', ...see('x') }, local);
    const record = doc.getMap<Y.Map<unknown>>('observations').get('1');
    for (const [field, value] of [
      ...([['mark', '++'] as const, ['seconds', -4] as const] as const),
      ...([['strong', 'ja'] as const, ['customer', 7] as const] as const),
    ]) {
      record?.set(field, value);
    }
    expect(plainGrid(doc).observations).toMatchObject([
      { mark: '0', seconds: 0, strong: false, customer: '' },
    ]);
  });

  it('[D125] reads back as it was written, restored and made anew; a pile keeps its observations too', () => {
    const doc = twoRows();
    const whole = see('‘Ja’', { quote: true, strong: true, author: 'Anna', by: 'anna' });
    grid.addObservation(doc, { id: '1', ...whole }, local);
    grid.answerProposal(doc, { row: 'b', mark: '-', name: 'Duur', aside: false }, local);
    const then = plainGrid(doc);
    const kept = seeded();
    merge(kept, doc);
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
    grid.removeObservations(doc, ['1'], local);
    boardReading(doc).restore(doc, before, local);
    expect(plainGrid(doc)).toEqual(then);
    const anew = new Y.Doc();
    Y.applyUpdate(anew, rebuilt('grid', kept));
    expect(plainGrid(anew)).toEqual(then);
    const pile = seeded('pile');
    grid.addObservation(pile, { id: '2', ...see('bewaard') }, local);
    const pileAnew = new Y.Doc();
    Y.applyUpdate(pileAnew, rebuilt('pile', pile));
    expect(plainObservations(pileAnew)).toEqual(plainObservations(pile));
  });
});
