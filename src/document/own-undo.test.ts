import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local, server } from '#document/origins';
import { OwnUndo } from '#document/own-undo';
import { plainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';

/** Two people with a wall each; they meet when told to. */
function people() {
  const [anna, bram] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [anna, bram]) Y.applyUpdate(doc, seedUpdate('wall'));
  return { anna, bram, undo: new OwnUndo(anna) };
}

let { anna, bram, undo } = people();
beforeEach(() => ({ anna, bram, undo } = people()));

/** What one wrote goes to the other, as an update of its own each time. */
const send = (from: Y.Doc, to: Y.Doc): void =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), server);
const meet = (): void => {
  send(bram, anna);
  send(anna, bram);
  send(bram, anna);
};
const add = (doc: Y.Doc, id: string, text: string): void => {
  wall.addNote(doc, { id, text, at: [40, 80], color: 'pink' }, local);
  undo.stopCapturing();
};
const write = (doc: Y.Doc, id: string, text: string): void => {
  wall.setNoteText(doc, id, text, local);
  undo.stopCapturing();
};
const texts = (doc: Y.Doc): string[] => plainWall(doc).notes.map(({ text }) => text);
const expectSame = (expected: string[]): void => {
  meet();
  expect(texts(anna)).toEqual(expected);
  expect(texts(bram)).toEqual(expected);
};

it('[D31] undoing the making of a note leaves it to another who wrote in it, without our letters', () => {
  add(anna, 'n', 'Wij wachten');
  meet();
  write(bram, 'n', 'Wij wachten op de monteur');
  meet();
  undo.undo();
  expectSame([' op de monteur']);
  expect(undo.spared).toBe(true);
  expect(plainWall(anna).notes[0]).toMatchObject({ place: { x: 40, y: 80 }, color: 'pink' });
  undo.redo();
  expectSame(['Wij wachten op de monteur']);
});

it('[D31] a note in which nobody else wrote goes when its making is undone, moved by others or not', () => {
  add(anna, 'n', 'Van mij');
  meet();
  wall.moveNotes(bram, [{ id: 'n', at: [9, 9] }], local);
  meet();
  undo.undo();
  expectSame([]);
});

it('[D31] a step that leaves everything to others is not followed by an earlier one', () => {
  add(anna, 'first', 'Blijft');
  add(anna, 'n', '');
  meet();
  write(bram, 'n', 'Van Bram');
  meet();
  undo.undo();
  expectSame(['Blijft', 'Van Bram']);
  undo.undo();
  expectSame(['Van Bram']);
});

it('[D31] undoing a group leaves a label that another wrote, and takes its notes out', () => {
  add(anna, 'n', 'Briefje');
  wall.makeGroup(anna, { id: 'g', at: [0, 0], noteIds: ['n'] }, local);
  meet();
  wall.labelGroup(bram, 'g', 'Wachten', local);
  meet();
  undo.undo();
  meet();
  expect(plainWall(bram).groups).toMatchObject([{ label: 'Wachten', noteIds: [] }]);
  expectSame(['Briefje']);
});

it('[D31] redoing a removal leaves a note in which another wrote since, whole', () => {
  add(anna, 'n', 'Eerst');
  wall.removeNotes(anna, ['n'], local);
  undo.undo();
  meet();
  write(bram, 'n', 'Eerst dit');
  meet();
  undo.redo();
  expectSame(['Eerst dit']);
});

it('[D31] redoing a removal takes away the words of others that were there before', () => {
  add(bram, 'n', 'Van Bram');
  meet();
  wall.removeNotes(anna, ['n'], local);
  undo.undo();
  expectSame(['Van Bram']);
  undo.redo();
  expectSame([]);
  undo.undo();
  expectSame(['Van Bram']);
});

it('[D32] what another wrote in a note before they heard of its removal comes back with it', () => {
  add(anna, 'n', 'Wij wachten');
  meet();
  wall.removeNotes(anna, ['n'], local);
  write(bram, 'n', 'Wij wachten op de monteur');
  send(bram, anna);
  undo.undo();
  expectSame(['Wij wachten op de monteur']);
});

it('[D32] the same for a stack, a group with a label, and a move', () => {
  add(anna, 'a', 'Een');
  add(anna, 'b', 'Twee');
  wall.makeGroup(anna, { id: 'g', at: [300, 300], noteIds: ['a'] }, local);
  wall.stackOn(anna, ['b'], 'a', local);
  meet();
  undo.stopCapturing();
  wall.removeNotes(anna, ['a', 'b'], local);
  wall.ungroup(anna, 'g', local);
  write(bram, 'a', 'Een en');
  write(bram, 'b', 'Twee en');
  wall.labelGroup(bram, 'g', 'Naam', local);
  wall.moveGroup(bram, 'g', [500, 500], local);
  send(bram, anna);
  undo.undo();
  meet();
  const { notes, groups } = plainWall(bram);
  expect(notes.map(({ id, text, top, group }) => [id, text, top, group]).sort()).toEqual([
    ['a', 'Een en', 'a', 'g'],
    ['b', 'Twee en', 'a', 'g'],
  ]);
  expect(groups).toMatchObject([{ id: 'g', label: 'Naam', box: { x: 500, y: 500 } }]);
});

it('[D32] redo brings back what another wrote while the making was undone', () => {
  add(anna, 'n', 'Wij wachten');
  meet();
  undo.undo();
  write(bram, 'n', 'Wij wachten op de monteur');
  send(bram, anna);
  undo.redo();
  expectSame(['Wij wachten op de monteur']);
  // Their words are still theirs.
  undo.undo();
  meet();
  expect(texts(bram).join()).toContain('op de monteur');
});
