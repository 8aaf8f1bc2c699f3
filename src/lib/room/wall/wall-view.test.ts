import { Awareness } from 'y-protocols/awareness';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local, server } from '#document/origins';
import { plainWall } from '#document/plain';
import { roots, seedUpdate } from '#document/schema';
import type { Breach } from '#protocol/rooms';
import type { WallRights } from './wall-rights';
import type { WallRoom } from './wall-room';
import { WallView } from './wall-view.svelte';

/** A room without a line: what is done stays here, and breaches are told by the test. */
function roomWith(make: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('wall'));
  make(doc);
  const undo = new Y.UndoManager([roots.notes(doc), roots.groups(doc)], {
    trackedOrigins: new Set([local]),
    captureTimeout: 500,
  });
  const told = new Set<(breach: Breach) => void>();
  const line = {
    ...{ status: { kind: 'live' }, readOnly: false, clean: true },
    ...{ caughtUp: true, dirtyTexts: () => [], keepText: () => undefined },
    unsavedNotes: () => new Set<string>(),
    forget: () => undefined,
    onChange: () => () => undefined,
    onBreach: (listener: (breach: Breach) => void) => {
      told.add(listener);
      return () => told.delete(listener);
    },
  };
  const room = {
    ...{ doc, awareness: new Awareness(doc), line, readOnly: false, undo: () => undo.undo() },
    redo: () => undo.redo(),
    step: (act: () => unknown) => {
      undo.stopCapturing();
      act();
      undo.stopCapturing();
    },
    endStep: () => undo.stopCapturing(),
  };
  return {
    doc,
    undo,
    line,
    room: room as unknown as WallRoom,
    tell: (breach: Breach) => told.forEach((listener) => listener(breach)),
  };
}

const rights = (more: Partial<WallRights['writer']> = {}, facilitates = false): WallRights => ({
  facilitates,
  writer: { memberId: 'bram', name: 'Bram', authorsShown: false, authorEdits: false, ...more },
});

let at: ReturnType<typeof roomWith>;
let view: WallView;
beforeEach(() => {
  at = roomWith((doc) => {
    for (const [n, id] of ['a', 'b', 'c', 'low'].entries()) {
      wall.addNote(
        doc,
        { id, text: `tekst ${id}`, at: [n * 300, n * 10], color: 'yellow' },
        server,
      );
    }
    wall.addNote(doc, { id: 'hers', at: [0, 900], color: 'pink', by: 'anna' }, server);
    wall.stackOn(doc, ['low'], 'c', server);
    wall.makeGroup(doc, { id: 'g', at: [0, 400], noteIds: ['c'] }, server);
    wall.setLocked(doc, { noteIds: ['a', 'low'] }, true, server);
  });
  view = new WallView(at.room, { boardId: 'board', sprintId: 's' });
  view.rights = rights();
});
afterEach(() => {
  view.destroy();
  at.undo.destroy();
  at.room.awareness.destroy();
});
const plain = (id: string) => plainWall(at.doc).notes.find((note) => note.id === id);

describe('rights', () => {
  it('[L21] says what may be changed, what may be moved, and why not', () => {
    const all = ['a', 'b', 'c', 'low', 'hers'];
    expect(all.filter((id) => view.canEdit(id))).toEqual(['b', 'c', 'hers']);
    expect(all.filter((id) => view.canMove(id))).toEqual(['b', 'hers']);
    expect(all.map((id) => view.whyNot(id))).toEqual(['locked', null, 'locked', 'locked', null]);
    expect([view.canEditGroup('g'), view.canMoveGroup('g')]).toEqual([true, false]);
    expect(view.whyNotGroup('g')).toBe('locked');
    view.rights = rights({ authorsShown: true, authorEdits: true });
    expect(view.whyNot('hers')).toBe('not-the-author');
    view.rights = rights({}, true);
    expect(all.every((id) => view.canEdit(id) && view.canMove(id))).toBe(true);
    wall.setLocked(at.doc, { noteIds: ['a', 'low'] }, false, local);
    view.rights = rights();
    expect(all.every((id) => view.canEdit(id) && view.canMove(id))).toBe(true);
  });

  it('[L21] acts leave out what is held and do the rest', () => {
    const before = [plain('a'), plain('low'), plain('c')];
    view.moveNotes(['a', 'b', 'c'].map((id) => ({ id, at: [7, 7] as const })));
    view.colorNotes(['a', 'b'], 'blue');
    view.align(['a', 'b', 'hers'], 'left');
    view.bringToFront(['a', 'b']);
    view.removeNotes(['a', 'low', 'c']);
    view.setLocked({ noteIds: ['a'] }, false);
    view.moveGroup('g', [1, 1]);
    view.ungroup('g');
    view.setNoteText('a', 'van mij');
    expect([plain('a'), plain('low'), plain('c')]).toEqual(before);
    expect(plain('b')).toMatchObject({ color: 'blue', at: [0, 7] });
    expect(plainWall(at.doc).groups).toMatchObject([{ at: [0, 400] }]);
  });

  it('[L21] is told at once when something is locked, freed, stacked or grouped by others', () => {
    const other = (act: () => void) => at.doc.transact(act, local);
    expect(view.whyNot('b')).toBeNull();
    other(() => wall.setLocked(at.doc, { noteIds: ['b'] }, true, local));
    expect(view.whyNot('b')).toBe('locked');
    other(() => wall.setNoteText(at.doc, 'b', 'nieuwe woorden', local));
    expect(view.whyNot('b')).toBe('locked');
    other(() => wall.stackOn(at.doc, ['b'], 'hers', local));
    expect(view.whyNot('hers')).toBe('locked');
    other(() => wall.setLocked(at.doc, { noteIds: ['b'] }, false, local));
    expect(view.whyNot('hers')).toBeNull();
  });

  it('[L21] a locked group takes nothing in', () => {
    wall.setLocked(at.doc, { groupIds: ['g'], noteIds: ['a', 'low'] }, true, local);
    view.placeInGroup(['b'], 'g');
    view.stackOn(['b'], 'c');
    const id = view.addNote({ at: [3, 4], color: 'white', group: 'g' }) ?? '';
    expect(plain('b')).toMatchObject({ group: null, top: 'b' });
    expect(plain(id)).toMatchObject({ group: null, at: [3, 4] });
  });

  it('[L23] a note has its writer’s name where authors are shown, and nowhere else', () => {
    const [anonymous] = view.addLines('een', { color: 'pink' });
    view.rights = rights({ authorsShown: true });
    const signed = view.addNote({ at: [0, 0], color: 'pink' });
    expect(plain(anonymous ?? '')).not.toHaveProperty('by');
    expect(plain(signed ?? '')).toMatchObject({ by: 'bram', author: 'Bram' });
    expect(view.note(signed ?? '')?.by).toBe('bram');
  });
});

it('[L20] what the server put right is told, each time anew', () => {
  const heard: Breach[] = [];
  const end = view.onBreach((breach) => heard.push(breach));
  const breach: Breach = { rule: 'locked', noteIds: ['a'], groupIds: [] };
  expect(view.breach).toBeNull();
  at.tell(breach);
  at.tell(breach);
  expect(view.breach).toEqual({ ...breach, no: 2 });
  expect(heard).toEqual([breach, breach]);
  end();
});

it('[L22] each act is one step of undo, whatever it touched', () => {
  view.rights = rights({}, true);
  const picture = { id: 'p1', width: 10, height: 10 };
  const all = ['a', 'b', 'c', 'low', 'hers'];
  const acts: (() => void)[] = [
    () => view.bringToFront(['a', 'hers']),
    () => view.sendToBack(['b']),
    () => view.setLocked({ noteIds: ['b'], groupIds: ['g'] }, true),
    () => view.align(all, 'right'),
    () => view.distribute(all, 'down'),
    () => view.tidy(all),
    () => view.nudge(['b'], { x: 3, y: 4 }),
    () => void view.addPicture({ at: [1, 1], picture }),
    () => {
      const clip = view.copy(all);
      if (clip) view.paste(clip, { at: [2_000, 0] });
    },
    () => view.shiftGroup('g', { from: [0, 400], at: [0, 500] }),
    () => view.removeNotes(all),
  ];
  const states = [plainWall(at.doc)];
  for (const act of acts) {
    act();
    states.push(plainWall(at.doc));
    expect(states.at(-1)).not.toEqual(states.at(-2));
  }
  for (const state of states.slice(0, -1).reverse()) {
    at.room.undo();
    expect(plainWall(at.doc)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    at.room.redo();
    expect(plainWall(at.doc)).toEqual(state);
  }
});

it('[L24] shows others what I see of the plane, and tells it no longer while cursors are hidden', async () => {
  const shown = () => at.room.awareness.getLocalState()?.['view'] as unknown;
  const wide = { x: 1, y: 2, w: 300, h: 200 };
  view.setView(wide);
  await expect.poll(shown).toEqual(wide);
  view.cursorsHidden = true;
  expect(shown()).toBeNull();
});
