/** The work that an update is, counted: what is made to cost is refused, what people do is not. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { roots, seedUpdate } from '#document/schema';
import { limits as written } from '#domain/limits';
import { ClientTable } from '#server/rooms/clients';
import { placingWork } from '#server/rooms/judge/work';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument, type Verdict } from '#server/rooms/room-document';
import { dice, type Dice } from '#tests/convergence/support/seeded';
import { costlyUpdates } from '#tests/support/costly-updates';
import { processorMs } from '#tests/support/processor-time';

const newRoom = (): RoomDocument =>
  new RoomDocument([seedUpdate('wall')], {
    ...{ kind: 'wall', clients: new ClientTable([]), limits: roomLimits },
  });

/** Gives it to the room, which takes it in when it may. */
function give(room: RoomDocument, update: Uint8Array, who = 'anna'): Verdict {
  const verdict = room.propose(update, who, true);
  if (verdict.kind === 'taken') room.commit(1, local);
  return verdict;
}

/** A browser with what the room has. */
function browserOf(room: RoomDocument): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.live));
  return doc;
}

/** All that it wrote since, as it is sent after a time without a connection. */
function sentOf(doc: Y.Doc, room: RoomDocument): Uint8Array {
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.live));
}

const notesOf = (count: number, text = 'Hoe kunnen we dit morgen anders doen?') =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `n${n}`, text, at: [n * 10, n] as const, color: 'yellow' as const },
    ...{ group: 'g1', author: 'Anna', by: 'anna' },
  }));

/** As people do it: letters here and there, words taken out, notes moved. */
function edit(doc: Y.Doc, chance: Dice): void {
  const ids = [...roots.notes(doc).keys()];
  const id = chance.of(ids);
  const text = roots.notes(doc).get(id)?.get('text') as Y.Text;
  if (chance.oneIn(8)) return wall.moveNotes(doc, [{ id, at: [chance.below(900), 3] }], local);
  const at = chance.below(text.length + 1);
  if (chance.oneIn(3)) text.delete(at, Math.min(text.length - at, 1 + chance.below(8)));
  else text.insert(at, 'nieuw');
}

describe('what is made to cost', () => {
  const paste = new Y.Doc();
  Y.applyUpdate(paste, seedUpdate('wall'));
  wall.addNotes(paste, notesOf(500), local);
  const honest = Y.encodeStateAsUpdate(paste);
  let pasteMs = 0;
  beforeAll(() => {
    pasteMs = Math.max(...[1, 2, 3].map(() => processorMs(() => give(newRoom(), honest))));
  });

  test.each(Object.entries(costlyUpdates))(
    '[S87] %s is refused, and costs about what a paste does',
    (_, make) => {
      const room = newRoom();
      const frames = [...make()];
      const last = frames.pop() ?? new Uint8Array();
      for (const frame of frames) expect(give(room, frame).kind).toBe('taken');
      const before = Y.encodeStateVector(room.live);
      const costMs = processorMs(() => {
        expect(give(room, last)).toMatchObject({
          kind: 'bad',
          why: expect.stringContaining('than any writer'),
        });
      });
      expect(costMs).toBeLessThan(5 * pasteMs);
      expect(Y.encodeStateVector(room.live)).toEqual(before);
      expect(give(room, honest, 'bram').kind).toBe('taken');
    },
  );

  test('[S87] what is counted is what Yjs does, step by step', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const chance = dice(seed);
      const people = Array.from({ length: 4 }, () => new Y.Doc());
      const texts = people.map((doc) => doc.getText('t'));
      for (let round = 0; round < 4; round++) {
        for (const text of texts) {
          for (let left = 12; left > 0; left--) {
            const at = chance.below(text.length + 1);
            if (text.length > at && chance.oneIn(4)) text.delete(at, 1);
            else text.insert(at, chance.of(['a', 'bc', 'def']));
          }
        }
        for (const doc of people) {
          for (const other of people) {
            const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc));
            const { counted, done } = stepsOf(doc, update);
            expect(counted).toBe(done);
          }
        }
      }
    }
  });
});

/** How many steps were counted, and how many Yjs went: it puts each item that it passes into two sets. */
function stepsOf(doc: Y.Doc, update: Uint8Array): { counted: number; done: number } {
  const { add } = Set.prototype;
  const { integrate } = Y.Item.prototype;
  let [passed, items] = [0, 0];
  Set.prototype.add = function (this: Set<unknown>, value: unknown) {
    if (value instanceof Y.Item) passed += 1;
    return add.call(this, value);
  };
  Y.Item.prototype.integrate = function (...given) {
    items += 1;
    integrate.apply(this, given);
  };
  try {
    const work = placingWork(Number.MAX_SAFE_INTEGER, () => Y.applyUpdate(doc, update));
    const counted = (work - 100 * items) / 10;
    // And once the counting itself.
    return { counted, done: passed / 3 };
  } finally {
    Set.prototype.add = add;
    Y.Item.prototype.integrate = integrate;
  }
}

describe('what people do', () => {
  const work = (verdict: Verdict): number => {
    expect(verdict).toMatchObject({ kind: 'taken' });
    return verdict.kind === 'taken' ? verdict.work : Infinity;
  };
  const most = roomLimits.updateWork;

  test.each([200, 500])('[S87] %i notes pasted at once are taken', (count) => {
    const room = newRoom();
    const doc = browserOf(room);
    wall.addNotes(doc, notesOf(count), local);
    expect(work(give(room, sentOf(doc, room)))).toBeLessThan((most * count) / 600);
  });

  test('[S87] an hour of work without a connection comes back in one update, among what others wrote in the same notes meanwhile', () => {
    const chance = dice(7);
    const room = newRoom();
    const first = browserOf(room);
    wall.addNotes(first, notesOf(60), local);
    give(room, Y.encodeStateAsUpdate(first));
    const [away, here] = [browserOf(room), browserOf(room)];
    for (let left = 1_500; left > 0; left--) edit(away, chance);
    for (let left = 1_500; left > 0; left--) {
      edit(here, chance);
      if (left % 20 === 0) work(give(room, sentOf(here, room), 'bram'));
    }
    expect(work(give(room, sentOf(away, room), 'carla'))).toBeLessThan(most / 2);
  });

  test('[S87] a text of the greatest length typed letter by letter is taken, one by one and all together, while somebody else types at the same place', () => {
    for (const isTogether of [false, true]) {
      const room = newRoom();
      const first = browserOf(room);
      wall.addNotes(first, [{ ...notesOf(1, '')[0]!, id: 'n0' }], local);
      give(room, Y.encodeStateAsUpdate(first));
      const [typed, other] = [browserOf(room), browserOf(room)];
      const updates: Uint8Array[] = [];
      typed.on('update', (update: Uint8Array) => updates.push(update));
      const textOf = (doc: Y.Doc) => roots.notes(doc).get('n0')?.get('text') as Y.Text;
      for (let n = 0; n < written.note; n++) textOf(typed).insert(n, 'abcdefg '.charAt(n % 8));
      for (let n = 0; n < 1_000; n++) textOf(other).insert(textOf(other).length >> 1, 'x');
      work(give(room, sentOf(other, room), 'bram'));
      const total = isTogether
        ? work(give(room, Y.mergeUpdates(updates)))
        : updates.reduce((sum, update) => sum + work(give(room, update)), 0);
      expect(total).toBeLessThan(most / 2);
    }
  });

  test('[S87] everything on a board of 1,000 notes that ten people wrote and others changed is taken away at once', () => {
    const chance = dice(3);
    const room = newRoom();
    for (let person = 0; person < 10; person++) {
      const doc = browserOf(room);
      wall.addNotes(
        doc,
        notesOf(100).map((note) => ({ ...note, id: `${person}-${note.id}` })),
        local,
      );
      for (let left = 100; left > 0; left--) edit(doc, chance);
      work(give(room, sentOf(doc, room), `person-${person}`));
    }
    const doc = browserOf(room);
    wall.removeNotes(doc, [...roots.notes(doc).keys()], local);
    expect(work(give(room, sentOf(doc, room), 'facilitator'))).toBeLessThan(most / 2);
  });
});
