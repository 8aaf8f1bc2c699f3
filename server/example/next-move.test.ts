import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { addNotes, makeGroup, stackOn } from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { caseNl } from '#server/example/case-nl';
import { seededChance } from '#server/example/chance';
import { GROUP_ID_PREFIX } from '#server/example/group-cell';
import { nextMove } from '#server/example/next-move';
import { themeOf } from '#server/example/themes';

const [waiting = '', alsoWaiting = '', price = ''] = [
  'de klant laten zien waar de monteur nu is?',
  'nooit meer ‘ergens tussen acht en zes’ hoeven zeggen?',
  'voorrijkosten uitleggen zonder kleine letters?',
];

function wallOf(texts: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  const notes = texts.map((text, index) => {
    return { id: `n${index}`, text, color: 'yellow', at: [index * 200, 0] } as const;
  });
  addNotes(doc, notes, local);
  return doc;
}

function moveOn(doc: Y.Doc, hands: readonly string[] = []) {
  const chance = seededChance('a wall');
  return nextMove({ wall: plainWall(doc), story: caseNl, hands: new Set(hands), chance });
}

test('two of a theme begin a group, the next is laid with them', () => {
  const doc = wallOf([waiting, alsoWaiting, price]);
  const first = moveOn(doc);
  expect(first).toMatchObject({ kind: 'found' });
  if (first?.kind !== 'found') return;
  makeGroup(doc, { id: `${GROUP_ID_PREFIX}1`, at: first.at, noteIds: [first.noteId] }, local);
  expect(moveOn(doc)).toMatchObject({ kind: 'place', groupId: `${GROUP_ID_PREFIX}1` });
});

test('a group of their own is named once it holds two; a visitor’s never', () => {
  for (const id of [`${GROUP_ID_PREFIX}1`, 'visitors']) {
    const doc = wallOf([waiting, alsoWaiting]);
    makeGroup(doc, { id, at: [0, 400], noteIds: ['n0', 'n1'] }, local);
    const named = { kind: 'label', groupId: id, label: 'Wachten' };
    expect(moveOn(doc)).toEqual(id === 'visitors' ? null : named);
  }
});

test('a visitor’s group is joined by what lies in it, whatever it is called', () => {
  const doc = wallOf([waiting, alsoWaiting]);
  makeGroup(doc, { id: 'visitors', at: [0, 400], label: 'Ongeduld', noteIds: ['n0'] }, local);
  expect(moveOn(doc)).toEqual({ kind: 'place', noteId: 'n1', groupId: 'visitors' });
});

test('what a person has a hand on stays, also as part of a stack', () => {
  const doc = wallOf([waiting, alsoWaiting]);
  makeGroup(doc, { id: 'visitors', at: [0, 400], noteIds: ['n0'] }, local);
  expect(moveOn(doc, ['n1'])).toBeNull();
  const stacked = wallOf([waiting, alsoWaiting, 'iets anders', 'de uitloop melden?']);
  makeGroup(stacked, { id: 'visitors', at: [0, 400], noteIds: ['n0'] }, local);
  stackOn(stacked, ['n3'], 'n1', local);
  expect(moveOn(stacked, ['n3'])).toBeNull();
});

test('notes that say the same are stacked', () => {
  const twins = caseNl.standIns.flatMap(({ hmw }) => hmw).filter(({ twin }) => twin === 'price');
  const doc = wallOf(twins.map(({ text }) => text));
  makeGroup(doc, { id: 'visitors', at: [0, 400], noteIds: ['n1'] }, local);
  const moves = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
    nextMove({ wall: plainWall(doc), story: caseNl, hands: new Set(), chance: seededChance(seed) }),
  );
  expect(moves).toContainEqual({ kind: 'stack', noteId: 'n0', onto: 'n1' });
});

test('a note that speaks of nothing they know is left to who wrote it', () => {
  expect(themeOf('een feestje geven?', caseNl)).toBeNull();
  expect(themeOf('de wachttijd eerlijk voorspellen?', caseNl)).toBe('waiting');
  expect(moveOn(wallOf(['een feestje geven?', 'taart']))).toBeNull();
});
