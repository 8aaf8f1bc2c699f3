import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { patchedNotes } from '#document/patched-wall';
import { arrangedWall } from '#document/plain';
import { paperColors } from '#document/schema';
import type { StoredGroup, StoredNote } from '#document/shapes';

const id = fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5', 'n6');
const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
const noteOf = (name: fc.Arbitrary<string>): fc.Arbitrary<StoredNote> =>
  fc.record({
    id: name,
    text: fc.string({ maxLength: 5 }),
    at: place,
    color: fc.constantFrom(...paperColors),
    group: fc.option(fc.constantFrom('g1', 'g2', 'gone')),
    under: fc.option(id),
    order: fc.constantFrom('a0', 'a1', 'a2'),
    z: fc.integer({ min: -2, max: 2 }),
    locked: fc.boolean(),
    picture: fc.constant(null),
  });
const notes = fc.uniqueArray(noteOf(id), { selector: (note) => note.id });
const groups = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('g1', 'g2'),
    label: fc.string({ maxLength: 3 }),
    at: place,
    order: fc.constantFrom('a0', 'a1'),
    locked: fc.boolean(),
  }),
  { selector: (group) => group.id },
);

function afterPatch(before: StoredNote[], inGroups: StoredGroup[], after: StoredNote[]) {
  const shown = new Map(arrangedWall(before, inGroups).notes.map((note) => [note.id, note]));
  const changes = before.flatMap((was, at) => {
    const now = after[at];
    return now === was ? [] : [{ before: was, after: now }];
  });
  const patched = patchedNotes(changes, shown);
  for (const note of patched ?? []) shown.set(note.id, note);
  return patched && [...shown.values()];
}

it('[D30] a wall of which only words, colours and places changed is patched into what arranging all of it gives', () => {
  const change = fc.record({ text: fc.string({ maxLength: 5 }), at: place, touch: fc.boolean() });
  const changes = fc.array(change, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(notes, groups, changes, (before, inGroups, wanted) => {
      const after = before.map((note, index) => {
        const { touch, ...fields } = wanted[index] as (typeof wanted)[number];
        return touch ? { ...note, ...fields } : note;
      });
      const shown = afterPatch(before, inGroups, after);
      expect(shown).toEqual(arrangedWall(after, inGroups).notes);
    }),
    { seed: 30 },
  );
});

it('[D30] what changes a group, a stack, an order or a number of notes is arranged anew', () => {
  const note: StoredNote = {
    id: 'n1',
    text: '',
    at: [0, 0],
    color: 'yellow',
    group: null,
    under: null,
    order: 'a0',
    z: 0,
    locked: false,
    picture: null,
  };
  for (const change of [{ group: 'g1' }, { under: 'n2' }, { order: 'a1' }]) {
    expect(afterPatch([note], [], [{ ...note, ...change }])).toBeUndefined();
  }
  expect(patchedNotes([{ before: note, after: undefined }], new Map())).toBeUndefined();
  expect(patchedNotes([{ before: undefined, after: note }], new Map())).toBeUndefined();
});
