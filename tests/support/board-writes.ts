/**
 * Every function that writes on a wall or in a pile, by its name, called with random arguments: for
 * tests that must hold whatever people do. A test holds the names equal to what the boards export.
 */
import type * as Y from 'yjs';
import * as pile from '#document/boards/pile';
import * as wall from '#document/boards/wall';
import * as cards from '#document/kinds/cards/operations';
import { plainCards } from '#document/kinds/cards/plain';
import * as lists from '#document/kinds/lists/operations';
import { plainLists } from '#document/kinds/lists/plain';
import * as map from '#document/kinds/map/operations';
import { plainMap } from '#document/kinds/map/plain';
import { OUTLINE } from '#document/kinds/map/records';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { alignments } from '#document/placing';
import { paperColors, type Place } from '#document/schema';
import type { Dice } from '#tests/convergence/support/seeded';

export type Write = (doc: Y.Doc, chance: Dice) => void;

export const words = ['', 'a', 'Hoe kunnen we', '🙂 samen', 'één twee\ndrie', 'x'.repeat(300)];
const note = (chance: Dice): string => `n${chance.below(8)}`;
const notes = (chance: Dice): string[] => [
  ...new Set(Array.from({ length: chance.below(4) }, () => note(chance))),
];
const group = (chance: Dice): string => `g${chance.below(3)}`;
export const at = (chance: Dice): Place => [chance.below(1_800) - 900, chance.next() * 900];
const color = (chance: Dice) => chance.of(paperColors);
const before = (chance: Dice): string | null => (chance.oneIn(2) ? note(chance) : null);
export const edit = (chance: Dice) => ({ before: chance.of(words), after: chance.of(words) });
const newNote = (chance: Dice, id: string): wall.NewNote => ({
  ...{ id, text: chance.of(words), at: at(chance), color: color(chance) },
  ...(chance.oneIn(4) ? { group: group(chance) } : {}),
  ...(chance.oneIn(4) ? { author: 'Anna (2)', by: 'member-anna' } : {}),
  ...(chance.oneIn(4) ? { picture: { id: 'plaatje_1-a', width: 640, height: 480 } } : {}),
});
let made = 0;
export const newId = (): string => `new-${(made += 1)}`;

export const wallWrites: Readonly<Record<string, Write>> = {
  addNote: (doc, chance) => wall.addNote(doc, newNote(chance, note(chance)), local),
  addNotes: (doc, chance) =>
    wall.addNotes(
      doc,
      notes(chance).map((id) => newNote(chance, id)),
      local,
    ),
  moveNotes: (doc, chance) =>
    wall.moveNotes(
      doc,
      notes(chance).map((id) => ({ id, at: at(chance) })),
      local,
    ),
  reorderNotes: (doc, chance) => wall.reorderNotes(doc, notes(chance), before(chance), local),
  removeEmptyNotes: (doc, chance) => wall.removeEmptyNotes(doc, notes(chance), local),
  clearEmptyNotes: (doc) => wall.clearEmptyNotes(doc, local),
  removeNotes: (doc, chance) => wall.removeNotes(doc, notes(chance), local),
  setNoteText: (doc, chance) => wall.setNoteText(doc, note(chance), chance.of(words), local),
  editNoteText: (doc, chance) => wall.editNoteText(doc, note(chance), edit(chance), local),
  colorNotes: (doc, chance) => wall.colorNotes(doc, notes(chance), color(chance), local),
  makeGroup: (doc, chance) =>
    wall.makeGroup(
      doc,
      { id: group(chance), at: at(chance), label: chance.of(words), noteIds: notes(chance) },
      local,
    ),
  labelGroup: (doc, chance) => wall.labelGroup(doc, group(chance), chance.of(words), local),
  editGroupLabel: (doc, chance) => wall.editGroupLabel(doc, group(chance), edit(chance), local),
  moveGroup: (doc, chance) => wall.moveGroup(doc, group(chance), at(chance), local),
  reorderGroup: (doc, chance) =>
    wall.reorderGroup(doc, group(chance), chance.oneIn(2) ? group(chance) : null, local),
  ungroup: (doc, chance) => wall.ungroup(doc, group(chance), local),
  placeInGroup: (doc, chance) =>
    wall.placeInGroup(
      doc,
      notes(chance),
      { groupId: group(chance), before: before(chance) },
      local,
    ),
  stackOn: (doc, chance) => wall.stackOn(doc, notes(chance), note(chance), local),
  unstack: (doc, chance) => wall.unstack(doc, notes(chance), local),
  shiftNotes: (doc, chance) =>
    wall.shiftNotes(
      doc,
      notes(chance).map((id) => ({ id, at: at(chance) })),
      local,
    ),
  shiftGroup: (doc, chance) =>
    wall.shiftGroup(doc, group(chance), { from: at(chance), at: at(chance) }, local),
  nudgeNotes: (doc, chance) => wall.nudgeNotes(doc, notes(chance), { x: 1, y: -0.5 }, local),
  alignNotes: (doc, chance) => wall.alignNotes(doc, notes(chance), chance.of(alignments), local),
  distributeNotes: (doc, chance) =>
    wall.distributeNotes(doc, notes(chance), chance.of(['across', 'down'] as const), local),
  tidyNotes: (doc, chance) => wall.tidyNotes(doc, notes(chance), local),
  setLocked: (doc, chance) =>
    wall.setLocked(
      doc,
      { noteIds: notes(chance), groupIds: [group(chance)] },
      chance.oneIn(2),
      local,
    ),
  bringToFront: (doc, chance) => wall.bringToFront(doc, notes(chance), local),
  sendToBack: (doc, chance) => wall.sendToBack(doc, notes(chance), local),
  pasteNotes: (doc, chance) => {
    const clip = wall.copyNotes(doc, notes(chance));
    if (clip) wall.pasteNotes(doc, clip, { at: at(chance), newId, by: 'm1', author: 'Bo' }, local);
  },
  layOnWall: (doc, chance) =>
    void wall.layOnWall(doc, [{ text: chance.of(words), color: color(chance), by: 'm1' }], {
      ...{ newId, random: () => chance.next() },
    }),
  restoreWall: (doc, chance) => {
    const { notes: now, groups } = plainWall(doc);
    wall.restoreWall(doc, { notes: now.filter(() => chance.oneIn(2)), groups }, local);
  },
};

export const pileWrites: Readonly<Record<string, Write>> = {
  addPileNote: (doc, chance) => pile.addPileNote(doc, newPileNote(chance), local),
  addPileNotes: (doc, chance) =>
    pile.addPileNotes(doc, [newPileNote(chance), newPileNote(chance)], local),
  putPileNotes: (doc, chance) => {
    const { id, wall: boardId, createdAt } = newPileNote(chance);
    const kept = { id, wall: boardId, text: chance.of(words), color: color(chance), createdAt };
    pile.putPileNotes(doc, [{ ...kept, order: 'a1' }], local);
  },
  reorderPileNote: (doc, chance) => pile.reorderPileNote(doc, note(chance), before(chance), local),
  removePileNotes: (doc, chance) => pile.removePileNotes(doc, notes(chance), local),
  takeFromPile: (doc, chance) => void pile.takeFromPile(doc, 'board-1', notes(chance)),
  colorPileNotes: (doc, chance) => pile.colorPileNotes(doc, notes(chance), color(chance), local),
  editPileNoteText: (doc, chance) => pile.editPileNoteText(doc, note(chance), edit(chance), local),
  setPileNoteText: (doc, chance) =>
    pile.setPileNoteText(doc, note(chance), chance.of(words), local),
};

const newPileNote = (chance: Dice): pile.NewPileNote => ({
  ...{ id: note(chance), wall: 'board-1', text: chance.of(words), color: color(chance) },
  ...{ createdAt: 1_900_000_000_000 + chance.below(1_000), before: before(chance) },
  ...(chance.oneIn(3) && { about: 'behoefte-1' }),
});

const chapter = (chance: Dice): string => `c${chance.below(6)}`;
const actor = (chance: Dice): string => `a${chance.below(4)}`;
const mark = (chance: Dice): string => `m${chance.below(6)}`;
const beforeChapter = (chance: Dice): string | null => (chance.oneIn(2) ? chapter(chance) : null);
const markKind = (chance: Dice) => chance.of(['touchpoint', 'pain', 'gain'] as const);
const mood = (chance: Dice) => chance.of([1, 2, 3, 4, 5, 6, 7] as const);
const mapText = (chance: Dice): map.MapText =>
  chance.of([
    { record: 'actors', id: actor(chance), field: 'name' },
    { record: 'chapters', id: chapter(chance), field: 'title' },
    { record: 'chapters', id: chapter(chance), field: 'feeling' },
    { record: 'arrows', id: `r${chance.below(6)}`, field: 'words' },
    { record: 'marks', id: mark(chance), field: 'text' },
    { record: 'outline', id: OUTLINE, field: 'ending' },
  ] as const);

export const mapWrites: Readonly<Record<string, Write>> = {
  editMapText: (doc, chance) => map.editMapText(doc, mapText(chance), edit(chance), local),
  addChapter: (doc, chance) =>
    map.addChapter(
      doc,
      { id: chapter(chance), title: chance.of(words), before: beforeChapter(chance) },
      local,
    ),
  moveChapter: (doc, chance) => map.moveChapter(doc, chapter(chance), beforeChapter(chance), local),
  setMood: (doc, chance) => map.setMood(doc, chapter(chance), mood(chance), local),
  setPeak: (doc, chance) => map.setPeak(doc, beforeChapter(chance), local),
  addActor: (doc, chance) =>
    map.addActor(doc, { id: actor(chance), name: chance.of(words), icon: 'van' }, local),
  setActorIcon: (doc, chance) => map.setActorIcon(doc, actor(chance), 'shop', local),
  moveActor: (doc, chance) => map.moveActor(doc, actor(chance), actor(chance), local),
  connect: (doc, chance) =>
    map.connect(
      doc,
      {
        ...{ id: `r${chance.below(6)}`, actorId: actor(chance), chapterId: chapter(chance) },
        words: chance.of(words),
      },
      local,
    ),
  disconnect: (doc, chance) =>
    map.disconnect(doc, { actorId: actor(chance), chapterId: chapter(chance) }, local),
  addMark: (doc, chance) =>
    map.addMark(
      doc,
      {
        ...{ id: mark(chance), chapterId: chapter(chance), kind: markKind(chance) },
        text: chance.of(words),
      },
      local,
    ),
  moveMark: (doc, chance) =>
    map.moveMark(doc, mark(chance), { chapterId: chapter(chance), kind: markKind(chance) }, local),
  pin: (doc, chance) =>
    map.pin(
      doc,
      {
        ...{ id: `p${chance.below(4)}`, chapterId: chapter(chance), text: chance.of(words) },
        ...{ color: color(chance), dots: chance.below(9), source: `r/${chance.below(4)}` },
      },
      local,
    ),
  assign: (doc, chance) =>
    map.assign(
      doc,
      {
        ...{ id: `s${chance.below(6)}`, chapterId: chapter(chance) },
        ...{ memberId: `member-${chance.below(3)}`, name: 'Anna' },
      },
      local,
    ),
  unassign: (doc, chance) =>
    map.unassign(doc, { chapterId: chapter(chance), memberId: `member-${chance.below(3)}` }, local),
  drawMap: (doc) => map.drawMap(doc, plainMap(doc), local),
  removeFromMap: (doc, chance) => {
    const [record, id] = chance.of([
      ['chapters', chapter(chance)],
      ['actors', actor(chance)],
      ['marks', mark(chance)],
    ] as const);
    map.removeFromMap(doc, record, id, local);
  },
};

const item = (chance: Dice): string => `i${chance.below(6)}`;
const list = (chance: Dice): string => chance.of(['people', 'rules']);
const beforeItem = (chance: Dice): string | null => (chance.oneIn(2) ? item(chance) : null);

export const listsWrites: Readonly<Record<string, Write>> = {
  addItem: (doc, chance) =>
    lists.addItem(
      doc,
      {
        ...{ id: item(chance), listId: list(chance) },
        ...{ text: chance.of(words), before: beforeItem(chance) },
      },
      local,
    ),
  setDone: (doc, chance) => lists.setDone(doc, item(chance), chance.oneIn(2), local),
  moveItem: (doc, chance) =>
    lists.moveItem(doc, item(chance), { listId: list(chance), before: beforeItem(chance) }, local),
  removeItem: (doc, chance) => lists.removeItem(doc, item(chance), local),
  editItemText: (doc, chance) => lists.editItemText(doc, item(chance), edit(chance), local),
  writeLists: (doc) => {
    const { lists: now } = plainLists(doc);
    const empty = ['people', 'rules'].map((id, at) => ({ id, order: `a${at}`, items: [] }));
    lists.writeLists(doc, { lists: now.length > 0 ? now : empty }, local);
  },
};

const card = (chance: Dice): string => `c${chance.below(6)}`;
const beforeCard = (chance: Dice): string | null => (chance.oneIn(2) ? card(chance) : null);
const presenter = (chance: Dice) => ({
  presenterId: chance.oneIn(3) ? null : `member-${chance.below(3)}`,
  presenter: 'Anna (2)',
});

export const cardsWrites: Readonly<Record<string, Write>> = {
  addCard: (doc, chance) =>
    cards.addCard(
      doc,
      {
        ...{ id: card(chance), ...presenter(chance) },
        ...{ title: chance.of(words), before: beforeCard(chance) },
      },
      local,
    ),
  moveCard: (doc, chance) => cards.moveCard(doc, card(chance), beforeCard(chance), local),
  setPresenter: (doc, chance) => cards.setPresenter(doc, card(chance), presenter(chance), local),
  setLink: (doc, chance) =>
    cards.setLink(
      doc,
      card(chance),
      chance.of(['', 'https://voorbeeld.nl/a', 'javascript:0']),
      local,
    ),
  setPicture: (doc, chance) => {
    const picture = { id: 'plaatje_1-a', width: 640, height: 480 };
    cards.setPicture(doc, card(chance), chance.oneIn(2) ? picture : null, local);
  },
  editCardText: (doc, chance) => {
    const field = chance.of(['title', 'idea', 'linkTitle'] as const);
    cards.editCardText(doc, { id: card(chance), field }, edit(chance), local);
  },
  removeCards: (doc, chance) => cards.removeCards(doc, [card(chance)], local),
  clearEmptyCards: (doc) => cards.clearEmptyCards(doc, local),
  layCards: (doc, chance) => {
    const lists = [{ text: chance.of(words), author: 'Anna', by: 'member-1' }];
    cards.layCards(doc, lists, { newId, random: () => chance.next() });
  },
  writeCards: (doc) => cards.writeCards(doc, plainCards(doc), local),
};
