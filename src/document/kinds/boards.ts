/**
 * The kinds of shared board, each with what the room, the commands and the history ask of its
 * document. What a document is, it says itself; nobody else keeps count of it.
 */
import * as Y from 'yjs';
import { layOnWall, type NoteToLay } from '#document/boards/lay-on-wall';
import { clearEmptyNotes, restoreWall } from '#document/boards/wall';
import { clearEmptyCards, layCards } from '#document/kinds/cards/operations';
import { plainCards, type PlainCards } from '#document/kinds/cards/plain';
import { isEmptyDecision, plainDecision, type PlainDecision } from '#document/kinds/decision/plain';
import { plainGallery, type PlainGallery } from '#document/kinds/gallery/plain';
import { clearBlankBeloften, layBeloften } from '#document/kinds/ladders/operations';
import { isEmptyLadders, plainLadders, type PlainLadders } from '#document/kinds/ladders/plain';
import { isEmptyGrid, plainGrid, type PlainGrid } from '#document/kinds/grid/plain';
import { plainLists, type PlainLists } from '#document/kinds/lists/plain';
import { isEmptyMap, plainMap, type PlainMap } from '#document/kinds/map/plain';
import {
  isEmptyPrototype,
  plainPrototype,
  type PlainPrototype,
} from '#document/kinds/prototype/plain';
import { isEmptyScript, plainScript, type PlainScript } from '#document/kinds/script/plain';
import {
  isEmptyStoryboard,
  plainStoryboard,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { PANEL_HEIGHT } from '#domain/sketches/panel';
import { server, type Origin } from '#document/origins';
import { candidatesOf, plainWall, type Candidate, type PlainWall } from '#document/plain';
import { kinds } from '#document/records/kinds';
import { restoreRecords } from '#document/records/restore-records';
import { boardKinds, roots, type BoardKind } from '#document/schema';

/** What each kind of board reads as. */
type Plains = {
  wall: PlainWall;
  map: PlainMap;
  lists: PlainLists;
  cards: PlainCards;
  storyboard: PlainStoryboard;
  gallery: PlainGallery;
  ladders: PlainLadders;
  prototype: PlainPrototype;
  script: PlainScript;
  grid: PlainGrid;
  decision: PlainDecision;
};
export type PlainOf<K extends BoardKind> = Plains[K];

/** A board as plain objects, with the kind that says which. */
export type BoardContent = { [K in BoardKind]: { kind: K; plain: Plains[K] } }[BoardKind];

type Laying = { newId: () => string; random: () => number };

type BoardReading<Plain> = {
  /** Equal documents give equal plains; never throws. */
  plain(doc: Y.Doc): Plain;
  /** What may be voted on, in order of reading. */
  candidates(doc: Y.Doc): Candidate[];
  /** Takes away what was begun and has no words yet, where nobody could while dots are put. */
  clearEmpty(doc: Y.Doc, origin: Origin): void;
  /** How much is on it, for who looks through its moments. */
  count(doc: Y.Doc): number;
  isEmpty(doc: Y.Doc): boolean;
  /** Lays what was written in hidden piles; left out where no exercise hides writing for such a board. */
  lay?(doc: Y.Doc, notes: readonly NoteToLay[], options: Laying): void;
  /** Makes the board read as `from` does, by the smallest change; one transaction. */
  restore(doc: Y.Doc, from: Y.Doc, origin: Origin): void;
};

const readings: { readonly [K in BoardKind]: BoardReading<Plains[K]> } = {
  wall: {
    plain: plainWall,
    candidates: (doc) => candidatesOf(plainWall(doc)),
    clearEmpty: (doc, origin) => clearEmptyNotes(doc, origin),
    count: (doc) => roots.notes(doc).size,
    isEmpty: (doc) => roots.notes(doc).size === 0 && roots.groups(doc).size === 0,
    lay: (doc, notes, options) => void layOnWall(doc, notes, options),
    restore: (doc, from, origin) => restoreWall(doc, from, origin),
  },
  map: {
    plain: plainMap,
    candidates: (doc) =>
      plainMap(doc).chapters.flatMap(({ id, title }) =>
        title.trim() === '' ? [] : [{ noteIds: [id], text: title.trim(), groupLabel: null }],
      ),
    // A chapter without words is no candidate, and what hangs under it stays.
    clearEmpty: () => undefined,
    count: (doc) => plainMap(doc).chapters.length,
    isEmpty: (doc) => isEmptyMap(plainMap(doc)),
    restore: restoreAs('map'),
  },
  lists: {
    plain: plainLists,
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainLists(doc).lists.flatMap(({ items }) => items).length,
    isEmpty: (doc) => plainLists(doc).lists.length === 0,
    restore: restoreAs('lists'),
  },
  cards: {
    plain: plainCards,
    candidates: (doc) =>
      plainCards(doc).cards.flatMap(({ id, title }) =>
        title.trim() === '' ? [] : [{ noteIds: [id], text: title.trim(), groupLabel: null }],
      ),
    clearEmpty: (doc, origin) => clearEmptyCards(doc, origin),
    count: (doc) => plainCards(doc).cards.length,
    isEmpty: (doc) => plainCards(doc).cards.length === 0,
    lay: (doc, notes, options) => void layCards(doc, notes, options),
    restore: restoreAs('cards'),
  },
  storyboard: {
    plain: plainStoryboard,
    // Nothing on it is voted on: the Decider settles its open points one by one.
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainStoryboard(doc).panels.length,
    isEmpty: (doc) => isEmptyStoryboard(plainStoryboard(doc)),
    restore: restoreAs('storyboard'),
  },
  ladders: {
    plain: plainLadders,
    candidates: (doc) =>
      plainLadders(doc).beloften.flatMap(({ id, words }) =>
        words.trim() === '' ? [] : [{ noteIds: [id], text: words.trim(), groupLabel: null }],
      ),
    clearEmpty: (doc, origin) => clearBlankBeloften(doc, origin),
    count: (doc) => plainLadders(doc).beloften.length,
    isEmpty: (doc) => isEmptyLadders(plainLadders(doc)),
    lay: (doc, notes, options) => void layBeloften(doc, notes, options),
    // What was kept and signed is the server's, and stays as it is decided now.
    restore: (doc, from, origin) => {
      const { decided: _, ...records } = kinds.ladders.records;
      restoreRecords(doc, from, { records, origin });
    },
  },
  prototype: {
    plain: plainPrototype,
    // Nothing on it is voted on.
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainPrototype(doc).scenes.length,
    isEmpty: (doc) => isEmptyPrototype(plainPrototype(doc)),
    // What the server wrote, of its links and of its trial runs, stays.
    restore: (doc, from, origin) => {
      const { checked: _, trials: __, ...records } = kinds.prototype.records;
      restoreRecords(doc, from, { records, origin });
    },
  },
  script: {
    plain: plainScript,
    // Nothing on it is voted on.
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainScript(doc).acts.flatMap(({ lines }) => lines).length,
    isEmpty: (doc) => isEmptyScript(plainScript(doc)),
    restore: restoreAs('script'),
  },
  grid: {
    plain: plainGrid,
    // Nothing on it is voted on: the team agrees on what it shows.
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainGrid(doc).observations.length,
    isEmpty: (doc) => isEmptyGrid(plainGrid(doc)),
    // A verdict is the Decider's, and stays as it is laid down now.
    restore: (doc, from, origin) => {
      const { verdicts: _, ...records } = kinds.grid.records;
      restoreRecords(doc, from, { records, origin });
    },
  },
  decision: {
    plain: plainDecision,
    // The Decider chooses by a command; nothing on it is voted on.
    candidates: () => [],
    clearEmpty: () => undefined,
    count: (doc) => plainDecision(doc).next.length,
    isEmpty: (doc) => isEmptyDecision(plainDecision(doc)),
    restore: restoreAs('decision'),
  },
  gallery: {
    plain: plainGallery,
    candidates: (doc) =>
      plainGallery(doc).exhibits.map(({ id, number, title, panels }) => ({
        ...{ noteIds: [id], text: title.trim() || String(number), groupLabel: null },
        exhibit: { number, parts: Math.max(1, panels.length), partHeight: PANEL_HEIGHT },
      })),
    // What a scribe pinned is a spot as well: without words it still says where.
    clearEmpty: () => undefined,
    count: (doc) => plainGallery(doc).exhibits.length,
    isEmpty: (doc) => plainGallery(doc).exhibits.length === 0,
    // What hangs is the server's: of an older moment only what was pinned comes back.
    restore: (doc, from, origin) => {
      const { standouts } = kinds.gallery.records;
      if (standouts) restoreRecords(doc, from, { records: { standouts }, origin });
    },
  },
};

/** As it is declared: for every kind but the wall, which also keeps what is stacked and grouped whole. */
function restoreAs(kind: Exclude<BoardKind, 'wall'>): BoardReading<unknown>['restore'] {
  return (doc, from, origin) => restoreRecords(doc, from, { records: kinds[kind].records, origin });
}

/** A document that does not say reads as a wall, as all did before there were other kinds. */
export function boardKindOf(doc: Y.Doc): BoardKind {
  const said: unknown = roots.meta(doc).get('kind');
  return boardKinds.find((kind) => kind === said) ?? 'wall';
}

export function boardReading(doc: Y.Doc): BoardReading<unknown> {
  return readings[boardKindOf(doc)];
}

/**
 * At the reveal, and later for what came late: no id and no order of what is laid names its writer.
 * Throws on a kind for which nobody writes hidden.
 */
export function layOnBoard(doc: Y.Doc, notes: readonly NoteToLay[], options: Laying): void {
  const { lay } = boardReading(doc);
  if (!lay)
    throw new Error(`nothing that was hidden is laid on a board of kind ${boardKindOf(doc)}`);
  lay(doc, notes, options);
}

/** All that stands on a board. */
export function boardContent(doc: Y.Doc): BoardContent {
  const kind = boardKindOf(doc);
  return { kind, plain: readings[kind].plain(doc) } as BoardContent;
}

/** All that stood on a stored board, as one V1 update. Throws when it is no update. */
export function contentOfUpdate(stored: Uint8Array): BoardContent {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, stored);
    return boardContent(doc);
  } finally {
    doc.destroy();
  }
}

/** A stored board, as one V1 update, put back on a board of the same kind. Throws when it is no update. */
export function restoreBoard(doc: Y.Doc, stored: Uint8Array, origin: Origin = server): void {
  const from = new Y.Doc();
  try {
    Y.applyUpdate(from, stored);
    boardReading(doc).restore(doc, from, origin);
  } finally {
    from.destroy();
  }
}
