/**
 * The roots that hold a board's records, by kind: what undo and the account of unsaved work follow.
 * Apart from the rest of a kind, so that a page needs no other kind than the one it shows.
 */
import type * as Y from 'yjs';
import { roots } from '#document/schema';

export const recordNames = {
  wall: ['notes', 'groups'],
  pile: ['notes', 'observations'],
  pad: ['sheets', 'strokes', 'words', 'texts', 'pictures'],
  map: ['outline', 'actors', 'chapters', 'arrows', 'marks', 'pins', 'assignments'],
  lists: ['lists', 'items'],
  cards: ['cards'],
  storyboard: ['panels', 'strokes', 'clips', 'points'],
  ladders: [
    'outline',
    'themes',
    'behoeften',
    'sources',
    'beloften',
    'proofs',
    'findings',
    'decided',
  ],
  grid: [
    ...['rows', 'observations', 'patterns'],
    ...['questions', 'answers', 'evidence', 'verdicts', 'lookback'],
  ],
  gallery: ['exhibits', 'questions', 'standouts'],
  prototype: [
    'roles',
    'scenes',
    'links',
    'checked',
    'things',
    'items',
    'fixes',
    'trials',
    'questions',
  ],
  decision: ['next', 'effects'],
  script: ['acts', 'lines', 'notes', 'hangs', 'questions'],
} as const;

/** The names of the roots that this document's own kind has; of one that does not say, those of a wall. */
export function rootNamesOf(doc: Y.Doc): readonly string[] {
  const said: unknown = roots.meta(doc).get('kind');
  const isKnown = typeof said === 'string' && Object.hasOwn(recordNames, said);
  return recordNames[isKnown ? (said as keyof typeof recordNames) : 'wall'];
}

/** The roots of every kind; those that a document does not have are empty in it. */
export function recordRoots(doc: Y.Doc): Y.Map<Y.Map<unknown>>[] {
  return [...new Set<string>(Object.values(recordNames).flat())].map((name) => doc.getMap(name));
}
