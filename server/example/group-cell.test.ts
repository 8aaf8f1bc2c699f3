import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { layOnWall, makeGroup, moveNotes } from '#document/boards/wall';
import { groupBox, overlaps } from '#document/layout';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { seededChance } from '#server/example/chance';
import { GROUP_ID_PREFIX, GROUP_MOST, placeToBegin } from '#server/example/group-cell';

/** How far a full group may stick out of the field that was revealed; on the left hardly at all. */
const MARGIN = { left: 30, other: 220 };

/** A wall as the reveal leaves it. */
function revealed(): Y.Doc {
  const doc = new Y.Doc();
  let next = 0;
  const notes = Array.from({ length: 37 }, (_, index) => {
    return { text: `briefje ${index}`, color: 'yellow' } as const;
  });
  layOnWall(doc, notes, { newId: () => `n${next++}`, random: seededChance('reveal') });
  return doc;
}

function placeFor(doc: Y.Doc, noteId: string, hands: readonly string[] = []) {
  const wall = plainWall(doc);
  const note = wall.notes.find(({ id }) => id === noteId);
  if (!note) throw new Error('no such note');
  return { note, at: placeToBegin(note, { wall, hands: new Set(hands) }) };
}

test('[X10] six full groups fit in the field that was revealed, each near its first note', () => {
  const doc = revealed();
  for (const id of ['n0', 'n1', 'n2', 'n3', 'n20', 'n36']) {
    const { at } = placeFor(doc, id);
    makeGroup(doc, { id: `${GROUP_ID_PREFIX}${id}`, at, noteIds: [id] }, local);
  }
  const full = plainWall(doc).groups.map((group) =>
    groupBox({ at: [group.box.x, group.box.y] }, GROUP_MOST),
  );
  expect(full).toHaveLength(6);
  for (const [index, box] of full.entries()) {
    expect(box.x).toBeGreaterThan(-MARGIN.left);
    expect(box.y).toBeGreaterThan(-MARGIN.other);
    expect(box.x + box.w).toBeLessThan(8 * 184 + MARGIN.other);
    expect(box.y + box.h).toBeLessThan(5 * 184 + MARGIN.other);
    expect(full.some((other, at) => at !== index && overlaps(other, box))).toBe(false);
  }
});

test('[X10] the first group begins in the cell in which its note lies', () => {
  const { note, at } = placeFor(revealed(), 'n9');
  const cell = groupBox({ at }, GROUP_MOST);
  expect(overlaps(cell, { ...note.place, w: 160, h: 160 })).toBe(true);
});

test('[X10] no group begins over a note that a person has a hand on', () => {
  const doc = revealed();
  const free = placeFor(doc, 'n9').at;
  moveNotes(doc, [{ id: 'n0', at: [free[0] + 40, free[1] + 60] }], local);
  const { at } = placeFor(doc, 'n9', ['n0']);
  const box = groupBox({ at }, 4);
  expect(overlaps(box, { x: free[0] + 40, y: free[1] + 60, w: 160, h: 160 })).toBe(false);
});
