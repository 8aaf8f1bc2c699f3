/**
 * A kind of document that no product has: tiles with words, at places, in an order, and links between
 * them. It shows what a kind has to bring, and that nothing below the kinds knows which there are.
 */
import * as Y from 'yjs';
import { newText } from '#document/boards/stored';
import {
  change,
  keyBefore,
  prose,
  put,
  remove,
  sharedText,
  stored,
  word,
} from '#document/kinds/stored-records';
import { load, local, server } from '#document/origins';
import { byOrder } from '#document/order';
import { choice, flag, order, place, ref, text } from '#document/records/fields';
import type { Kind } from '#document/records/kinds';
import { restoreRecords } from '#document/records/restore-records';
import { applyEdit } from '#document/text';
import type { Dice } from '#tests/convergence/support/seeded';
import { at, edit, words, type Write } from '#tests/support/board-writes';
import type { KindUnderTest } from '#tests/contracts/kinds/kind-under-test';

const TILE_MOST = 400;
const shades = ['light', 'dark'] as const;

const declared = {
  records: {
    tiles: {
      text: text(TILE_MOST),
      at: place(),
      shade: choice(shades, 'light'),
      done: flag(),
      order: order(),
    },
    links: { from: ref(), to: ref() },
  },
  meta: 'meta',
} as const satisfies Kind;

type Tile = { id: string; text: string; at: unknown; shade: string; done: boolean; order: string };
type Link = { id: string; from: unknown; to: unknown };
type PlainToy = { tiles: Tile[]; links: Link[] };

function plainToy(doc: Y.Doc): PlainToy {
  const tiles = stored(doc, 'tiles').map(({ id, get }) => ({
    ...{ id, text: prose(get('text')), at: get('at'), shade: word(get('shade')) },
    ...{ done: get('done') === true, order: word(get('order')) },
  }));
  const links = stored(doc, 'links').map(({ id, get }) => ({
    id,
    from: get('from'),
    to: get('to'),
  }));
  return {
    tiles: tiles.sort(byOrder),
    links: links.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function seeded(): Y.Doc {
  const seed = new Y.Doc();
  seed.clientID = 1;
  seed.getMap('meta').set('kind', 'toy');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), load);
  return doc;
}

const tile = (chance: Dice): string => `t${chance.below(6)}`;
const before = (chance: Dice): string | null => (chance.oneIn(2) ? tile(chance) : null);

const writes: Readonly<Record<string, Write>> = {
  addTile: (doc, chance) => {
    const id = tile(chance);
    put(doc, 'tiles', id, local, () => ({
      ...{ text: newText(chance.of(words), TILE_MOST), at: at(chance), shade: chance.of(shades) },
      order: keyBefore(plainToy(doc).tiles, id, before(chance)),
    }));
  },
  moveTile: (doc, chance) => change(doc, 'tiles', tile(chance), { at: at(chance) }, local),
  shadeTile: (doc, chance) =>
    change(doc, 'tiles', tile(chance), { shade: chance.of(shades) }, local),
  tickTile: (doc, chance) => change(doc, 'tiles', tile(chance), { done: chance.oneIn(2) }, local),
  writeTile: (doc, chance) => {
    const shared = sharedText(doc, { record: 'tiles', id: tile(chance), field: 'text' });
    if (shared) doc.transact(() => applyEdit(shared, { ...edit(chance), max: TILE_MOST }), local);
  },
  removeTile: (doc, chance) => remove(doc, 'tiles', [tile(chance)], local),
  linkTiles: (doc, chance) => {
    const ends = { from: tile(chance), to: tile(chance) };
    put(doc, 'links', `l${chance.below(4)}`, local, () => ends);
  },
};

const restore: KindUnderTest['restore'] = (doc, from, origin) =>
  restoreRecords(doc, from, { records: declared.records, origin });

export const toy: KindUnderTest = {
  ...{ id: 'toy', declared, writes, seeded, plain: plainToy },
  restore,
  rebuilt(from) {
    const doc = seeded();
    restore(doc, from, server);
    return Y.encodeStateAsUpdate(doc);
  },
};
