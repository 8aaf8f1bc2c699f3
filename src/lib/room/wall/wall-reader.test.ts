import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addNote, makeGroup, moveNotes, setNoteText } from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall, type PlainNote, type PlainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { KeyedViews } from './keyed-views';
import { linesOf } from './pasted-lines';
import { readWall } from './wall-reader';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function wallOf(...ids: string[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('wall'));
  ids.forEach((id, at) =>
    addNote(doc, { id, text: id, at: [at * 300, 0], color: 'yellow' }, local),
  );
  return doc;
}

it('tells own changes at once and all that others did within a frame together', () => {
  const mine = wallOf('a', 'b');
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(mine, update, 'line'));
  const told: PlainWall[] = [];
  const end = readWall(mine, (wall) => told.push(wall));
  expect(told).toHaveLength(1);
  moveNotes(mine, [{ id: 'a', at: [9, 9] }], local);
  expect(told).toHaveLength(2);
  setNoteText(theirs, 'b', 'bb', local);
  setNoteText(theirs, 'b', 'bbb', local);
  addNote(theirs, { id: 'c', at: [0, 0], color: 'pink' }, local);
  expect(told).toHaveLength(2);
  vi.runAllTimers();
  expect(told).toHaveLength(3);
  expect(told[2]).toEqual(plainWall(mine));
  makeGroup(mine, { id: 'g', at: [0, 0], noteIds: ['a'] }, local);
  expect(told[3]).toEqual(plainWall(mine));
  end();
  setNoteText(mine, 'a', 'later', local);
  expect(told).toHaveLength(4);
});

it('gives a new value only to the note that was touched, and a new list only when notes come, go or change places', () => {
  const doc = wallOf('a', 'b');
  const given: string[] = [];
  const views = new KeyedViews<PlainNote, { id: string; plain: PlainNote }>((plain) => {
    let value = plain;
    return {
      id: plain.id,
      get plain() {
        return value;
      },
      set plain(next) {
        given.push(next.id);
        value = next;
      },
    };
  });
  const first = views.apply(plainWall(doc).notes, []);
  setNoteText(doc, 'b', 'anders', local);
  const second = views.apply(plainWall(doc).notes, first);
  expect(second).toBe(first);
  expect(given).toEqual(['b']);
  expect(views.get('b')?.plain.text).toBe('anders');
  addNote(doc, { id: 'c', at: [0, 0], color: 'pink' }, local);
  const third = views.apply(plainWall(doc).notes, second);
  expect(third.map((view) => view.id)).toEqual(['a', 'b', 'c']);
  expect(third[0]).toBe(first[0]);
  expect(given).toEqual(['b']);
});

it('a pasted list gives a note per line, without bullets, numbers and empty lines', () => {
  expect(linesOf('- een\r\n\n  2. twee\n• drie \n3 vier\n-vijf')).toEqual([
    'een',
    'twee',
    'drie',
    '3 vier',
    '-vijf',
  ]);
  expect(linesOf(Array.from({ length: 500 }, (_, at) => `regel ${at}`).join('\n'))).toHaveLength(
    200,
  );
});
