import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { gatherWrites } from '$lib/room/gathered-writes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document with a copy that keeps what is written, and somebody else's document that is sent to it. */
function room(store?: (update: Uint8Array) => void) {
  const doc = new Y.Doc();
  const written: Uint8Array[] = [];
  const ended = vi.fn(() => Promise.resolve());
  const copy = {
    doc,
    destroy: ended,
    _storeUpdate: store ?? ((update: Uint8Array) => void written.push(update)),
  };
  doc.on('update', copy._storeUpdate);
  gatherWrites(copy);
  const theirs = new Y.Doc();
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'line'));
  return { doc, copy, theirs, written, ended };
}

function reopened(written: readonly Uint8Array[]): Record<string, unknown> {
  const doc = new Y.Doc();
  for (const update of written) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return doc.getMap('notes').toJSON();
}

test('[L13] what others do within a moment is written together', () => {
  const { theirs, written } = room();
  for (const word of ['a', 'b', 'c']) theirs.getMap('notes').set(word, 1);
  expect(written).toHaveLength(0);
  vi.advanceTimersByTime(400);
  expect(written).toHaveLength(1);
  theirs.getMap('notes').set('d', 1);
  vi.advanceTimersByTime(400);
  expect(written).toHaveLength(2);
  expect(reopened(written)).toEqual({ a: 1, b: 1, c: 1, d: 1 });
});

test('[L13] what is done here is written at once, with what it rests on', () => {
  const { doc, theirs, written } = room();
  theirs.getMap('notes').set('a', 'theirs');
  doc.getMap('notes').set('a', 'mine');
  expect(written).toHaveLength(1);
  expect(reopened(written)).toEqual({ a: 'mine' });
  vi.advanceTimersByTime(1000);
  expect(written).toHaveLength(1);
});

test('what was read from the copy is not written again', () => {
  const { doc, copy, written } = room();
  const before = new Y.Doc();
  before.getMap('notes').set('a', 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before), copy);
  vi.advanceTimersByTime(1000);
  expect(written).toHaveLength(0);
});

test('a copy that ends has written what waited, and takes nothing more', async () => {
  const { copy, theirs, written, ended } = room();
  theirs.getMap('notes').set('a', 1);
  await copy.destroy();
  expect(ended).toHaveBeenCalledOnce();
  theirs.getMap('notes').set('b', 1);
  vi.advanceTimersByTime(1000);
  expect(reopened(written)).toEqual({ a: 1 });
});

test('a copy that the browser closed can still be ended', async () => {
  const { copy, theirs, ended } = room(() => {
    throw new Error('the database is closed');
  });
  theirs.getMap('notes').set('a', 1);
  await copy.destroy();
  expect(ended).toHaveBeenCalledOnce();
});
