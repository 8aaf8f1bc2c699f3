/** What the contract of the kinds asks of each, and that of every kind that the product has. */
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import { plainObservations } from '#document/kinds/grid/plain';
import { plainPad } from '#document/kinds/pad/plain';
import { load, type Origin } from '#document/origins';
import { plainPile } from '#document/plain';
import { kinds, type Kind } from '#document/records/kinds';
import { rebuilt } from '#document/rebuild';
import { restoreRecords } from '#document/records/restore-records';
import { boardKinds, seedUpdate, type DocumentKind } from '#document/schema';
import {
  cardsWrites,
  listsWrites,
  mapWrites,
  pileWrites,
  wallWrites,
  type Write,
} from '#tests/support/board-writes';
import { decisionWrites } from '#tests/support/decision-writes';
import { gridWrites, observationWrites } from '#tests/support/grid-writes';
import { galleryWrites } from '#tests/support/gallery-writes';
import { ladderWrites } from '#tests/support/ladder-writes';
import { padWrites } from '#tests/support/pad-writes';
import { prototypeWrites } from '#tests/support/prototype-writes';
import { scriptWrites } from '#tests/support/script-writes';
import { storyWrites } from '#tests/support/story-writes';

export type KindUnderTest = {
  readonly id: string;
  readonly declared: Kind;
  /** A document that begins with the seed of the kind. */
  seeded(): Y.Doc;
  /** What people do in it. */
  readonly writes: Readonly<Record<string, Write>>;
  /** As plain objects, in the order of reading. */
  plain(doc: Y.Doc): unknown;
  /** Makes the document read as `from` does. */
  restore(doc: Y.Doc, from: Y.Doc, origin: Origin): void;
  /** The same made anew of what can be read, as one V1 update. */
  rebuilt(doc: Y.Doc): Uint8Array;
};

const writesOf: Readonly<Record<DocumentKind, Readonly<Record<string, Write>>>> = {
  ...{
    wall: wallWrites,
    pile: { ...pileWrites, ...observationWrites },
    map: mapWrites,
    lists: listsWrites,
  },
  ...{ cards: cardsWrites, gallery: galleryWrites, pad: padWrites, storyboard: storyWrites },
  ladders: ladderWrites,
  prototype: prototypeWrites,
  script: scriptWrites,
  grid: gridWrites,
  decision: decisionWrites,
};
/** Of private documents there is no moment to go back to: they are only made anew. */
const privatePlain = {
  pile: (doc: Y.Doc) => ({ notes: plainPile(doc), observations: plainObservations(doc) }),
  pad: plainPad,
};

export const kindsUnderTest: readonly KindUnderTest[] = (Object.keys(kinds) as DocumentKind[]).map(
  (id) => {
    const board = boardKinds.find((kind) => kind === id);
    const { records } = kinds[id];
    return {
      ...{ id, declared: kinds[id], writes: writesOf[id] },
      seeded() {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, seedUpdate(id), load);
        return doc;
      },
      plain: (doc) =>
        board ? boardReading(doc).plain(doc) : privatePlain[id as keyof typeof privatePlain](doc),
      restore: (doc, from, origin) =>
        board
          ? boardReading(doc).restore(doc, from, origin)
          : restoreRecords(doc, from, { records, origin }),
      rebuilt: (doc) => rebuilt(id, doc),
    };
  },
);
