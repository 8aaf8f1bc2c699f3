import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addPileNote, removePileNotes, setPileNoteText, takeFromPile } from '#document/boards/pile';
import { local, server } from '#document/origins';
import { plainPile } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { dirtyRecords } from './dirty-records';
import { pageStorage } from './kept-storage';
import { RESCUE_SETTLE_MS, watchPile } from './pile-rescue';
import { rescueFromWall } from './rescue';
import { watchOwnWork } from './own-work';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The server's pile and a browser's, with the browser's records; they meet when told to. */
function pile(storage = pageStorage()) {
  const stored = new Y.Doc();
  Y.applyUpdate(stored, seedUpdate('pile'));
  return { stored, storage, ...browserOf(stored, storage, 'tab one') };
}

function browserOf(stored: Y.Doc, storage: Storage, tab: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
  const records = dirtyRecords(storage, { memberId: 'm', room: 's/private/m/l', tab });
  watchOwnWork(doc, ({ written, removed }) => {
    for (const id of written) {
      const note = plainPile(doc).find((one) => one.id === id);
      if (note) records.put(id, note);
    }
    records.clear(removed);
  });
  const listeners = new Set<() => void>();
  const line = {
    doc,
    caughtUp: true,
    status: { kind: 'live' },
    dirtyTexts: () => records.all(),
    forget: (ids: Iterable<string>) => records.clear(ids),
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    doc,
    line,
    records,
    /** Sends everything; the server acknowledges it. */
    commit: () => {
      Y.applyUpdate(stored, Y.encodeStateAsUpdate(doc));
      records.clear(plainPile(doc).map((note) => note.id));
    },
    hear: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored)),
    change: () => listeners.forEach((listener) => listener()),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(RESCUE_SETTLE_MS + 10);
const texts = (doc: Y.Doc) => plainPile(doc).map((note) => [note.id, note.text, note.wall]);
const add = (doc: Y.Doc, text: string) =>
  addPileNote(doc, { id: 'n', wall: 'w', text, color: 'pink', createdAt: 1 }, local);

it('[L8] letters typed while the reveal took the note become a late note', async () => {
  const { stored, doc, line, commit, hear } = pile();
  watchPile(line, { wallTexts: async () => new Set(['Hoe dan']) });
  add(doc, 'Hoe dan');
  commit();
  setPileNoteText(doc, 'n', 'Hoe dan ook', local);
  takeFromPile(stored, 'w', undefined, server);
  hear();
  expect(texts(doc)).toEqual([]);
  await settle();
  expect(texts(doc)).toEqual([['n', 'Hoe dan ook', 'w']]);
  expect(plainPile(doc)[0]?.color).toBe('pink');
  commit();
  expect(texts(stored)).toEqual([['n', 'Hoe dan ook', 'w']]);
});

it('[L8] a note written offline that was never sent is in the pile after the reveal', async () => {
  const { stored, doc, line, commit, hear } = pile();
  watchPile(line, { wallTexts: async () => new Set() });
  add(doc, 'offline');
  takeFromPile(stored, 'w', undefined, server);
  hear();
  commit();
  await settle();
  expect(texts(stored)).toEqual([['n', 'offline', 'w']]);
});

it('[L8] what did arrive and lies on the wall is not doubled', async () => {
  const { stored, doc, line, records, hear } = pile();
  watchPile(line, { wallTexts: async () => new Set(['kwam aan']) });
  add(doc, 'kwam aan ');
  Y.applyUpdate(stored, Y.encodeStateAsUpdate(doc));
  takeFromPile(stored, 'w', undefined, server);
  hear();
  await settle();
  expect(texts(doc)).toEqual([]);
  expect(records.all()).toEqual([]);
});

it('[L8] while the wall is not known nothing is decided, and nothing is forgotten', async () => {
  const { stored, doc, line, records, hear, change } = pile();
  let known = false;
  const wallTexts = async () => {
    if (!known) throw new Error('offline');
    return new Set<string>();
  };
  watchPile(line, { wallTexts });
  add(doc, 'wacht');
  Y.applyUpdate(stored, Y.encodeStateAsUpdate(doc));
  takeFromPile(stored, 'w', undefined, server);
  hear();
  await settle();
  expect(texts(doc)).toEqual([]);
  expect(records.all()).toHaveLength(1);
  known = true;
  change();
  await settle();
  expect(texts(doc)).toEqual([['n', 'wacht', 'w']]);
});

it('[L8] a note that its writer took away stays away', async () => {
  const { doc, line } = pile();
  watchPile(line, { wallTexts: async () => new Set() });
  add(doc, 'toch niet');
  removePileNotes(doc, ['n'], local);
  await settle();
  expect(texts(doc)).toEqual([]);
});

it('[L8] two tabs that rescue the same note make one', async () => {
  const { stored, storage, doc, line, commit, hear } = pile();
  watchPile(line, { wallTexts: async () => new Set() });
  add(doc, 'een');
  commit();
  setPileNoteText(doc, 'n', 'een twee', local);
  takeFromPile(stored, 'w', undefined, server);
  const second = browserOf(stored, storage, 'tab two');
  watchPile(second.line, { wallTexts: async () => new Set() });
  hear();
  await settle();
  commit();
  second.commit();
  hear();
  expect(texts(stored)).toEqual([['n', 'een twee', 'w']]);
  expect(texts(doc)).toEqual(texts(stored));
});

it('[L8] after a reload without a copy on the device the text is still there', async () => {
  const { stored, storage, doc } = pile();
  add(doc, 'niet bewaard');
  const again = browserOf(stored, storage, 'tab two');
  watchPile(again.line, { wallTexts: async () => new Set() });
  await settle();
  expect(texts(again.doc)).toEqual([['n', 'niet bewaard', 'w']]);
});

it('[L9] of a closed wall only texts that the server does not have are kept', () => {
  const record = (noteId: string, text: string) => ({ noteId, text, color: 'pink', wall: '' });
  const records = [
    record('same', 'gelijk '),
    record('other', 'mijn kant'),
    record('new', 'nieuw'),
    record('empty', ' '),
  ];
  const onServer = new Map([
    ['same', 'gelijk'],
    ['other', 'hun kant'],
  ]);
  expect(rescueFromWall(records, onServer).map((one) => one.noteId)).toEqual(['other', 'new']);
});
