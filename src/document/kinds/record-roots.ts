/**
 * The roots that hold a board's records, by kind: what undo and the account of unsaved work follow.
 * Apart from the rest of a kind, so that a page needs no other kind than the one it shows.
 */
import type * as Y from 'yjs';

export const recordNames = {
  wall: ['notes', 'groups'],
  map: ['outline', 'actors', 'chapters', 'arrows', 'marks', 'pins', 'assignments'],
  lists: ['lists', 'items'],
  cards: ['cards'],
  storyboard: ['panels', 'clips', 'points'],
} as const;

/** The roots of one kind. */
export function rootsOf(kind: keyof typeof recordNames, doc: Y.Doc): Y.Map<Y.Map<unknown>>[] {
  return recordNames[kind].map((name) => doc.getMap(name));
}

/** The roots of every kind; those that a document does not have are empty in it. */
export function recordRoots(doc: Y.Doc): Y.Map<Y.Map<unknown>>[] {
  return Object.values(recordNames)
    .flat()
    .map((name) => doc.getMap(name));
}
