import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeStroke } from '#document/ink/stroke-bytes';
import * as story from '#document/kinds/storyboard/operations';
import {
  isEmptyStoryboard,
  openPoints,
  plainStoryboard,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { scenesOf } from '#document/kinds/storyboard/scenes';
import { storyRoot } from '#document/kinds/storyboard/records';
import { local } from '#document/origins';
import { OwnUndo } from '#document/own-undo';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { dice, type Dice } from '#tests/convergence/support/seeded';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('storyboard'));
  return doc;
}

function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function meet(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) tell(from, to);
}

function panels(doc: Y.Doc, ...ids: string[]): void {
  for (const id of ids) story.addPanel(doc, { id, caption: id }, local);
}

const ids = (doc: Y.Doc): string[] => plainStoryboard(doc).panels.map(({ id }) => id);
const captions = (doc: Y.Doc): string[] =>
  plainStoryboard(doc).panels.map(({ caption }) => caption);
let fresh = 0;
const newId = (): string => `n${(fresh += 1)}`;
const ink = encodeStroke({
  ...{
    tool: 'pen',
    color: 'ink',
    width: 'thin',
    points: [
      [10, 20],
      [30, 40],
    ],
  },
  pressures: null,
});
const whole = { exhibit: 'e4', number: 4, part: 1, crop: [0, 0, 1_000, 600] } as const;

describe('a storyboard', () => {
  it('begins empty, and a caption takes the words of two people', () => {
    const one = seeded();
    expect(isEmptyStoryboard(plainStoryboard(one))).toBe(true);
    story.addPanel(one, { id: 'a' }, local);
    const other = seeded();
    meet(one, other);
    const at = { record: 'panels', id: 'a', field: 'caption' } as const;
    story.editStoryText(one, at, { before: '', after: 'Zaterdag: ' }, local);
    story.editStoryText(other, at, { before: '', after: 'hij stopt' }, local);
    meet(one, other);
    expect(story.textOf(one, at)).toHaveLength('Zaterdag: hij stopt'.length);
    expect(plainStoryboard(one)).toEqual(plainStoryboard(other));
  });

  it('[D90] a panel goes where it was asked, and nothing is written when it stands there', () => {
    const doc = seeded();
    panels(doc, 'a', 'b', 'c');
    story.addPanel(doc, { id: 'x', before: 'b' }, local);
    expect(ids(doc)).toEqual(['a', 'x', 'b', 'c']);
    const before = Y.encodeStateVector(doc);
    story.movePanel(doc, 'x', 'b', local);
    story.movePanel(doc, 'x', 'x', local);
    story.movePanel(doc, 'gone', 'b', local);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    story.movePanel(doc, 'x', null, local);
    expect(ids(doc)).toEqual(['a', 'b', 'c', 'x']);
  });

  it('[D90] what three people and one who was away move at the same time is there once', () => {
    const docs = [seeded(), seeded(), seeded(), seeded()] as const;
    panels(docs[0], 'a', 'b', 'c', 'd', 'e');
    meet(...docs);
    const [one, two, three, away] = docs;
    story.movePanel(one, 'e', 'a', local);
    story.movePanel(two, 'e', 'c', local);
    story.movePanel(three, 'a', 'e', local);
    for (const id of ['b', 'e', 'a']) story.movePanel(away, id, null, local);
    meet(one, two, three);
    story.movePanel(one, 'c', 'a', local);
    meet(one, two, three, away);
    expect(ids(one).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const doc of docs) expect(ids(doc)).toEqual(ids(one));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20261128, 404, 77])(
    '[D90] [D91] no panel is doubled or lost when people move, take away and duplicate at once (seed %i)',
    (seed) => {
      const chance = dice(seed);
      const people = Array.from({ length: 4 }, seeded);
      panels(people[0] as Y.Doc, ...Array.from({ length: 12 }, (_, n) => `p${n}`));
      meet(...people);
      const made = new Set(ids(people[0] as Y.Doc));
      const taken = new Set<string>();
      for (let step = 0; step < 240; step += 1) {
        const who = chance.below(4);
        const doc = people[who] as Y.Doc;
        actOnPanel(doc, { chance, made, taken, id: `s${step}` });
        // The fourth is away until the end; the others hear each other now and then.
        if (chance.oneIn(4) && who < 3) tell(doc, people[chance.below(3)] as Y.Doc);
      }
      meet(...people);
      const [first] = people.map(plainStoryboard);
      for (const doc of people) expect(plainStoryboard(doc)).toEqual(first);
      expect(first?.panels.map(({ id }) => id).toSorted()).toEqual(
        [...made].filter((id) => !taken.has(id)).toSorted(),
      );
    },
  );

  it('[D91] a panel that was taken away stays away, and comes back with what lay on it', () => {
    const [one, other] = [seeded(), seeded()];
    const undo = new OwnUndo(one);
    panels(one, 'a', 'b', 'c');
    story.addClip(one, { id: 'k', panelId: 'b', of: whole }, local);
    story.addStroke(one, { id: 's', panelId: 'b', ink }, local);
    story.addPoint(one, { id: 'q', panelId: 'b', text: 'Vóór of na het uur?' }, local);
    meet(one, other);
    undo.stopCapturing();
    const before = plainStoryboard(one).panels[1];
    story.removePanel(one, 'b', local);
    story.movePanel(other, 'b', null, local);
    const caption = { record: 'panels', id: 'b', field: 'caption' } as const;
    story.editStoryText(other, caption, { before: 'b', after: 'b, nog' }, local);
    meet(one, other);
    for (const doc of [one, other]) expect(ids(doc)).toEqual(['a', 'c']);
    undo.undo();
    meet(one, other);
    expect(ids(one).toSorted()).toEqual(['a', 'b', 'c']);
    const back = plainStoryboard(one).panels.find(({ id }) => id === 'b');
    expect(back?.clips).toEqual(before?.clips);
    expect(back?.strokes).toEqual(before?.strokes);
    expect(back?.points).toEqual(before?.points);
    expect(plainStoryboard(other)).toEqual(plainStoryboard(one));
  });

  it('taking back the making of a panel leaves what another wrote in it', () => {
    const [one, other] = [seeded(), seeded()];
    const undo = new OwnUndo(one);
    story.addPanel(one, { id: 'a' }, local);
    meet(one, other);
    const caption = { record: 'panels', id: 'a', field: 'caption' } as const;
    story.editStoryText(other, caption, { before: '', after: 'van Bram' }, local);
    meet(one, other);
    undo.undo();
    expect(captions(one)).toEqual(['van Bram']);
    expect(undo.spared).toBe(true);
  });

  it('[D92] a duplicate follows its first with its words and what lies on it; questions are asked once', () => {
    const doc = seeded();
    panels(doc, 'a', 'b');
    story.addClip(doc, { id: 'k', panelId: 'a', of: whole }, local);
    story.placeClip(doc, 'k', { at: [200, 100], turn: 15 }, local);
    story.addStroke(doc, { id: 's', panelId: 'a', ink }, local);
    story.addPoint(doc, { id: 'q', panelId: 'a', text: 'Wie belt?' }, local);
    story.duplicatePanel(doc, { id: 'words', from: 'a' }, local);
    story.duplicatePanel(doc, { id: 'all', from: 'a', newId }, local);
    story.duplicatePanel(doc, { id: 'none', from: 'gone' }, local);
    const [first, all, words] = plainStoryboard(doc).panels;
    expect(ids(doc)).toEqual(['a', 'all', 'words', 'b']);
    expect([words?.caption, all?.caption]).toEqual(['a', 'a']);
    expect([words?.clips.length, all?.clips.length]).toEqual([0, 1]);
    expect([words?.strokes.length, all?.strokes[0]?.ink]).toEqual([0, ink]);
    expect(all?.clips[0]).toMatchObject({ at: [200, 100], turn: 15, exhibit: 'e4', part: 1 });
    expect([first, all, words].map((panel) => panel?.points.length)).toEqual([1, 0, 0]);
    expect(all?.source).toEqual({ kind: 'panel', id: 'a', nth: 0 });
  });

  it('[D93] a clip is a reference and a rectangle, in the middle at four fifths of the width', () => {
    const doc = seeded();
    panels(doc, 'a');
    story.addClip(doc, { id: 'k', panelId: 'a', of: whole }, local);
    const tall = { ...whole, crop: [0, 0, 200, 1_200] } as const;
    story.addClip(doc, { id: 'tall', panelId: 'a', of: tall }, local);
    story.addClip(doc, { id: 'none', panelId: 'gone', of: whole }, local);
    const [clip, high] = plainStoryboard(doc).panels[0]?.clips ?? [];
    expect(clip).toMatchObject({ ...whole, at: [500, 300], width: 800, turn: 0 });
    expect((high?.width ?? 0) * 6).toBeLessThanOrEqual(600);
    expect([...(storyRoot(doc, 'clips').get('k')?.keys() ?? [])].toSorted()).toEqual(
      ['at', 'crop', 'exhibit', 'number', 'order', 'panel', 'part', 'turn', 'width'].toSorted(),
    );
    expect(storyRoot(doc, 'clips').has('none')).toBe(false);
  });

  it.each([
    [7, 0],
    [8, 15],
    [-15, 345],
    [352.4, 345],
    [353, 0],
    [765, 45],
  ])('[D94] a clip that is turned %i degrees lies at %i', (asked, turn) => {
    const doc = seeded();
    panels(doc, 'a');
    story.addClip(doc, { id: 'k', panelId: 'a', of: whole }, local);
    story.placeClip(doc, 'k', { turn: asked }, local);
    expect(plainStoryboard(doc).panels[0]?.clips[0]?.turn).toBe(turn);
  });

  it('[D94] a clip stays within reach and within sizes, whatever is stored', () => {
    const doc = seeded();
    panels(doc, 'a');
    story.addClip(doc, { id: 'k', panelId: 'a', of: whole }, local);
    story.placeClip(doc, 'k', { at: [-4_000, 90_000], width: 1 }, local);
    const clip = () => plainStoryboard(doc).panels[0]?.clips[0];
    expect(clip()).toMatchObject({ at: [0, 600], width: 80 });
    const stored = storyRoot(doc, 'clips').get('k');
    for (const field of ['at', 'width', 'turn', 'crop', 'number', 'part', 'exhibit'])
      stored?.set(field, 'onzin');
    expect(clip()).toMatchObject({ at: [500, 300], width: 800, turn: 0, number: 0, part: 0 });
  });

  it('[D97] a stroke is ink or is not drawn, and is taken away whole', () => {
    const doc = seeded();
    panels(doc, 'a');
    story.addStroke(doc, { id: 's', panelId: 'a', ink }, local);
    story.addStroke(doc, { id: 'later', panelId: 'a', ink }, local);
    story.addStroke(doc, { id: 'none', panelId: 'gone', ink }, local);
    const drawn = () => plainStoryboard(doc).panels[0]?.strokes.map(({ id }) => id);
    expect(drawn()).toEqual(['s', 'later']);
    storyRoot(doc, 'strokes')
      .get('s')
      ?.set('ink', new Uint8Array([7, 7]));
    expect(drawn()).toEqual(['later']);
    story.removeStrokes(doc, ['later', 'none'], local);
    expect(drawn()).toEqual([]);
  });

  it('[D95] an open point outlives its panel, and closes with an answer', () => {
    const doc = seeded();
    panels(doc, 'a', 'b');
    story.addPoint(doc, { id: 'q1', panelId: 'a', text: 'Wie belt?' }, local);
    story.addPoint(doc, { id: 'q2', panelId: 'b', text: 'Ook op zaterdag?' }, local);
    story.answerPoint(doc, 'q2', { answer: ' Ja, zegt Ingrid ', by: 'Ingrid' }, local);
    const open = (): string[] => openPoints(plainStoryboard(doc)).map(({ text }) => text);
    expect(open()).toEqual(['Wie belt?']);
    expect(plainStoryboard(doc).panels[1]?.points[0]).toMatchObject({
      ...{ answer: 'Ja, zegt Ingrid', answeredBy: 'Ingrid' },
    });
    story.removePanel(doc, 'a', local);
    story.removePanel(doc, 'b', local);
    expect(open()).toEqual(['Wie belt?']);
    panels(doc, 'c');
    story.movePoint(doc, 'q1', 'c', local);
    story.answerPoint(doc, 'q2', { answer: '', by: 'Ingrid' }, local);
    expect(open()).toEqual(['Wie belt?', 'Ook op zaterdag?']);
    expect(storyRoot(doc, 'points').get('q2')?.get('answeredBy')).toBe('');
  });

  it('[D96] a row that was picked is laid once, on the blank panels in front and then on new ones', () => {
    const one = seeded();
    story.addPanel(one, { id: 'leeg' }, local);
    panels(one, 'later');
    const other = seeded();
    meet(one, other);
    const row = { row: 'r1/c7', actions: ['Zoekt', ' Kiest ', '', 'Betaalt'] };
    expect(story.layRow(one, row, local)).toBe(3);
    expect(story.layRow(one, row, local)).toBe(0);
    expect(story.layRow(other, row, local)).toBe(3);
    meet(one, other);
    expect(ids(one)).toHaveLength(4);
    expect(ids(one)).toEqual(ids(other));
    expect(ids(one)[0]).toBe('leeg');
    expect(captions(one).slice(1)).toEqual(['Kiest', 'Betaalt', 'later']);
    expect(plainStoryboard(one).panels.map(({ source }) => source?.nth ?? null)).toEqual([
      ...[0, 1, 2, null],
    ]);
    expect(plainStoryboard(one).panels[1]?.source).toEqual({ kind: 'row', id: 'r1/c7', nth: 1 });
  });

  it('[D110] is read as the scenes of a prototype, with where each came from', () => {
    const doc = seeded();
    story.addPanel(doc, { id: 'leeg' }, local);
    panels(doc, 'b');
    story.layRow(doc, { row: 'w/c1', actions: ['Zoekt', 'Kiest'] }, local);
    for (const id of ['k1', 'k2']) story.addClip(doc, { id, panelId: 'b', of: whole }, local);
    story.addPoint(doc, { id: 'q1', panelId: 'b', text: 'Wie belt?' }, local);
    story.addPoint(doc, { id: 'q2', panelId: 'b', text: 'Wanneer?' }, local);
    story.answerPoint(doc, 'q2', { answer: 'Om tien', by: 'Ingrid' }, local);
    story.addPanel(doc, { id: 'nog-leeg' }, local);
    story.addPanel(doc, { id: 'getekend' }, local);
    story.addStroke(doc, { id: 's', panelId: 'getekend', ink }, local);
    const bare = { open: 0, row: null, exhibits: [] };
    expect(scenesOf(plainStoryboard(doc)).map(({ id: _id, ...scene }) => scene)).toEqual([
      { ...bare, number: 1, words: 'Zoekt', row: 'w/c1' },
      { ...bare, number: 2, words: 'Kiest', row: 'w/c1' },
      { ...bare, number: 3, words: 'b', open: 1, exhibits: [whole.exhibit] },
      { ...bare, number: 5, words: '' },
    ]);
  });

  it('reads the same when it is drawn anew or begins a new lineage', () => {
    const doc = seeded();
    panels(doc, 'a', 'b');
    story.layRow(doc, { row: 'r1/c1', actions: ['Zoekt'] }, local);
    story.addClip(doc, { id: 'k', panelId: 'b', of: whole }, local);
    story.addStroke(doc, { id: 's', panelId: 'b', ink }, local);
    story.addPoint(doc, { id: 'q', panelId: null, text: 'Hoe eindigt het?' }, local);
    const plain = plainStoryboard(doc);
    const drawn = seeded();
    story.drawStoryboard(drawn, plain, local);
    expect(plainStoryboard(drawn)).toEqual(plain);
    const anew = new Y.Doc();
    Y.applyUpdate(anew, rebuilt('storyboard', doc));
    expect(plainStoryboard(anew)).toEqual(plain);
  });

  it('reading never throws, whatever is stored', () => {
    const doc = seeded();
    storyRoot(doc, 'panels').set('x', 'geen' as never);
    const odd = new Y.Map<unknown>();
    for (const field of ['title', 'caption', 'order', 'source', 'panel', 'answer'])
      odd.set(field, 7);
    storyRoot(doc, 'panels').set('y', odd);
    storyRoot(doc, 'points').set('z', odd.clone());
    const read: PlainStoryboard = plainStoryboard(doc);
    expect(read.panels).toMatchObject([{ id: 'y', title: '', source: null }]);
  });
});

/** One person's act on one panel; what it makes and takes away is noted. */
function actOnPanel(
  doc: Y.Doc,
  {
    chance,
    made,
    taken,
    id: fresh,
  }: { chance: Dice; made: Set<string>; taken: Set<string>; id: string },
): void {
  const seen = ids(doc);
  if (seen.length === 0) return;
  const id = chance.of(seen);
  const before = chance.oneIn(5) ? null : chance.of(seen);
  if (chance.oneIn(12)) {
    story.removePanel(doc, id, local);
    taken.add(id);
  } else if (chance.oneIn(8)) {
    story.duplicatePanel(doc, { id: fresh, from: id }, local);
    made.add(fresh);
  } else if (chance.oneIn(8)) {
    story.addPanel(doc, { id: fresh, before }, local);
    made.add(fresh);
  } else story.movePanel(doc, id, before, local);
}
