import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '#domain/limits';
import * as pile from '#document/boards/pile';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { candidatesOf, plainPile, plainWall } from '#document/plain';
import { readPresence } from '#document/presence-schema';
import {
  NOTE_HEIGHT,
  NOTE_WIDTH,
  roots,
  seedUpdate,
  SERVER_SEED_CLIENT_ID,
} from '#document/schema';

function wallWith(...ids: string[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('wall'));
  ids.forEach((id, at) =>
    wall.addNote(doc, { id, text: `text ${id}`, at: [at * 300, 0], color: 'yellow' }, local),
  );
  return doc;
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const meet = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};
const note = (doc: Y.Doc, id: string) => plainWall(doc).notes.find((one) => one.id === id);

describe('beginning and shape', () => {
  it('[D1] seeds with the same bytes each time, and twice is once', () => {
    expect(seedUpdate('wall')).toEqual(seedUpdate('wall'));
    expect(seedUpdate('pile')).not.toEqual(seedUpdate('wall'));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate('wall'));
    const once = Y.encodeStateAsUpdate(doc);
    Y.applyUpdate(doc, seedUpdate('wall'));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(once);
    expect(roots.meta(doc).toJSON()).toEqual({ kind: 'wall', schema: 2 });
    expect([...doc.store.clients.keys()]).toEqual([SERVER_SEED_CLIENT_ID]);
  });

  it('[D2] two browsers that write the first note at the same time keep both', () => {
    const a = wallWith();
    const b = copyOf(a);
    wall.addNote(a, { id: 'a', text: 'van a', at: [0, 0], color: 'yellow' }, local);
    wall.addNote(b, { id: 'b', text: 'van b', at: [0, 0], color: 'pink' }, local);
    meet(a, b);
    expect(
      plainWall(a)
        .notes.map((one) => one.text)
        .sort(),
    ).toEqual(['van a', 'van b']);
    expect(plainWall(b)).toEqual(plainWall(a));
  });

  it('[D3] two moves at the same time end at one of the two places', () => {
    const a = wallWith('n');
    const b = copyOf(a);
    wall.moveNotes(a, [{ id: 'n', at: [10, 20] }], local);
    wall.moveNotes(b, [{ id: 'n', at: [30, 40] }], local);
    meet(a, b);
    expect([
      [10, 20],
      [30, 40],
    ]).toContainEqual(note(a, 'n')?.at);
    expect(note(b, 'n')?.at).toEqual(note(a, 'n')?.at);
  });

  it('[D5] reads a wall in which a browser wrote anything at all', () => {
    const doc = wallWith('good');
    const bad = new Y.Map<unknown>([
      ['text', 7],
      ['at', ['x', Number.NaN]],
      ['color', 'plaid'],
      ['group', 3],
      ['under', {}],
      ['order', null],
    ]);
    roots.notes(doc).set('bad', bad);
    doc.getMap('notes').set('worse', 'a string');
    doc.getMap('groups').set('worst', [1, 2]);
    expect(note(doc, 'bad')).toMatchObject({
      text: '',
      at: [0, 0],
      color: 'yellow',
      group: null,
      under: null,
      order: '',
    });
    expect(note(doc, 'worse')).toBeUndefined();
    expect(plainWall(doc).groups).toEqual([]);
    wall.reorderNotes(doc, ['good'], 'bad', local);
    wall.addNote(doc, { id: 'later', at: [0, 0], color: 'blue' }, local);
    expect(plainWall(doc).notes).toHaveLength(3);
  });

  it('[D5] reads any JSON that stands where notes and groups should', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const doc = wallWith('good');
        const map = new Y.Map<unknown>(Object.entries(fields));
        roots.notes(doc).set('odd', map);
        for (const [field, value] of Object.entries(fields)) roots.meta(doc).set(field, value);
        plainWall(doc);
        plainPile(doc);
      }),
    );
  });

  it('[D6] a presence that does not fit is not shown', () => {
    expect(readPresence({ cursor: { x: 1, y: 2 } })).toEqual({
      cursor: { x: 1, y: 2 },
      drag: null,
      stroke: null,
      typing: null,
      selection: [],
      view: null,
      follows: null,
    });
    expect(readPresence({ cursor: { x: Infinity, y: 0 } })).toBeUndefined();
    expect(readPresence({ typing: '<script>' })).toBeUndefined();
    expect(readPresence({ selection: Array.from({ length: 51 }, () => 'a') })).toBeUndefined();
    expect(readPresence('x')).toBeUndefined();
  });
});

describe('what is drawn', () => {
  it('[D7] notes in a group are laid out by rule, in order, and move along with it', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.makeGroup(
      doc,
      { id: 'g', at: [1000, 1000], label: 'Wachten', noteIds: ['c', 'a'] },
      local,
    );
    const places = () => ['c', 'a'].map((id) => note(doc, id)?.place);
    expect(plainWall(doc).groups[0]?.noteIds).toEqual(['c', 'a']);
    expect(places()).toEqual([
      { x: 1020, y: 1048 },
      { x: 1192, y: 1048 },
    ]);
    wall.moveGroup(doc, 'g', [0, 0], local);
    expect(places()).toEqual([
      { x: 20, y: 48 },
      { x: 192, y: 48 },
    ]);
    wall.placeInGroup(doc, ['b'], { groupId: 'g', before: 'a' }, local);
    expect(plainWall(doc).groups[0]?.noteIds).toEqual(['c', 'b', 'a']);
  });

  it('[D8] two notes put in the same gap both stay, in the same order everywhere', () => {
    const a = wallWith('x', 'y', 'm', 'n');
    const b = copyOf(a);
    wall.reorderNotes(a, ['m'], 'y', local);
    wall.reorderNotes(b, ['n'], 'y', local);
    meet(a, b);
    const order = plainWall(a).notes.map((one) => one.id);
    expect(plainWall(b).notes.map((one) => one.id)).toEqual(order);
    expect(order[0]).toBe('x');
    expect(order[3]).toBe('y');
  });

  it('[D8] something still goes between two notes with the same key', () => {
    const doc = wallWith('a', 'b', 'c');
    for (const id of ['a', 'b', 'c']) roots.notes(doc).get(id)?.set('order', 'a5');
    wall.addNote(doc, { id: 'd', at: [0, 0], color: 'blue' }, local);
    wall.reorderNotes(doc, ['d'], 'b', local);
    expect(plainWall(doc).notes.map((one) => one.id)).toHaveLength(4);
    wall.reorderNotes(doc, ['d'], 'a', local);
    expect(plainWall(doc).notes[0]?.id).toBe('d');
  });

  it('[D9] a stack is drawn where its top is, and in its group', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.stackOn(doc, ['b', 'c'], 'a', local);
    expect(note(doc, 'a')?.beneath).toEqual(['b', 'c']);
    wall.makeGroup(doc, { id: 'g', at: [500, 500], noteIds: ['a'] }, local);
    expect(plainWall(doc).groups[0]?.noteIds).toEqual(['a', 'b', 'c']);
    expect(note(doc, 'c')?.place).toEqual({ x: 532, y: 560 });
  });

  it('[D9] two notes laid under each other at the same moment become one stack with the smallest id on top', () => {
    const a = wallWith('p', 'q', 'r');
    const b = copyOf(a);
    wall.stackOn(a, ['p'], 'q', local);
    wall.stackOn(b, ['q'], 'p', local);
    meet(a, b);
    expect(plainWall(a)).toEqual(plainWall(b));
    expect(note(a, 'p')).toMatchObject({ top: 'p', beneath: ['q'], under: null });
    expect(note(a, 'q')).toMatchObject({ top: 'p' });
  });

  it('[D10] a note put in a group that somebody else takes away falls where it was seen', () => {
    const a = wallWith('a', 'b');
    wall.makeGroup(a, { id: 'g', at: [1000, 1000], noteIds: ['a'] }, local);
    const b = copyOf(a);
    wall.ungroup(a, 'g', local);
    wall.placeInGroup(b, ['b'], { groupId: 'g' }, local);
    const seen = note(b, 'b')?.place;
    meet(a, b);
    expect(note(a, 'b')).toMatchObject({ group: null, place: seen });
    expect(plainWall(a)).toEqual(plainWall(b));
  });
});

describe('writing', () => {
  it('[D11] two people typing in one note merge letter by letter', () => {
    const a = wallWith('n');
    wall.setNoteText(a, 'n', 'de monteur komt', local);
    const b = copyOf(a);
    wall.setNoteText(a, 'n', 'de vrolijke monteur komt', local);
    wall.setNoteText(b, 'n', 'de monteur komt snel', local);
    meet(a, b);
    expect(note(a, 'n')?.text).toBe('de vrolijke monteur komt snel');
  });

  it('[D11] letters that the field did not show yet are kept', () => {
    const doc = wallWith('n');
    wall.setNoteText(doc, 'n', 'abc', local);
    wall.setNoteText(doc, 'n', 'abXc', local);
    wall.editNoteText(doc, 'n', { before: 'abc', after: 'abcd' }, local);
    expect(note(doc, 'n')?.text).toBe('abXcd');
    wall.editNoteText(doc, 'n', { before: 'abcd', after: '' }, local);
    expect(note(doc, 'n')?.text).toBe('X');
  });

  it('[D12] cuts at the limit, and not through an emoji', () => {
    const doc = wallWith('n');
    wall.setNoteText(doc, 'n', `${'a'.repeat(limits.note - 1)}😀`, local);
    expect(note(doc, 'n')?.text).toBe('a'.repeat(limits.note - 1));
    wall.addNote(doc, { id: 'm', text: 'b'.repeat(5_000), at: [0, 0], color: 'pink' }, local);
    expect(note(doc, 'm')?.text).toHaveLength(limits.note);
    wall.makeGroup(doc, { id: 'g', at: [0, 0], label: 'c'.repeat(500) }, local);
    expect(plainWall(doc).groups[0]?.label).toHaveLength(limits.label);
  });

  it('[D13] is one transaction with its origin, silent where nothing changes or what is meant is gone', () => {
    const doc = wallWith('a', 'b');
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    wall.colorNotes(doc, ['a', 'b'], 'pink', local);
    expect(origins).toEqual([local]);
    wall.colorNotes(doc, ['a', 'gone'], 'pink', local);
    wall.moveNotes(doc, [{ id: 'gone', at: [1, 1] }], local);
    wall.setNoteText(doc, 'gone', 'x', local);
    wall.placeInGroup(doc, ['a'], { groupId: 'gone' }, local);
    wall.stackOn(doc, ['gone'], 'a', local);
    wall.ungroup(doc, 'gone', local);
    expect(origins).toEqual([local]);
  });

  it('[D14] taking a group away keeps its notes where they were drawn', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.stackOn(doc, ['c'], 'b', local);
    wall.makeGroup(doc, { id: 'g', at: [700, 700], noteIds: ['a', 'b'] }, local);
    const before = plainWall(doc).notes.map(({ id, place }) => ({ id, place }));
    wall.ungroup(doc, 'g', local);
    expect(plainWall(doc).groups).toEqual([]);
    expect(plainWall(doc).notes.map(({ id, place }) => ({ id, place }))).toEqual(before);
  });

  it('[D15] taking away the top of a stack leaves the rest in its place', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.stackOn(doc, ['b', 'c'], 'a', local);
    wall.removeNotes(doc, ['a'], local);
    expect(note(doc, 'b')).toMatchObject({ top: 'b', beneath: ['c'], place: { x: 0, y: 0 } });
  });

  it('[D15] a note taken out of a ring goes alone', () => {
    const a = wallWith('p', 'q');
    const b = copyOf(a);
    wall.stackOn(a, ['p'], 'q', local);
    wall.stackOn(b, ['q'], 'p', local);
    meet(a, b);
    wall.moveNotes(a, [{ id: 'q', at: [900, 900] }], local);
    expect(note(a, 'q')).toMatchObject({ top: 'q', beneath: [] });
    expect(note(a, 'p')).toMatchObject({ top: 'p', beneath: [] });
    wall.stackOn(a, ['q'], 'p', local);
    wall.unstack(a, ['p'], local);
    expect(note(a, 'q')?.top).toBe('q');
  });
});

describe('the reveal', () => {
  const random = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

  it('[D16] lays notes shuffled, under new ids, without overlap, below what is there', () => {
    const doc = wallWith('a', 'b');
    wall.makeGroup(doc, { id: 'g', at: [0, 400], noteIds: ['a'] }, local);
    let made = 0;
    const notes = Array.from({ length: 40 }, (_, at) => ({
      text: `briefje ${at}`,
      color: 'blue' as const,
    }));
    const ids = wall.layOnWall(doc, notes, {
      newId: () => `new-${(made += 1)}`,
      random: random(7),
    });
    const laid = plainWall(doc).notes.filter((one) => ids.includes(one.id));
    expect(laid.map((one) => one.id)).toEqual(ids);
    expect(laid.map((one) => one.text)).not.toEqual(notes.map((one) => one.text));
    expect(laid.map((one) => one.text).sort()).toEqual(notes.map((one) => one.text).sort());
    expect(laid.every((one) => one.author === undefined)).toBe(true);
    const boxes = plainWall(doc).notes.map((one) => one.place);
    const bottom = plainWall(doc).groups[0]?.box;
    expect(laid.every((one) => one.place.y >= (bottom ? bottom.y + bottom.h : 0))).toBe(true);
    for (const [at, p] of boxes.entries()) {
      for (const q of boxes.slice(at + 1)) {
        expect(Math.abs(p.x - q.x) >= NOTE_WIDTH || Math.abs(p.y - q.y) >= NOTE_HEIGHT).toBe(true);
      }
    }
  });

  it('[D16] writes an author only when one is given', () => {
    const doc = wallWith();
    wall.layOnWall(doc, [{ text: 'x', color: 'pink', author: 'Anna' }], {
      newId: () => 'n',
      random: random(1),
    });
    expect(note(doc, 'n')?.author).toBe('Anna');
  });

  it('[D17] takes the notes of one wall out of a pile, once', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate('pile'));
    const add = (id: string, on: string, text: string) =>
      pile.addPileNote(doc, { id, wall: on, text, color: 'green', createdAt: 5 }, local);
    add('1', 'hmw', 'een');
    add('2', 'hmw', '  ');
    add('3', 'doel', 'ander');
    add('4', 'hmw', 'twee');
    expect(pile.countPile(doc, 'hmw')).toBe(2);
    expect(pile.takeFromPile(doc, 'hmw', ['4']).map((one) => one.text)).toEqual(['twee']);
    expect(pile.takeFromPile(doc, 'hmw').map((one) => one.text)).toEqual(['een']);
    expect(pile.takeFromPile(doc, 'hmw')).toEqual([]);
    expect(plainPile(doc).map((one) => one.id)).toEqual(['3']);
  });

  it('[D18] votes are on notes and on stacks as one, never on empty paper', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.addNote(doc, { id: 'empty', at: [0, 0], color: 'white' }, local);
    wall.makeGroup(doc, { id: 'g', at: [0, 900], label: 'Vertrouwen', noteIds: ['c'] }, local);
    wall.stackOn(doc, ['b'], 'a', local);
    expect(candidatesOf(plainWall(doc))).toEqual([
      { noteIds: ['c'], text: 'text c', groupLabel: 'Vertrouwen' },
      { noteIds: ['a', 'b'], text: 'text a', groupLabel: null },
    ]);
  });

  it('[D18] a character that the database cannot hold keeps no vote from opening', () => {
    const doc = wallWith();
    wall.addNote(doc, { id: 'odd', at: [0, 0], color: 'white', text: 'voor\0 na' }, local);
    wall.addNote(doc, { id: 'bad\0id', at: [0, 0], color: 'white', text: 'weg' }, local);
    wall.addNote(doc, { id: 'bare', at: [0, 0], color: 'white', text: '\0' }, local);
    expect(candidatesOf(plainWall(doc))).toEqual([
      { noteIds: ['odd'], text: 'voor na', groupLabel: null },
    ]);
  });
});
