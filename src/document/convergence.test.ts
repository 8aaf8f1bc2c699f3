import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import * as pile from '#document/boards/pile';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { plainPile, plainWall } from '#document/plain';
import { alignments } from '#document/placing';
import { paperColors, seedUpdate } from '#document/schema';
import { unfitCharacter } from '#domain/text/characters';
import { applyEdit, fittedEdit, spliceBetween } from '#document/text';

const PEOPLE = 4;
const id = fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5', 'n6');
const ids = fc.uniqueArray(id, { maxLength: 3 });
const group = fc.constantFrom('g1', 'g2');
const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
const color = fc.constantFrom(...paperColors);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });

type Write = (doc: Y.Doc) => void;
const onWall: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(id, text, place, color).map(
    ([n, words, at, c]): Write =>
      (doc) =>
        wall.addNote(doc, { id: n, text: words, at, color: c }, local),
  ),
  fc.tuple(id, text).map(
    ([n, words]): Write =>
      (doc) =>
        wall.setNoteText(doc, n, words, local),
  ),
  fc.tuple(ids, color).map(
    ([ns, c]): Write =>
      (doc) =>
        wall.colorNotes(doc, ns, c, local),
  ),
  fc.tuple(id, place).map(
    ([n, at]): Write =>
      (doc) =>
        wall.moveNotes(doc, [{ id: n, at }], local),
  ),
  fc.tuple(ids, fc.option(id)).map(
    ([ns, before]): Write =>
      (doc) =>
        wall.reorderNotes(doc, ns, before, local),
  ),
  fc.tuple(ids).map(
    ([ns]): Write =>
      (doc) =>
        wall.removeNotes(doc, ns, local),
  ),
  fc.tuple(group, place, text, ids).map(
    ([g, at, label, noteIds]): Write =>
      (doc) =>
        wall.makeGroup(doc, { id: g, at, label, noteIds }, local),
  ),
  fc.tuple(group, text).map(
    ([g, label]): Write =>
      (doc) =>
        wall.labelGroup(doc, g, label, local),
  ),
  fc.tuple(group, place).map(
    ([g, at]): Write =>
      (doc) =>
        wall.moveGroup(doc, g, at, local),
  ),
  fc.tuple(group, fc.option(group)).map(
    ([g, before]): Write =>
      (doc) =>
        wall.reorderGroup(doc, g, before, local),
  ),
  group.map(
    (g): Write =>
      (doc) =>
        wall.ungroup(doc, g, local),
  ),
  fc.tuple(ids, group, fc.option(id)).map(
    ([ns, groupId, before]): Write =>
      (doc) =>
        wall.placeInGroup(doc, ns, { groupId, before }, local),
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
  fc.tuple(ids, fc.option(group), fc.boolean()).map(
    ([ns, g, locked]): Write =>
      (doc) =>
        wall.setLocked(doc, { noteIds: ns, groupIds: g ? [g] : [] }, locked, local),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([ns, up]): Write =>
      (doc) =>
        (up ? wall.bringToFront : wall.sendToBack)(doc, ns, local),
  ),
  fc.tuple(ids, fc.constantFrom(...alignments)).map(
    ([ns, how]): Write =>
      (doc) =>
        wall.alignNotes(doc, ns, how, local),
  ),
  ids.map(
    (ns): Write =>
      (doc) =>
        wall.tidyNotes(doc, ns, local),
  ),
);
const inPile: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(id, text, color, fc.option(id)).map(
    ([n, words, c, before]): Write =>
      (doc) =>
        pile.addPileNote(
          doc,
          { id: n, wall: 'w', text: words, color: c, createdAt: 1, before },
          local,
        ),
  ),
  fc.tuple(id, text).map(
    ([n, words]): Write =>
      (doc) =>
        pile.setPileNoteText(doc, n, words, local),
  ),
  fc.tuple(ids, color).map(
    ([ns, c]): Write =>
      (doc) =>
        pile.colorPileNotes(doc, ns, c, local),
  ),
  fc.tuple(id, fc.option(id)).map(
    ([n, before]): Write =>
      (doc) =>
        pile.reorderPileNote(doc, n, before, local),
  ),
  ids.map(
    (ns): Write =>
      (doc) =>
        pile.removePileNotes(doc, ns, local),
  ),
  ids.map(
    (ns): Write =>
      (doc) =>
        void pile.takeFromPile(doc, 'w', ns),
  ),
);
/** What one person does, or that they hear what another has. */
const acts = (write: fc.Arbitrary<Write>) =>
  fc.array(
    fc.record({
      by: fc.nat(PEOPLE - 1),
      write: fc.option(write, { freq: 3 }),
      from: fc.nat(PEOPLE - 1),
    }),
    { maxLength: 60 },
  );

function play(
  kind: 'wall' | 'pile',
  played: readonly { by: number; write: Write | null; from: number }[],
): Y.Doc[] {
  const docs = Array.from({ length: PEOPLE }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(kind));
    return doc;
  });
  for (const { by, write, from } of played) {
    const doc = docs[by] as Y.Doc;
    if (write) write(doc);
    else Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[from] as Y.Doc, Y.encodeStateVector(doc)));
  }
  const all = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  docs.forEach((doc, at) => {
    for (let step = 0; step < PEOPLE; step += 1)
      Y.applyUpdate(doc, all[(at + step) % PEOPLE] as Uint8Array);
  });
  return docs;
}

it('[D4] walls that were written on in any way and order end equal, each note drawn once', () => {
  fc.assert(
    fc.property(acts(onWall), (played) => {
      const plains = play('wall', played).map((doc) => plainWall(doc));
      for (const plain of plains) expect(plain).toEqual(plains[0]);
      const notes = plains[0]?.notes ?? [];
      expect(new Set(notes.map((note) => note.id)).size).toBe(notes.length);
      const drawn = notes
        .filter((note) => note.top === note.id)
        .flatMap((note) => [note.id, ...note.beneath]);
      expect(drawn.sort()).toEqual(notes.map((note) => note.id).sort());
    }),
    { numRuns: 200 },
  );
});

it('[D24] any wall made to read as any other reads exactly so, and again changes nothing', () => {
  fc.assert(
    fc.property(acts(onWall), acts(onWall), (played, others) => {
      const doc = play('wall', played)[0] as Y.Doc;
      const older = plainWall(play('wall', others)[0] as Y.Doc);
      wall.restoreWall(doc, older);
      expect(plainWall(doc)).toEqual(older);
      const after = Y.encodeStateAsUpdate(doc);
      wall.restoreWall(doc, older);
      expect(Y.encodeStateAsUpdate(doc)).toEqual(after);
    }),
    { numRuns: 100 },
  );
});

it('[D4] piles on several devices of one member end equal', () => {
  fc.assert(
    fc.property(acts(inPile), (played) => {
      const plains = play('pile', played).map((doc) => plainPile(doc));
      for (const plain of plains) expect(plain).toEqual(plains[0]);
    }),
    { numRuns: 100 },
  );
});

it('[D11] a splice turns the one text into the other and halves no surrogate pair', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '👍'), maxLength: 10 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const splice = spliceBetween(before, after);
      if (!splice) return before === after;
      const { index, remove, insert } = splice;
      const kept = [
        before.slice(0, index),
        before.slice(index, index + remove),
        before.slice(index + remove),
        insert,
      ];
      expect(kept.every((piece) => piece.isWellFormed())).toBe(true);
      return before.slice(0, index) + insert + before.slice(index + remove) === after;
    }),
  );
});

it('[D11] the caret decides first: what stands behind it is neither removed nor written again', () => {
  expect(spliceBetween('\u{1F601}', '\u{1F600}\u{1F601}', 2)).toEqual({
    index: 0,
    remove: 0,
    insert: '\u{1F600}',
  });
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '👍'), maxLength: 8 });
  fc.assert(
    fc.property(words, words, words, words, (head, gone, typed, tail) => {
      const before = head + gone + tail;
      const after = head + typed + tail;
      const splice = spliceBetween(before, after, head.length + typed.length);
      expect(splice === undefined).toBe(after === before);
      if (!splice) return;
      const { index, remove, insert } = splice;
      expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
      expect(index + remove).toBeLessThanOrEqual(before.length - tail.length);
    }),
  );
});

it('[D11] two who type an emoji before the same one at the same time leave it single', () => {
  const [anna, bram] = [new Y.Doc(), new Y.Doc()];
  anna.getText('t').insert(0, '😁');
  Y.applyUpdate(bram, Y.encodeStateAsUpdate(anna));
  for (const [doc, typed] of [[anna, '😀'] as const, [bram, '😂'] as const]) {
    const caret = typed.length;
    applyEdit(doc.getText('t'), { before: '😁', after: `${typed}😁`, caret, max: 100 });
  }
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(bram));
  Y.applyUpdate(bram, Y.encodeStateAsUpdate(anna));
  expect([...anna.getText('t').toString()].sort()).toEqual(['😀', '😁', '😂'].sort());
  expect(bram.getText('t').toString()).toBe(anna.getText('t').toString());
});

it('[D12] what is typed or pasted over the limit is left out letter by letter', () => {
  const family = '👩‍👩‍👧';
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, 'ab');
  applyEdit(text, { before: 'ab', after: `a${family}${family}b`, caret: 17, max: 12 });
  expect(text.toString()).toBe(`a${family}b`);
});

it('[D43] what no text may hold is left out of what is typed or pasted', () => {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  applyEdit(text, { before: '', after: 'een\r\ntwee\0\ud83d!', max: 2_000 });
  expect(text.toString()).toBe('een\ntwee!');
});

it('[D42] a field keeps what it held, and of what came in what fits', () => {
  expect(fittedEdit('ab', 'abc', { max: 3, caret: 3 })).toBeUndefined();
  expect(fittedEdit('abc', 'aXYbc', { max: 4, caret: 3 })).toEqual({ text: 'aXbc', caret: 2 });
  expect(fittedEdit('abc', 'a👍bc', { max: 4, caret: 3 })).toEqual({ text: 'abc', caret: 1 });
  expect(fittedEdit('', 'a\0b', { max: 4 })).toEqual({ text: 'ab', caret: 2 });
  // What was too long before may be shortened.
  expect(fittedEdit('abcdef', 'abcde', { max: 3, caret: 5 })).toBeUndefined();
  const typed = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(typed, typed, typed, fc.nat(20), (head, insert, tail, max) => {
      const before = head + tail;
      const caret = head.length + insert.length;
      const after = head + insert + tail;
      const fits = fittedEdit(before, after, { max, caret });
      const text = fits?.text ?? after;
      expect(text.length).toBeLessThanOrEqual(Math.max(max, before.length));
      if (fits) expect(unfitCharacter(text) ?? unfitCharacter(before)).toBe(unfitCharacter(before));
    }),
  );
});

it('[D11] a change measured against what the field showed keeps every letter that others typed', () => {
  const mineWords = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  const theirWords = fc.string({
    unit: fc.constantFrom('X', 'Y', 'Z'),
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(mineWords, mineWords, theirWords, fc.nat(12), (before, after, theirs, at) => {
      const doc = new Y.Doc();
      const shared = doc.getText('t');
      shared.insert(0, before);
      shared.insert(Math.min(at, before.length), theirs);
      applyEdit(shared, { before, after, max: 2_000 });
      expect(shared.toString().replace(/[XYZ]/g, '')).toBe(after);
      expect(shared.toString().replace(/[abc]/g, '')).toBe(theirs);
    }),
  );
});
