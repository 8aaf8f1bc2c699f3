/**
 * A document made anew from what can be read of another one: the same words at the same places, and
 * nothing else of it. What nests too deep, is undeclared, is of another kind or waits for something
 * that never came does not come along. For the server, where a board or a private room begins a new lineage.
 */
import * as Y from 'yjs';
import { restoreWall } from '#document/boards/restore-wall';
import { putPileNotes } from '#document/boards/pile';
import { ownObservation } from '#document/kinds/grid/declaration';
import { rootNamesOf } from '#document/kinds/record-roots';
import { load, server } from '#document/origins';
import { plainPile, plainWall, type PlainPileNote, type PlainWall } from '#document/plain';
import { kinds } from '#document/records/kinds';
import { restoreRecords } from '#document/records/restore-records';
import { roots, seedUpdate, type DocumentKind } from '#document/schema';

/** Records within records: a note's words are the third. Deeper than this nothing of ours ever nests. */
export const DEEPEST = 16;

/** A new wall that reads so, as one V1 update that begins with the seed. */
export const wallWith = (wall: PlainWall): Uint8Array =>
  seeded('wall', (doc) => restoreWall(doc, wall, server));

/** A new pile with these notes, likewise. */
export const pileWith = (notes: readonly PlainPileNote[]): Uint8Array =>
  seeded('pile', (doc) => putPileNotes(doc, notes, server));

const madeOf: { readonly [K in DocumentKind]: (from: Y.Doc) => Uint8Array } = {
  wall: (from) => wallWith(plainWall(from)),
  pile: (from) =>
    seeded('pile', (doc) => {
      putPileNotes(doc, plainPile(from), server);
      restoreRecords(doc, from, { records: { observations: ownObservation }, origin: server });
    }),
  map: recordsOf('map'),
  lists: recordsOf('lists'),
  cards: recordsOf('cards'),
  gallery: recordsOf('gallery'),
  ladders: recordsOf('ladders'),
  pad: recordsOf('pad'),
  storyboard: recordsOf('storyboard'),
  prototype: recordsOf('prototype'),
  script: recordsOf('script'),
  grid: recordsOf('grid'),
  decision: recordsOf('decision'),
};

/** Of what is declared, and stored as declared. */
function recordsOf(kind: DocumentKind): (from: Y.Doc) => Uint8Array {
  const { records } = kinds[kind];
  return (from) => seeded(kind, (doc) => restoreRecords(doc, from, { records, origin: server }));
}

/**
 * @param from any document; only read. Throws when even reading it does.
 * @returns the new document as one V1 update that begins with the seed of its kind.
 */
export function rebuilt(kind: DocumentKind, from: Y.Doc): Uint8Array {
  return madeOf[kind](from);
}

/** The same of a whole document as one V1 update. Throws when it is none, too. */
export function rebuiltFromUpdate(kind: DocumentKind, update: Uint8Array): Uint8Array {
  const from = new Y.Doc();
  try {
    Y.applyUpdate(from, update, load);
    return rebuilt(kind, from);
  } finally {
    from.destroy();
  }
}

function seeded(kind: DocumentKind, write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, seedUpdate(kind), load);
    write(doc);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** Whether something in it nests deeper than anything of ours: taking such a thing away overflows the stack. */
export function nestsTooDeep(doc: Y.Doc): boolean {
  const records = rootNamesOf(doc).map((name) => doc.getMap(name));
  const open = [roots.meta(doc), ...records].map((root) => ({ type: root as AnyType, depth: 1 }));
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > DEEPEST) return true;
    for (const type of typesIn(next.type)) open.push({ type, depth: next.depth + 1 });
  }
  return false;
}

type AnyType = Y.AbstractType<unknown>;

function* typesIn(type: AnyType): Iterable<AnyType> {
  for (const item of type._map.values()) yield* typeOf(item);
  for (let item = type._start; item; item = item.right) yield* typeOf(item);
}

function* typeOf({ deleted, content }: Y.Item): Iterable<AnyType> {
  if (!deleted && content instanceof Y.ContentType) yield content.type as AnyType;
}
