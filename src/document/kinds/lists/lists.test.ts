import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as lists from '#document/kinds/lists/operations';
import { plainLists, ticked } from '#document/kinds/lists/plain';
import { local } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { standingListsOf } from '#domain/lists/standing';

const standing = standingListsOf('opening');

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('lists', standing));
  return doc;
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}

const itemsOf = (doc: Y.Doc, at: number): string[] =>
  plainLists(doc).lists[at]?.items.map(({ id, text }) => text || id) ?? [];

describe('a document of lists', () => {
  it('[D85] begins with what its exercise puts on it, in the same bytes each time', () => {
    expect(seedUpdate('lists', standing)).toEqual(seedUpdate('lists', standing));
    const { lists: all } = plainLists(seeded());
    expect(all.map(({ id, items }) => ({ id, items: items.map(({ says }) => says) }))).toEqual(
      standing.map(({ id, items }) => ({ id, items: [...items] })),
    );
    expect(ticked({ lists: all })).toEqual({ done: 0, of: 11 });
    expect(standingListsOf('toString')).toEqual([]);
  });

  it('[D85] keeps words of its own for what somebody adds, under its heading', () => {
    const doc = seeded();
    const add = {
      id: 'own',
      listId: 'opening-rules',
      text: 'Koffie om elf',
      before: 'opening-silence',
    };
    lists.addItem(doc, add, local);
    expect(itemsOf(doc, 2).slice(1, 4)).toEqual([
      'opening-one-talk',
      'Koffie om elf',
      'opening-silence',
    ]);
    lists.editItemText(doc, 'own', { before: 'Koffie om elf', after: 'Koffie om half elf' }, local);
    expect(lists.textOfItem(doc, 'own')).toBe('Koffie om half elf');
    lists.addItem(doc, { id: 'lost', listId: 'nowhere', text: 'x' }, local);
    lists.setDone(doc, 'gone', true, local);
    expect(ticked(plainLists(doc))).toEqual({ done: 0, of: 12 });
  });

  it('[D88] leaves an item that two people move at once in one place, and a tick of both stays', () => {
    const one = seeded();
    const other = seeded();
    lists.moveItem(one, 'opening-devices', { listId: 'opening-rules', before: null }, local);
    lists.moveItem(other, 'opening-devices', { listId: 'opening-week', before: null }, local);
    lists.setDone(one, 'opening-devices', true, local);
    lists.setDone(other, 'opening-walked', true, local);
    meet(one, other);
    expect(plainLists(one)).toEqual(plainLists(other));
    const all = plainLists(one).lists.flatMap(({ items }) => items.map(({ id }) => id));
    expect(all.filter((id) => id === 'opening-devices')).toHaveLength(1);
    expect(ticked(plainLists(one))).toEqual({ done: 2, of: 11 });
  });

  it('writes nothing where an item stands already', () => {
    const doc = seeded();
    const before = Y.encodeStateVector(doc);
    lists.moveItem(
      doc,
      'opening-devices',
      { listId: 'opening-rules', before: 'opening-one-talk' },
      local,
    );
    lists.moveItem(doc, 'gone', { listId: 'opening-rules', before: null }, local);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('[D89] reads back as it was written, restored and made anew', () => {
    const doc = seeded();
    lists.addItem(doc, { id: 'own', listId: 'opening-week', text: 'Vrijdag in de Kas' }, local);
    lists.setDone(doc, 'own', true, local);
    lists.removeItem(doc, 'opening-absent', local);
    const then = plainLists(doc);
    const kept = new Y.Doc();
    Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc));
    lists.removeItem(doc, 'own', local);
    lists.setDone(doc, 'opening-walked', true, local);
    boardReading(doc).restore(doc, kept, local);
    expect(plainLists(doc)).toEqual(then);
    const anew = new Y.Doc();
    Y.applyUpdate(anew, rebuilt('lists', kept));
    expect(plainLists(anew)).toEqual(then);
    const written = new Y.Doc();
    Y.applyUpdate(written, seedUpdate('lists'));
    lists.writeLists(written, then, local);
    expect(plainLists(written)).toEqual(then);
  });
});
