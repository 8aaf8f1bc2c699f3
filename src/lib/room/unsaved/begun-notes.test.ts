import { expect, it } from 'vitest';
import { BegunNotes } from './begun-notes';
import { pageStorage } from './kept-storage';

it('[L32] a note that was begun is remembered beyond the page, per room, until its edit ends', () => {
  const storage = pageStorage();
  const begun = new BegunNotes('s/b/l1', storage);
  begun.begin('a');
  begun.begin('b');
  begun.end(['a']);
  expect(new BegunNotes('s/b/l1', storage).all()).toEqual(['b']);
  expect(new BegunNotes('s/b/l2', storage).all()).toEqual([]);
  begun.end(['b', 'c']);
  expect(storage.length).toBe(0);
});

it('[L32] a storage that is full keeps nobody from writing', () => {
  const storage = pageStorage();
  storage.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  expect(() => new BegunNotes('s/b/l', storage).begin('a')).not.toThrow();
});
