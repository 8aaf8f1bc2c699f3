import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import type { Writer } from '#document/holds';
import { local } from '#document/origins';
import { plainWall, type PlainWall } from '#document/plain';
import { roots, seedUpdate } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument, type Verdict } from '#server/rooms/room-document';

const bram: Writer = { memberId: 'bram', name: 'Bram', authorsShown: false, authorEdits: false };
const shown: Writer = { ...bram, authorsShown: true };
const strict: Writer = { ...shown, authorEdits: true };

/** A room with a wall on it, and the browser of somebody who is bound by its locks. */
function scene(make: (doc: Y.Doc) => void) {
  const first = new Y.Doc();
  Y.applyUpdate(first, seedUpdate('wall'));
  make(first);
  const room = new RoomDocument([Y.encodeStateAsUpdate(first)], {
    kind: 'wall',
    clients: new ClientTable([]),
    limits: roomLimits,
  });
  const browser = new Y.Doc();
  Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live));
  return {
    room,
    browser,
    before: plainWall(room.live),
    get wall(): PlainWall {
      return plainWall(room.live);
    },
    /** Does it in the browser and sends it; what the room made of it is committed and comes back. */
    does(act: (doc: Y.Doc) => void, writer: Writer | null = bram): Verdict {
      const known = Y.encodeStateVector(browser);
      let update: Uint8Array = Y.encodeStateAsUpdate(browser, known);
      const keep = (change: Uint8Array): void => void (update = Y.mergeUpdates([update, change]));
      browser.on('update', keep);
      act(browser);
      browser.off('update', keep);
      const verdict = room.propose(update, 'bram', true, writer ? { writer } : {});
      if (verdict.kind === 'taken') {
        room.commit(1, local);
        Y.applyUpdate(browser, verdict.update);
      }
      expect(plainWall(browser)).toEqual(plainWall(room.live));
      return verdict;
    },
  };
}

const add = (doc: Y.Doc, id: string, more: Partial<wall.NewNote> = {}): void =>
  wall.addNote(doc, { id, text: `text ${id}`, at: [0, 0], color: 'yellow', ...more }, local);
const locking =
  (...noteIds: string[]) =>
  (doc: Y.Doc) => {
    for (const id of ['a', 'b', 'c']) add(doc, id);
    wall.setLocked(doc, { noteIds }, true, local);
  };
const breaches = (verdict: Verdict) => (verdict.kind === 'taken' ? verdict.breaches : verdict.kind);
const told = (rule: string, noteIds: string[], groupIds: string[] = []) => [
  { rule, noteIds, groupIds },
];
const raw = (doc: Y.Doc, id: string, field: string, value: unknown): void =>
  void roots.notes(doc).get(id)?.set(field, value);
const noteOf = (plain: PlainWall, id: string) => plain.notes.find((note) => note.id === id);

describe('a locked note', () => {
  const acts: Record<string, (doc: Y.Doc) => void> = {
    words: (doc) => wall.setNoteText(doc, 'a', 'mijn versie', local),
    'other words': (doc) => raw(doc, 'a', 'text', new Y.Text('vervangen')),
    colour: (doc) => wall.colorNotes(doc, ['a'], 'pink', local),
    place: (doc) => wall.moveNotes(doc, [{ id: 'a', at: [9, 9] }], local),
    height: (doc) => wall.bringToFront(doc, ['a'], local),
    order: (doc) => wall.reorderNotes(doc, ['a'], null, local),
    picture: (doc) => raw(doc, 'a', 'picture', ['p', 10, 10]),
    removal: (doc) => roots.notes(doc).delete('a'),
    replacement: (doc) => add(doc, 'a', { text: 'nieuw' }),
    stack: (doc) => raw(doc, 'a', 'under', 'b'),
  };

  for (const [what, act] of Object.entries(acts)) {
    it(`[S40] keeps everything: ${what}`, () => {
      const at = scene(locking('a'));
      expect(breaches(at.does(act))).toEqual(told('locked', ['a']));
      expect(at.wall).toEqual(at.before);
    });
  }

  it('[S40] stays out of a new group, which its other notes do get', () => {
    const at = scene(locking('a'));
    at.does((doc) => wall.makeGroup(doc, { id: 'g', at: [5, 5], noteIds: ['a', 'b'] }, local));
    expect(at.wall.groups).toMatchObject([{ id: 'g', noteIds: ['b'] }]);
    expect(noteOf(at.wall, 'a')).toEqual(noteOf(at.before, 'a'));
  });

  it('[S40] gets back letters that were taken out and loses those that were put in', () => {
    const at = scene(locking('a'));
    at.does((doc) => {
      wall.setNoteText(doc, 'a', 'tekst van mij 😀', local);
      wall.setNoteText(doc, 'b', 'mag wel', local);
    });
    expect(noteOf(at.wall, 'a')?.text).toBe('text a');
    expect(noteOf(at.wall, 'b')?.text).toBe('mag wel');
  });

  it('[S46] is the facilitator’s to change', () => {
    const at = scene(locking('a'));
    const verdict = at.does((doc) => wall.setNoteText(doc, 'a', 'anders', local), null);
    expect(breaches(verdict)).toEqual([]);
    expect(noteOf(at.wall, 'a')?.text).toBe('anders');
    // What was not guarded meanwhile is where the next judgement begins.
    at.does((doc) => wall.setNoteText(doc, 'a', 'toch niet', local));
    expect(noteOf(at.wall, 'a')?.text).toBe('anders');
  });

  it('[S45] undoing one’s own breach, again and again, ends by itself', () => {
    const at = scene(locking('a'));
    const undo = new Y.UndoManager([roots.notes(at.browser), roots.groups(at.browser)], {
      trackedOrigins: new Set([local]),
      captureTimeout: 0,
    });
    for (const act of Object.values(acts)) at.does(act);
    for (let left = 40; left > 0 && undo.undoStack.length > 0; left--) at.does(() => undo.undo());
    for (let left = 40; left > 0 && undo.redoStack.length > 0; left--) at.does(() => undo.redo());
    expect(undo.redoStack).toHaveLength(0);
    expect(at.wall).toEqual(at.before);
    undo.destroy();
  });
});

describe('locks and names', () => {
  it('[S41] are set and freed by nobody else', () => {
    const at = scene((doc) => {
      locking('a')(doc);
      wall.makeGroup(doc, { id: 'g', at: [0, 500], noteIds: ['b'] }, local);
    });
    const all = { noteIds: ['a', 'b'], groupIds: ['g'] };
    expect(breaches(at.does((doc) => wall.setLocked(doc, all, true, local)))).toEqual(
      told('locked', ['b'], ['g']),
    );
    at.does((doc) => wall.setLocked(doc, all, false, local));
    expect(at.wall).toEqual(at.before);
    at.does((doc) => {
      add(doc, 'new');
      raw(doc, 'new', 'locked', true);
      wall.makeGroup(doc, { id: 'h', at: [0, 900] }, local);
      wall.setLocked(doc, { groupIds: ['h'] }, true, local);
    });
    expect(noteOf(at.wall, 'new')?.locked).toBe(false);
    expect(at.wall.groups.find(({ id }) => id === 'h')?.locked).toBe(false);
  });

  it('[S41] a new note has its writer’s name where authors are shown, and nobody’s elsewhere', () => {
    const at = scene(locking());
    at.does((doc) => add(doc, 'mine', { by: 'bram', author: 'Anna' }), shown);
    expect(noteOf(at.wall, 'mine')).toMatchObject({ by: 'bram', author: 'Bram' });
    const verdict = at.does((doc) => add(doc, 'fake', { by: 'anna', author: 'Anna' }), shown);
    expect(breaches(verdict)).toEqual(told('not-the-author', ['fake']));
    expect(breaches(at.does((doc) => add(doc, 'open', { by: 'bram', author: 'Bram' })))).toEqual(
      [],
    );
    for (const id of ['fake', 'open']) {
      expect(noteOf(at.wall, id)).toMatchObject({ text: `text ${id}` });
      expect(noteOf(at.wall, id)?.by).toBeUndefined();
      expect(noteOf(at.wall, id)?.author).toBeUndefined();
    }
  });

  it('[S41] the names on a note stay, also when its removal is taken back', () => {
    const at = scene((doc) => add(doc, 'hers', { by: 'anna', author: 'Anna' }));
    const undo = new Y.UndoManager([roots.notes(at.browser)], {
      trackedOrigins: new Set([local]),
      captureTimeout: 0,
    });
    expect(breaches(at.does((doc) => raw(doc, 'hers', 'by', 'bram'), shown))).toEqual(
      told('not-the-author', ['hers']),
    );
    at.does((doc) => wall.removeNotes(doc, ['hers'], local), shown);
    expect(at.wall.notes).toEqual([]);
    expect(breaches(at.does(() => undo.undo(), shown))).toEqual([]);
    expect(at.wall).toEqual(at.before);
    undo.destroy();
  });
});

describe('groups and stacks', () => {
  const grouped = (what: { noteIds?: string[]; groupIds?: string[] }) => (doc: Y.Doc) => {
    for (const id of ['a', 'b', 'out', 'low']) add(doc, id);
    wall.makeGroup(doc, { id: 'g', at: [0, 500], label: 'Prijs', noteIds: ['a', 'b'] }, local);
    wall.stackOn(doc, ['low'], 'a', local);
    wall.setLocked(doc, what, true, local);
  };

  it('[S42] a locked group keeps place, label, contents and their order', () => {
    const acts: ((doc: Y.Doc) => void)[] = [
      (doc) => wall.moveGroup(doc, 'g', [9, 9], local),
      (doc) => wall.labelGroup(doc, 'g', 'Anders', local),
      (doc) => wall.reorderGroup(doc, 'g', null, local),
      (doc) => wall.ungroup(doc, 'g', local),
      (doc) => wall.placeInGroup(doc, ['out'], { groupId: 'g' }, local),
      (doc) => wall.moveNotes(doc, [{ id: 'a', at: [1, 1] }], local),
      (doc) => wall.reorderNotes(doc, ['b'], 'a', local),
      (doc) => wall.unstack(doc, ['low'], local),
      (doc) => wall.stackOn(doc, ['out'], 'b', local),
      (doc) => wall.removeNotes(doc, ['a', 'b'], local),
    ];
    const at = scene(grouped({ groupIds: ['g'] }));
    for (const act of acts) {
      expect(breaches(at.does(act))).toMatchObject([{ rule: 'locked' }]);
      expect(at.wall).toEqual(at.before);
    }
  });

  it('[S42] words and colours in a locked group are free, and a new note lies loose beside it', () => {
    const at = scene(grouped({ groupIds: ['g'] }));
    expect(breaches(at.does((doc) => wall.setNoteText(doc, 'a', 'beter', local)))).toEqual([]);
    expect(breaches(at.does((doc) => wall.colorNotes(doc, ['b'], 'blue', local)))).toEqual([]);
    const verdict = at.does((doc) => add(doc, 'new', { group: 'g', at: [7, 8] }));
    expect(breaches(verdict)).toEqual(told('locked', ['new'], ['g']));
    expect(noteOf(at.wall, 'new')).toMatchObject({ group: null, at: [7, 8], text: 'text new' });
    expect(noteOf(at.wall, 'a')?.text).toBe('beter');
  });

  it('[S42] what is in a locked group is not drawn out of it by a new note under a name it points at', () => {
    const at = scene((doc) => {
      grouped({ groupIds: ['g'] })(doc);
      raw(doc, 'b', 'under', 'ghost');
    });
    at.does((doc) => add(doc, 'ghost', { at: [999, 999] }));
    expect(at.wall.groups).toEqual(at.before.groups);
  });

  it('[S43] an open group that holds a locked note stays and stands, and takes notes in', () => {
    const at = scene(grouped({ noteIds: ['b'] }));
    expect(breaches(at.does((doc) => wall.moveGroup(doc, 'g', [9, 9], local)))).toEqual(
      told('locked', [], ['g']),
    );
    expect(at.wall).toEqual(at.before);
    expect(breaches(at.does((doc) => wall.labelGroup(doc, 'g', 'Kosten', local)))).toEqual([]);
    const taking = (doc: Y.Doc) => wall.placeInGroup(doc, ['out'], { groupId: 'g' }, local);
    expect(breaches(at.does(taking))).toEqual([]);
    expect(at.wall.groups[0]?.noteIds).toEqual(['a', 'low', 'b', 'out']);
    at.does((doc) => wall.ungroup(doc, 'g', local));
    expect(at.wall.groups).toMatchObject([{ label: 'Kosten', noteIds: ['b'], at: [0, 500] }]);
    expect(noteOf(at.wall, 'out')).toMatchObject({ group: null });
  });

  it('[S43] what lies over a locked note in its stack stays over it', () => {
    const at = scene(grouped({ noteIds: ['low'] }));
    for (const act of [
      (doc: Y.Doc) => wall.moveNotes(doc, [{ id: 'a', at: [1, 1] }], local),
      (doc: Y.Doc) => wall.removeNotes(doc, ['a'], local),
      (doc: Y.Doc) => roots.notes(doc).delete('a'),
      (doc: Y.Doc) => wall.stackOn(doc, ['a'], 'out', local),
    ]) {
      expect(breaches(at.does(act))).toMatchObject([{ rule: 'locked' }]);
      expect(at.wall).toEqual(at.before);
    }
    expect(breaches(at.does((doc) => wall.setNoteText(doc, 'a', 'mag', local)))).toEqual([]);
  });

  it('[S43] something new under a name that a locked note points at takes nothing along', () => {
    const at = scene((doc) => {
      locking('a', 'b')(doc);
      raw(doc, 'a', 'under', 'ghost');
      raw(doc, 'b', 'group', 'spook');
    });
    at.does((doc) => {
      add(doc, 'ghost', { at: [999, 999] });
      wall.makeGroup(doc, { id: 'spook', at: [777, 777] }, local);
    });
    for (const id of ['a', 'b']) {
      expect(noteOf(at.wall, id)).toMatchObject({ place: { x: 0, y: 0 }, group: null, top: id });
    }
    expect(noteOf(at.wall, 'ghost')?.at).toEqual([999, 999]);
  });
});

describe('only the author edits', () => {
  const written = (doc: Y.Doc): void => {
    add(doc, 'mine', { by: 'bram' });
    add(doc, 'hers', { by: 'anna' });
    add(doc, 'nobody');
  };

  it('[S44] the note of another is held, one’s own and nobody’s are not', () => {
    const at = scene(written);
    const verdict = at.does((doc) => {
      for (const id of ['mine', 'hers', 'nobody']) wall.setNoteText(doc, id, 'anders', local);
    }, strict);
    expect(breaches(verdict)).toEqual(told('not-the-author', ['hers']));
    expect(at.wall.notes.map(({ text }) => text)).toEqual(['anders', 'text hers', 'anders']);
    at.does((doc) => wall.setNoteText(doc, 'hers', 'samen', local), shown);
    expect(noteOf(at.wall, 'hers')?.text).toBe('samen');
  });

  it('[S44] and is not moved by the group that it is in, nor taken over under its id', () => {
    const at = scene((doc) => {
      written(doc);
      wall.makeGroup(doc, { id: 'g', at: [0, 500], noteIds: ['mine', 'hers'] }, local);
    });
    at.does((doc) => wall.moveGroup(doc, 'g', [9, 9], local), strict);
    at.does((doc) => wall.removeNotes(doc, ['hers'], local), strict);
    at.does((doc) => add(doc, 'hers', { by: 'bram' }), strict);
    expect(at.wall).toEqual(at.before);
  });
});

describe('whatever is written', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
  const group = fc.constantFrom('g', 'h');
  const place = fc.tuple(fc.nat(900), fc.nat(900));
  type Write = (doc: Y.Doc) => void;
  const write: fc.Arbitrary<Write> = fc.oneof(
    fc.tuple(id, fc.string({ maxLength: 6 })).map(
      ([n, text]): Write =>
        (doc) =>
          wall.setNoteText(doc, n, text, local),
    ),
    fc.tuple(id, place).map(
      ([n, at]): Write =>
        (doc) =>
          wall.moveNotes(doc, [{ id: n, at }], local),
    ),
    ids.map(
      (ns): Write =>
        (doc) =>
          wall.removeNotes(doc, ns, local),
    ),
    id.map(
      (n): Write =>
        (doc) =>
          void roots.notes(doc).delete(n),
    ),
    id.map(
      (n): Write =>
        (doc) =>
          add(doc, n),
    ),
    fc.tuple(ids, group).map(
      ([ns, g]): Write =>
        (doc) =>
          wall.placeInGroup(doc, ns, { groupId: g }, local),
    ),
    fc.tuple(ids, group, place).map(
      ([noteIds, g, at]): Write =>
        (doc) =>
          wall.makeGroup(doc, { id: g, at, noteIds }, local),
    ),
    fc.tuple(group, place).map(
      ([g, at]): Write =>
        (doc) =>
          wall.moveGroup(doc, g, at, local),
    ),
    group.map(
      (g): Write =>
        (doc) =>
          wall.ungroup(doc, g, local),
    ),
    group.map(
      (g): Write =>
        (doc) =>
          void roots.groups(doc).delete(g),
    ),
    fc.tuple(ids, id).map(
      ([ns, onto]): Write =>
        (doc) =>
          wall.stackOn(doc, ns, onto, local),
    ),
    ids.map(
      (ns): Write =>
        (doc) =>
          wall.unstack(doc, ns, local),
    ),
    fc.tuple(id, id).map(
      ([n, under]): Write =>
        (doc) =>
          raw(doc, n, 'under', under),
    ),
    fc.tuple(id, group).map(
      ([n, g]): Write =>
        (doc) =>
          raw(doc, n, 'group', g),
    ),
    fc.tuple(ids, fc.boolean()).map(
      ([noteIds, locked]): Write =>
        (doc) =>
          wall.setLocked(doc, { noteIds, groupIds: ['g'] }, locked, local),
    ),
  );
  /** What of a wall nobody but a facilitator may have changed. */
  const held = ({ notes, groups }: PlainWall) => ({
    groups: groups.filter(({ locked }) => locked),
    notes: notes
      .filter(({ locked }) => locked)
      .map(({ text, color, at, order, z, under, group: g, top, id: n }) => {
        const box = groups.find((one) => one.id === g)?.box;
        const stack = notes.find((one) => one.id === top)?.at;
        return { n, text, color, at, order, z, under, g, top, stack: g ? [box?.x, box?.y] : stack };
      })
      .sort((a, b) => (a.n < b.n ? -1 : 1)),
  });

  it('[S48] what is locked is as it was, and the browser sees what the room has', () => {
    fc.assert(
      fc.property(
        fc.array(write, { maxLength: 12 }),
        fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        (made, updates) => {
          const at = scene((doc) => {
            for (const n of ['a', 'b', 'c', 'd']) add(doc, n);
            for (const act of made) act(doc);
          });
          for (const update of updates) {
            at.does((doc) => doc.transact(() => update.forEach((act) => act(doc)), local));
            expect(held(at.wall)).toEqual(held(at.before));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('[S49] costs a fraction of a reading of the wall for one note of a thousand', () => {
  const at = scene((doc) => {
    for (let n = 0; n < 1_000; n += 1) add(doc, `n${n}`, { at: [n, n] });
    const locked = Array.from({ length: 100 }, (_, n) => `n${n}`);
    wall.setLocked(doc, { noteIds: locked }, true, local);
  });
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length / 2] ?? Infinity;
  const msOf = (work: () => unknown): number => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  };
  const medianMs = (writer: Writer | undefined, act: (n: number) => (doc: Y.Doc) => void) => {
    const times = Array.from({ length: 120 }, (_, n) => {
      const known = Y.encodeStateVector(at.browser);
      act(n)(at.browser);
      const update = Y.encodeStateAsUpdate(at.browser, known);
      return msOf(() => at.room.propose(update, 'bram', true, writer ? { writer } : {}));
    });
    return median(times);
  };
  const move = (n: number) => (doc: Y.Doc) => raw(doc, `n${500 + n}`, 'at', [n, 7_000 + n]);
  const breach = (n: number) => (doc: Y.Doc) => raw(doc, `n${n % 100}`, 'at', [n, 9_000 + n]);
  // The first reading of the wall is paid once per room.
  at.does((doc) => wall.colorNotes(doc, ['n900'], 'pink', local));
  const free = medianMs(undefined, move);
  const reading = median(Array.from({ length: 40 }, () => msOf(() => plainWall(at.browser))));
  expect(medianMs(bram, move) - free).toBeLessThan(reading / 4);
  expect(medianMs(bram, breach) - free).toBeLessThan(reading / 2);
});
