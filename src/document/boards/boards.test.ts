import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readClip } from '#document/boards/read-clip';
import * as wall from '#document/boards/wall';
import { groupPlaceHold, noteHold, placeHold, type Writer } from '#document/holds';
import { local } from '#document/origins';
import { byDrawing } from '#document/order';
import { aligned, distributed, tidied } from '#document/placing';
import { candidatesOf, plainWall, plainWallOfUpdate } from '#document/plain';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, roots, seedUpdate } from '#document/schema';
import { WallIndex } from '#document/wall-index';

function wallWith(...ids: string[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('wall'));
  ids.forEach((id, at) =>
    wall.addNote(doc, { id, text: `text ${id}`, at: [at * 300, 0], color: 'yellow' }, local),
  );
  return doc;
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const meet = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};
const note = (doc: Y.Doc, id: string) => plainWall(doc).notes.find((one) => one.id === id);
const drawn = (doc: Y.Doc): string[] =>
  plainWall(doc)
    .notes.filter((one) => one.top === one.id)
    .sort(byDrawing)
    .map((one) => one.id);
/** The fields of notes that were written while `act` ran, as 'id.field'. */
function written(doc: Y.Doc, act: () => void): string[] {
  const fields: string[] = [];
  const listen = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const { path, changes } of events) {
      for (const key of changes.keys.keys()) fields.push([...path, key].join('.'));
    }
  };
  roots.notes(doc).observeDeep(listen);
  act();
  roots.notes(doc).unobserveDeep(listen);
  return fields.sort();
}

describe('height', () => {
  it('[D20] to the front is above all others and to the back beneath them, keeping how they lay', () => {
    const doc = wallWith('a', 'b', 'c', 'd');
    expect(drawn(doc)).toEqual(['a', 'b', 'c', 'd']);
    wall.bringToFront(doc, ['b'], local);
    wall.bringToFront(doc, ['a'], local);
    expect(drawn(doc)).toEqual(['c', 'd', 'b', 'a']);
    wall.sendToBack(doc, ['b', 'a'], local);
    expect(drawn(doc)).toEqual(['b', 'a', 'c', 'd']);
    wall.bringToFront(doc, ['a', 'd', 'b'], local);
    expect(drawn(doc)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('[D20] what already lies on top is not written again', () => {
    const doc = wallWith('a', 'b');
    wall.bringToFront(doc, ['a'], local);
    expect(written(doc, () => wall.bringToFront(doc, ['a'], local))).toEqual([]);
  });

  it('[D20] a stack is as high as its top, and who inherits it stays that high', () => {
    const doc = wallWith('a', 'b', 'c');
    wall.stackOn(doc, ['b'], 'a', local);
    wall.bringToFront(doc, ['b'], local);
    expect(drawn(doc)).toEqual(['c', 'a']);
    wall.removeNotes(doc, ['a'], local);
    expect(drawn(doc)).toEqual(['c', 'b']);
  });
});

describe('pictures', () => {
  const picture = { id: 'p1', width: 640, height: 480 };

  it('[D21] a picture is a note, and its caption is what is voted on', () => {
    const doc = wallWith();
    wall.addNote(doc, { id: 'p', at: [0, 0], color: 'white', picture }, local);
    expect(note(doc, 'p')).toMatchObject({ picture, text: '' });
    expect(candidatesOf(plainWall(doc))).toEqual([]);
    wall.setNoteText(doc, 'p', 'De wachtrij', local);
    expect(candidatesOf(plainWall(doc))).toEqual([
      { noteIds: ['p'], text: 'De wachtrij', groupLabel: null },
    ]);
  });

  it('[D21] a picture without words on a stack is voted on by the words beneath it', () => {
    const doc = wallWith('a');
    wall.addNote(doc, { id: 'p', at: [0, 0], color: 'white', picture }, local);
    wall.stackOn(doc, ['a'], 'p', local);
    expect(candidatesOf(plainWall(doc))).toEqual([
      { noteIds: ['p', 'a'], text: 'text a', groupLabel: null },
    ]);
  });
});

describe('rows', () => {
  const lying = (id: string, x: number, y: number) => ({ id, place: { x, y } });
  const three = [lying('a', 0, 40), lying('b', 90, 0), lying('c', 300, 20)];

  it('[D22] lines up with the outermost, or with the middle between them', () => {
    expect(aligned(three, 'left').map(({ at }) => at[0])).toEqual([0, 0, 0]);
    expect(aligned(three, 'right').map(({ at }) => at[0])).toEqual([300, 300, 300]);
    expect(aligned(three, 'centre').map(({ at }) => at[0])).toEqual([150, 150, 150]);
    expect(aligned(three, 'top').map(({ at }) => at)).toEqual([
      [0, 0],
      [90, 0],
      [300, 0],
    ]);
    expect(aligned(three, 'middle').map(({ at }) => at[1])).toEqual([20, 20, 20]);
    expect(aligned(three, 'bottom').map(({ at }) => at[1])).toEqual([40, 40, 40]);
  });

  it('[D22] spreads evenly between the outermost, from three on', () => {
    expect(distributed(three, 'across')).toEqual([
      { id: 'a', at: [0, 40] },
      { id: 'b', at: [150, 0] },
      { id: 'c', at: [300, 20] },
    ]);
    expect(distributed(three.slice(1), 'down')).toEqual([]);
  });

  it('[D22] tidies into a grid in the order in which the notes were read', () => {
    const scattered = [
      lying('d', 20, 500),
      lying('b', 400, 30),
      lying('a', 10, 60),
      lying('c', 700, 0),
    ];
    const moves = tidied(scattered);
    expect(moves.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(moves[0]?.at).toEqual([10, 0]);
    expect(moves[3]?.at).toEqual([10, NOTE_HEIGHT + NOTE_GAP]);
    expect(moves[1]?.at).toEqual([10 + NOTE_WIDTH + NOTE_GAP, 0]);
  });

  it('[D22] writes places of loose notes and nothing else', () => {
    const doc = wallWith('a', 'b', 'c', 'in', 'low');
    wall.makeGroup(doc, { id: 'g', at: [0, 900], noteIds: ['in'] }, local);
    wall.stackOn(doc, ['low'], 'a', local);
    const all = ['a', 'b', 'c', 'in', 'low'];
    expect(written(doc, () => wall.alignNotes(doc, all, 'right', local))).toEqual(['a.at', 'b.at']);
    expect(written(doc, () => wall.nudgeNotes(doc, ['in', 'b'], { x: 0, y: 7 }, local))).toEqual([
      'b.at',
    ]);
    expect(note(doc, 'b')?.at).toEqual([600, 7]);
    expect(written(doc, () => wall.tidyNotes(doc, ['in', 'low'], local))).toEqual([]);
    wall.distributeNotes(doc, all, 'down', local);
    expect(note(doc, 'in')?.group).toBe('g');
    expect(note(doc, 'low')?.top).toBe('a');
  });
});

describe('clips', () => {
  let made = 0;
  const newId = (): string => `new-${(made += 1)}`;
  const clipOf = (doc: Y.Doc, ids: string[], sprintId = 's1') => {
    const clip = readClip(JSON.stringify(wall.copyNotes(doc, ids, { sprintId })));
    if (!clip) throw new Error('no clip');
    return clip;
  };

  it('[D23] goes to another board with groups, stacks, colours and places, and without ids, locks and authors', () => {
    const doc = wallWith('a', 'b', 'c', 'd');
    wall.colorNotes(doc, ['b'], 'blue', local);
    wall.stackOn(doc, ['b'], 'a', local);
    wall.makeGroup(doc, { id: 'g', at: [100, 400], label: 'Prijs', noteIds: ['c', 'd'] }, local);
    wall.setLocked(doc, { noteIds: ['a'], groupIds: ['g'] }, true, local);
    roots.notes(doc).get('a')?.set('by', 'anna');
    const other = wallWith('x');
    const laid = wall.pasteNotes(other, clipOf(doc, ['a', 'g']), { at: [50, 60], newId }, local);
    const plain = plainWall(other);
    expect(laid.noteIds).toHaveLength(4);
    expect(plain.groups).toMatchObject([{ id: laid.groupIds[0], label: 'Prijs', locked: false }]);
    const [group] = plain.groups;
    expect(plain.notes.filter((one) => one.group === group?.id).map((one) => one.text)).toEqual([
      'text c',
      'text d',
    ]);
    const top = plain.notes.find((one) => one.text === 'text a');
    expect(top).toMatchObject({ at: [50, 60], locked: false, group: null });
    expect(top?.by).toBeUndefined();
    expect(plain.notes.find((one) => one.id === top?.beneath[0])).toMatchObject({
      text: 'text b',
      color: 'blue',
    });
    expect(group && top && group.at[1] - top.at[1]).toBe(400);
    expect(plain.notes[0]?.id).toBe(laid.noteIds[0]);
  });

  it('[D23] part of a group comes loose, where it was drawn', () => {
    const doc = wallWith('a', 'b');
    wall.makeGroup(doc, { id: 'g', at: [0, 0], noteIds: ['a', 'b'] }, local);
    const clip = clipOf(doc, ['b']);
    expect(clip.groups).toEqual([]);
    expect(clip.notes).toMatchObject([{ text: 'text b', group: null, at: [0, 0] }]);
    expect(wall.copyNotes(doc, ['nobody'])).toBeNull();
  });

  it('[D23] a picture stays within its sprint', () => {
    const doc = wallWith();
    const picture = { id: 'p1', width: 10, height: 10 };
    wall.addNote(doc, { id: 'p', at: [0, 0], color: 'white', picture }, local);
    wall.addNote(doc, { id: 'q', text: 'rij', at: [0, 0], color: 'white', picture }, local);
    const clip = clipOf(doc, ['p', 'q']);
    const [same, other] = [wallWith(), wallWith()];
    wall.pasteNotes(same, clip, { at: [0, 0], newId, sprintId: 's1' }, local);
    wall.pasteNotes(other, clip, { at: [0, 0], newId, sprintId: 's2' }, local);
    expect(plainWall(same).notes.map((one) => one.picture?.id)).toEqual(['p1', 'p1']);
    expect(plainWall(other).notes).toMatchObject([{ text: 'rij', picture: null }]);
  });

  it('[D23] what is no clip, or too much, is not read', () => {
    const whole = JSON.stringify(wall.copyNotes(wallWith('a'), ['a']));
    const { notes, ...rest } = JSON.parse(whole) as { notes: unknown[] };
    const many = JSON.stringify({ ...rest, notes: Array.from({ length: 501 }, () => notes[0]) });
    const long = JSON.stringify({
      ...rest,
      notes: [{ ...(notes[0] as object), text: 'x'.repeat(2_001) }],
    });
    expect(readClip(whole)).toBeDefined();
    for (const bad of [
      '',
      'eieren\nmelk',
      '{}',
      '{"kind":',
      many,
      long,
      whole.replace('"version":1', '"version":2'),
    ]) {
      expect(readClip(bad)).toBeUndefined();
    }
    const big = wallWith(...Array.from({ length: 520 }, (_, at) => `n${at}`));
    const ids = plainWall(big).notes.map((one) => one.id);
    expect(clipOf(big, ids).notes).toHaveLength(500);
  });

  it('[D23] numbers that point nowhere or in a ring are pasted as loose notes without harm', () => {
    const clip = clipOf(wallWith('a', 'b'), ['a', 'b']);
    const [first, second] = clip.notes;
    if (!first || !second) throw new Error('no notes');
    Object.assign(first, { under: 1, group: 9 });
    Object.assign(second, { under: 0 });
    const doc = wallWith();
    wall.pasteNotes(doc, clip, { at: [0, 0], newId }, local);
    expect(plainWall(doc).notes).toHaveLength(2);
  });
});

describe('an older wall', () => {
  it('[D24] comes back whole: removed notes, words, groups, stacks, heights, locks and pictures', () => {
    const doc = wallWith('a', 'b', 'c', 'd');
    wall.makeGroup(doc, { id: 'g', at: [0, 400], label: 'Prijs', noteIds: ['a', 'b'] }, local);
    wall.stackOn(doc, ['d'], 'c', local);
    wall.setLocked(doc, { noteIds: ['c'], groupIds: ['g'] }, true, local);
    wall.bringToFront(doc, ['c'], local);
    const stored = Y.encodeStateAsUpdate(doc);
    const older = plainWall(doc);
    wall.removeNotes(doc, ['a', 'c'], local);
    wall.ungroup(doc, 'g', local);
    wall.setNoteText(doc, 'b', 'heel iets anders', local);
    wall.addNote(doc, { id: 'new', text: 'later', at: [1, 1], color: 'pink' }, local);
    wall.bringToFront(doc, ['d'], local);
    wall.restoreWall(doc, older);
    expect(plainWall(doc)).toEqual(older);
    expect(plainWallOfUpdate(stored)).toEqual(older);
  });

  it('[D24] writes only what differs, so that others keep typing in the same letters', () => {
    const doc = wallWith('a', 'b');
    const older = copyOf(doc);
    wall.setNoteText(doc, 'a', 'text aa', local);
    const other = copyOf(doc);
    wall.setNoteText(other, 'a', 'mijn text aa', local);
    expect(written(doc, () => wall.restoreWall(doc, older))).toEqual([]);
    expect(plainWall(doc)).toEqual(plainWall(older));
    meet(doc, other);
    expect(note(doc, 'a')?.text).toBe('mijn text a');
  });

  it('[D24] can be taken back like anything else', () => {
    const doc = wallWith('a', 'b');
    const older = copyOf(doc);
    wall.removeNotes(doc, ['a'], local);
    const before = plainWall(doc);
    const undo = new Y.UndoManager([roots.notes(doc), roots.groups(doc)], {
      trackedOrigins: new Set([local]),
    });
    wall.restoreWall(doc, older, local);
    expect(note(doc, 'a')?.text).toBe('text a');
    undo.undo();
    expect(plainWall(doc)).toEqual(before);
    undo.destroy();
  });
});

describe('what is held', () => {
  const bram: Writer = { memberId: 'bram', name: 'Bram', authorsShown: false, authorEdits: false };
  const strict: Writer = { ...bram, authorsShown: true, authorEdits: true };

  it('[D25] a locked note is held, with what it lies beneath and the group that it is drawn in', () => {
    const doc = wallWith('top', 'low', 'peer', 'free');
    wall.stackOn(doc, ['low'], 'top', local);
    wall.makeGroup(doc, { id: 'g', at: [0, 400], noteIds: ['top', 'peer'] }, local);
    wall.setLocked(doc, { noteIds: ['low'] }, true, local);
    const index = new WallIndex(doc);
    expect(noteHold(index.notes.get('low'), bram)).toBe('locked');
    expect(noteHold(index.notes.get('top'), bram)).toBeNull();
    expect(placeHold(index, 'top', bram)).toBe('locked');
    expect(placeHold(index, 'peer', bram)).toBeNull();
    expect(groupPlaceHold(index, 'g', bram)).toBe('locked');
    wall.setLocked(doc, { noteIds: ['low'] }, false, local);
    index.refresh();
    expect(placeHold(index, 'top', bram)).toBeNull();
    expect(groupPlaceHold(index, 'g', bram)).toBeNull();
  });

  it('[D25] a locked group holds the places of what is in it, not the words', () => {
    const doc = wallWith('in', 'out');
    wall.makeGroup(doc, { id: 'g', at: [0, 400], noteIds: ['in'] }, local);
    wall.setLocked(doc, { groupIds: ['g'] }, true, local);
    const index = new WallIndex(doc);
    expect(noteHold(index.notes.get('in'), bram)).toBeNull();
    expect(placeHold(index, 'in', bram)).toBe('locked');
    expect(placeHold(index, 'out', bram)).toBeNull();
  });

  it('[D26] where authors alone edit, notes of others are held and those of nobody are not', () => {
    const doc = wallWith('loose');
    const add = (id: string, by: string) =>
      wall.addNote(doc, { id, at: [0, 0], color: 'pink', by, author: by }, local);
    add('mine', 'bram');
    add('hers', 'anna');
    const index = new WallIndex(doc);
    const holds = (writer: Writer) =>
      ['loose', 'mine', 'hers'].map((id) => noteHold(index.notes.get(id), writer));
    expect(holds(strict)).toEqual([null, null, 'not-the-author']);
    expect(holds(bram)).toEqual([null, null, null]);
    expect(note(doc, 'hers')).toMatchObject({ by: 'anna', author: 'anna' });
  });

  it('[D26] the reveal writes both where authors are shown and neither elsewhere', () => {
    const doc = wallWith();
    const lay = (extra: object) =>
      wall.layOnWall(doc, [{ text: 'x', color: 'pink', ...extra }], {
        newId: () => `laid-${plainWall(doc).notes.length}`,
        random: () => 0.5,
      });
    lay({ author: 'Anna', by: 'anna' });
    lay({});
    expect(note(doc, 'laid-0')).toMatchObject({ author: 'Anna', by: 'anna' });
    expect([...(roots.notes(doc).get('laid-1')?.keys() ?? [])]).not.toContain('by');
  });
});

describe('decided on a screen that lags', () => {
  it('[D19] a note that is pushed aside stays in the group or stack that it just joined', () => {
    const a = wallWith('x', 'y', 'top');
    wall.makeGroup(a, { id: 'g', at: [0, 400] }, local);
    const b = copyOf(a);
    const aside = ['x', 'y'].map((id) => ({ id, at: [50, 60] as const }));
    wall.shiftNotes(a, aside, local);
    wall.placeInGroup(b, ['x'], { groupId: 'g' }, local);
    wall.stackOn(b, ['y'], 'top', local);
    meet(a, b);
    expect(plainWall(b)).toEqual(plainWall(a));
    expect(note(a, 'x')?.group).toBe('g');
    expect(note(a, 'y')?.top).toBe('top');
    const settled = plainWall(a);
    wall.shiftNotes(a, aside, local);
    expect(plainWall(a)).toEqual(settled);
  });

  it('[D27] what somebody else just moved does not step aside', () => {
    const doc = wallWith('a', 'b');
    wall.makeGroup(doc, { id: 'g', at: [0, 400] }, local);
    wall.moveNotes(doc, [{ id: 'b', at: [77, 88] }], local);
    wall.moveGroup(doc, 'g', [5, 6], local);
    wall.shiftNotes(
      doc,
      [
        { id: 'a', from: [0, 0], at: [1, 2] },
        { id: 'b', from: [300, 0], at: [3, 4] },
      ],
      local,
    );
    wall.shiftGroup(doc, 'g', { from: [0, 400], at: [9, 9] }, local);
    expect(note(doc, 'a')?.at).toEqual([1, 2]);
    expect(note(doc, 'b')?.at).toEqual([77, 88]);
    expect(plainWall(doc).groups[0]?.at).toEqual([5, 6]);
    wall.shiftGroup(doc, 'g', { from: [5, 6], at: [9, 9] }, local);
    expect(plainWall(doc).groups[0]?.at).toEqual([9, 9]);
  });

  it('[D28] a note that is no longer empty is not taken away', () => {
    const doc = wallWith();
    const picture = { id: 'p1', width: 10, height: 10 };
    wall.addNote(doc, { id: 'empty', at: [0, 0], color: 'pink' }, local);
    wall.addNote(doc, { id: 'typed', at: [0, 0], color: 'pink' }, local);
    wall.addNote(doc, { id: 'picture', at: [0, 0], color: 'pink', picture }, local);
    wall.setNoteText(doc, 'typed', 'net op tijd', local);
    wall.removeEmptyNotes(doc, ['empty', 'typed', 'picture'], local);
    expect(plainWall(doc).notes.map((one) => one.id)).toEqual(['typed', 'picture']);
  });
});
