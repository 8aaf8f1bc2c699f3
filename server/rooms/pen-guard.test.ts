import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeStroke } from '#document/ink/stroke-bytes';
import * as story from '#document/kinds/storyboard/operations';
import type { PenRights } from '#document/kinds/storyboard/pen-rights';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { storyRoot } from '#document/kinds/storyboard/records';
import { local } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument, type Verdict } from '#server/rooms/room-document';
import { dice } from '#tests/convergence/support/seeded';
import { storyWrites } from '#tests/support/story-writes';

const artist: PenRights = { draws: true, settles: false };
const talker: PenRights = { draws: false, settles: false };
const decider: PenRights = { draws: false, settles: true };
const sketch = { exhibit: 'e2', number: 2, part: 0, crop: [0, 0, 500, 300] } as const;
const { addPanel, addClip, addPoint } = story;

const dot = (x: number) =>
  encodeStroke({ tool: 'pen', color: 'ink', width: 'thin', points: [[x, 9]], pressures: null });
const ink = dot(10);

/** A storyboard with a stroke, a clip and a question on it, and the browser of somebody. */
function scene() {
  const first = new Y.Doc();
  Y.applyUpdate(first, seedUpdate('storyboard'));
  for (const id of ['a', 'b']) addPanel(first, { id, caption: id }, local);
  addClip(first, { id: 'k', panelId: 'a', of: sketch }, local);
  story.addStroke(first, { id: 's', panelId: 'a', ink }, local);
  addPoint(first, { id: 'q', panelId: 'a', text: 'Wie belt?' }, local);
  const room = new RoomDocument([Y.encodeStateAsUpdate(first)], {
    ...{ kind: 'storyboard', clients: new ClientTable([]), limits: roomLimits },
  });
  const browser = new Y.Doc();
  Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live));
  return {
    room,
    plain: () => plainStoryboard(room.live),
    does(act: (doc: Y.Doc) => void, pen: PenRights): Verdict {
      const known = Y.encodeStateVector(browser);
      act(browser);
      const verdict = room.propose(Y.encodeStateAsUpdate(browser, known), 'bram', true, { pen });
      if (verdict.kind === 'taken') {
        room.commit(1, local);
        Y.applyUpdate(browser, verdict.update);
      }
      expect(plainStoryboard(browser)).toEqual(plainStoryboard(room.live));
      return verdict;
    },
  };
}

const told = (verdict: Verdict) => (verdict.kind === 'taken' ? verdict.breaches : verdict.kind);
const raw = (doc: Y.Doc, root: 'clips' | 'points', id: string, field: string, value: unknown) =>
  void storyRoot(doc, root).get(id)?.set(field, value);

describe('who does not hold the pen', () => {
  const acts: Record<string, (doc: Y.Doc) => void> = {
    'draws nothing': (doc) => story.addStroke(doc, { id: 's2', panelId: 'b', ink }, local),
    'rubs nothing out': (doc) => story.removeStrokes(doc, ['s'], local),
    'draws nothing else over a stroke': (doc) =>
      story.addStroke(doc, { id: 's', panelId: 'a', ink: dot(50) }, local),
    'lays no clip': (doc) => addClip(doc, { id: 'k2', panelId: 'b', of: sketch }, local),
    'moves none': (doc) => story.placeClip(doc, 'k', { at: [1, 1], turn: 45 }, local),
    'takes none to another panel': (doc) => story.moveClip(doc, 'k', 'b', local),
    'takes none away': (doc) => story.removeClip(doc, 'k', local),
    'swaps none for another': (doc) => {
      const other = new Y.Map<unknown>([['panel', 'b']]);
      storyRoot(doc, 'clips').set('k', other);
    },
    'strips none of a field': (doc) => storyRoot(doc, 'clips').get('k')?.delete('crop'),
    'duplicates none with a panel': (doc) =>
      story.duplicatePanel(doc, { id: 'd', from: 'a', newId: () => 'k3' }, local),
  };

  it.each(Object.entries(acts))('[C223] %s: it is put back and told', (_, act) => {
    const at = scene();
    const drawn = () => at.plain().panels.map(({ clips, strokes }) => [...clips, ...strokes]);
    const before = drawn();
    const verdict = at.does(act, talker);
    expect(told(verdict)).toMatchObject([{ rule: 'no-pen', noteIds: [expect.any(String)] }]);
    expect(drawn().flat()).toEqual(before.flat());
    expect(told(at.does(act, artist))).not.toMatchObject([{ rule: 'no-pen' }]);
  });

  it('[C224] writes, moves panels and asks, also in the update in which a clip is put back', () => {
    const at = scene();
    const verdict = at.does((doc) => {
      story.removeClip(doc, 'k', local);
      story.movePanel(doc, 'b', 'a', local);
      const caption = { record: 'panels', id: 'b', field: 'caption' } as const;
      story.editStoryText(doc, caption, { before: 'b', after: 'Sanne wacht' }, local);
      addPoint(doc, { id: 'q2', panelId: 'b', text: 'Hoe lang?' }, local);
      story.removePoint(doc, 'q', local);
    }, talker);
    expect(told(verdict)).toEqual([{ rule: 'no-pen', noteIds: ['k'], groupIds: [] }]);
    const [first, second] = at.plain().panels;
    expect([first?.caption, first?.points[0]?.text]).toEqual(['Sanne wacht', 'Hoe lang?']);
    expect([second?.clips.length, second?.points.length]).toEqual([1, 0]);
  });

  it('[C223] what the artist did meanwhile is where the next judgement begins', () => {
    const at = scene();
    at.does((doc) => story.placeClip(doc, 'k', { turn: 15 }, local), { ...artist, settles: true });
    at.does((doc) => story.placeClip(doc, 'k', { turn: 90 }, local), talker);
    expect(at.plain().panels[0]?.clips[0]?.turn).toBe(15);
    at.does((doc) => story.removePanel(doc, 'a', local), talker);
    expect(at.plain().panels.map(({ id }) => id)).toEqual(['b']);
  });
});

it('[C225] an answer is put back unless it is theirs to give; the question itself is everybody’s', () => {
  const at = scene();
  const answer = (doc: Y.Doc) => story.answerPoint(doc, 'q', { answer: 'Ja', by: 'Bram' }, local);
  const rule = { rule: 'not-the-decider', noteIds: ['q'], groupIds: [] };
  expect(told(at.does(answer, talker))).toEqual([rule]);
  expect(told(at.does(answer, artist))).toEqual([rule]);
  expect(told(at.does(answer, decider))).toEqual([]);
  expect(told(at.does((doc) => raw(doc, 'points', 'q', 'answer', ''), talker))).toEqual([rule]);
  expect(told(at.does((doc) => raw(doc, 'points', 'q', 'answeredBy', 'Ik'), talker))).toEqual([
    rule,
  ]);
  expect(at.plain().panels[0]?.points[0]).toMatchObject({ answer: 'Ja', answeredBy: 'Bram' });
  expect(
    told(
      at.does((doc) => {
        addPoint(doc, { id: 'q3', panelId: 'b', text: 'Nieuw' }, local);
        raw(doc, 'points', 'q3', 'answer', 'Meteen zelf');
      }, talker),
    ),
  ).toMatchObject([{ rule: 'not-the-decider' }]);
  expect(at.plain().panels[1]?.points[0]?.answer).toBe('');
});

it.each([1, 2, 3, 4, 5, 6])(
  '[C223] nothing drawn changes under random hands without the pen (seed %i)',
  (seed) => {
    const at = scene();
    const chance = dice(seed);
    const names = Object.keys(storyWrites).filter((name) => !/Panel|Row|drawStory/.test(name));
    const drawn = () =>
      (['clips', 'strokes'] as const).map((root) => storyRoot(at.room.live, root).toJSON());
    const before = drawn();
    for (let step = 0; step < 120; step += 1) {
      at.does((doc) => storyWrites[chance.of(names)]?.(doc, chance), talker);
      expect(drawn()).toEqual(before);
    }
  },
);

it('[C223] bytes that are no update, and fields that are not declared, are refused before the pen is asked', () => {
  const at = scene();
  const refusedAs = (act: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.room.live));
    const known = Y.encodeStateVector(doc);
    act(doc);
    return at.room.propose(Y.encodeStateAsUpdate(doc, known), 'bram', true, { pen: artist }).kind;
  };
  expect(at.room.propose(new Uint8Array([9, 9, 9]), 'bram', true, { pen: artist }).kind).toBe(
    'bad',
  );
  expect(refusedAs((doc) => raw(doc, 'clips', 'k', 'crop', [0, 0, -1, 5]))).toBe('bad');
  expect(refusedAs((doc) => raw(doc, 'clips', 'k', 'picture', 'x'))).toBe('bad');
  for (const bytes of [new Uint8Array([7, 7, 7]), new Uint8Array(0), new Uint8Array(9_000)]) {
    const act = (doc: Y.Doc) => void storyRoot(doc, 'strokes').get('s')?.set('ink', bytes);
    expect(refusedAs(act)).toBe('bad');
  }
  expect(refusedAs((doc) => raw(doc, 'clips', 'k', 'turn', 'dwars'))).toBe('bad');
  expect(refusedAs((doc) => void doc.getMap('inkt').set('a', new Y.Map()))).toBe('bad');
  expect(refusedAs((doc) => raw(doc, 'clips', 'k', 'turn', 30))).toBe('taken');
});
