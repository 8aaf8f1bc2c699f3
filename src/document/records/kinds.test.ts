import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as pile from '#document/boards/pile';
import * as wall from '#document/boards/wall';
import { bytes } from '#document/records/fields';
import { kinds } from '#document/records/kinds';
import { roots, seedUpdate, type DocumentKind } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import * as cards from '#document/kinds/cards/operations';
import * as gallery from '#document/kinds/gallery/operations';
import * as ladders from '#document/kinds/ladders/operations';
import * as decision from '#document/kinds/decision/operations';
import * as observations from '#document/kinds/grid/observations';
import * as grid from '#document/kinds/grid/operations';
import * as lists from '#document/kinds/lists/operations';
import * as pad from '#document/kinds/pad/operations';
import * as map from '#document/kinds/map/operations';
import * as prototype from '#document/kinds/prototype/operations';
import * as script from '#document/kinds/script/operations';
import * as story from '#document/kinds/storyboard/operations';
import {
  cardsWrites,
  listsWrites,
  mapWrites,
  pileWrites,
  wallWrites,
  type Write,
} from '#tests/support/board-writes';
import { padWrites } from '#tests/support/pad-writes';
import { serverWrites, prototypeWrites } from '#tests/support/prototype-writes';
import { scriptWrites } from '#tests/support/script-writes';
import { storyWrites } from '#tests/support/story-writes';
import { ladderDecisions, ladderWrites } from '#tests/support/ladder-writes';
import { decisionWrites } from '#tests/support/decision-writes';
import { gridLays, gridWrites, observationWrites } from '#tests/support/grid-writes';
import { galleryLays, galleryWrites } from '#tests/support/gallery-writes';
import { undeclared } from '#tests/support/undeclared';

const reading = [
  ...['copyNotes', 'freePlaces', 'countPile', 'longestText', 'textOf'],
  ...['textOfItem', 'textOfCard', 'longestCardText', 'textOfLadder', 'longestLadderText'],
  ...['textOfPrototype', 'longestPrototypeText'],
  ...['textOfScript', 'longestScriptText'],
  ...['textOfDecision', 'longestDecisionText'],
  ...['textOfObservation', 'textOfGrid', 'longestGridText'],
];
const boards: readonly [DocumentKind, object, Readonly<Record<string, Write>>][] = [
  ['wall', wall, wallWrites],
  ['pile', { ...pile, ...observations }, { ...pileWrites, ...observationWrites }],
  ['map', map, mapWrites],
  ['lists', lists, listsWrites],
  ['cards', cards, cardsWrites],
  ['gallery', gallery, { ...galleryWrites, ...galleryLays }],
  ['ladders', ladders, { ...ladderWrites, ...ladderDecisions }],
  ['pad', pad, padWrites],
  ['storyboard', story, storyWrites],
  ['script', script, scriptWrites],
  ['prototype', prototype, { ...prototypeWrites, ...serverWrites }],
  ['decision', decision, decisionWrites],
  ['grid', grid, { ...gridWrites, ...gridLays }],
];

describe.each(boards)('[D40] the declarations of a %s', (kind, exported, writes) => {
  test('cover every function that the board exports', () => {
    const names = Object.entries(exported)
      .filter(([name, one]) => typeof one === 'function' && !reading.includes(name))
      .map(([name]) => name);
    expect(Object.keys(writes).sort()).toEqual(names.sort());
  });

  test('hold all that these functions write, and nothing that none of them writes', () => {
    const written = new Set<string>();
    const names = Object.keys(writes);
    for (let seed = 1; seed <= 30; seed++) {
      const chance = dice(seed);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, seedUpdate(kind));
      for (let step = 0; step < 60; step++) {
        writes[chance.of(names)]?.(doc, chance);
        expect(undeclared(doc, kind), `seed ${seed}`).toEqual([]);
        for (const root of Object.keys(kinds[kind].records)) {
          for (const record of doc.getMap<Y.Map<unknown>>(root).values()) {
            for (const name of record.keys()) written.add(`${root}.${name}`);
          }
        }
      }
    }
    const declared = Object.entries(kinds[kind].records).flatMap(([root, fields]) =>
      Object.keys(fields).map((name) => `${root}.${name}`),
    );
    expect([...written].sort()).toEqual(declared.sort());
  });

  test('are what a seed says it is', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(kind));
    expect(roots.meta(doc).get('kind')).toBe(kind);
    for (const root of doc.share.keys()) {
      expect([kinds[kind].meta, ...Object.keys(kinds[kind].records)]).toContain(root);
    }
    expect(undeclared(doc, kind)).toEqual([]);
  });
});

test.each([
  ['place', [1, 2], [[1], [1, 2, 3], [1, '2'], [1, Infinity], [[1], 2], null, 'x', {}]],
  ['order', 'a0', ['x'.repeat(257), 1, null]],
  ['ref', null, ['x'.repeat(65), 1, ['a'], undefined]],
  ['flag', true, [1, 'true', null]],
] as const)('[D41] a %s takes its own and nothing else', (kind, good, bad) => {
  const field = Object.values(kinds.wall.records.notes ?? {}).find((one) => one.kind === kind);
  if (!field || field.kind === 'text') throw new Error('no such field');
  expect(field.accepts(good)).toBe(true);
  expect(bad.filter((value) => field.accepts(value))).toEqual([]);
  expect(field.accepts(field.neutral)).toBe(true);
});

test('[D41] bytes take bytes and nothing else, no more than they may be, and of their own kind', () => {
  const field = bytes(4, ([first]) => first === 1);
  expect(field.accepts(Uint8Array.of(1, 2, 3, 4))).toBe(true);
  const bad = [Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(2), [1, 2], 'een', null, {}, undefined];
  expect(bad.filter((value) => field.accepts(value))).toEqual([]);
});
