import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeStroke } from '#document/ink/stroke-bytes';
import * as pad from '#document/kinds/pad/operations';
import { frameIn, isEmptyFrame, plainPad, wordsIn } from '#document/kinds/pad/plain';
import { frameOf, frameOfStep, padRoot, WHOLE } from '#document/kinds/pad/records';
import { isEmptySketch, sketchOf } from '#document/kinds/pad/sketch-of';
import { local } from '#document/origins';
import { orderKeys } from '#document/order';
import { OwnUndo } from '#document/own-undo';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { anyInk, padWrites } from '#tests/support/pad-writes';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('pad'));
  return doc;
}

function meet(...docs: Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
  }
}

function draw(doc: Y.Doc, id: string, frame: string, seed = 1): void {
  pad.addStroke(doc, { id, frame, ink: anyInk(dice(seed)) }, local);
}

function write(
  doc: Y.Doc,
  {
    id = 'w',
    frame,
    role = 'words' as const,
    text,
  }: { id?: string; frame: string; role?: 'words' | 'title' | 'description'; text: string },
): void {
  const before = wordsIn(plainPad(doc), frame, role);
  pad.editWords(doc, { id, frame, role }, { before, after: text }, local);
}

const fold = (place: number): string => frameOf('step', place);
const strokes = (doc: Y.Doc): string[] => plainPad(doc).strokes.map(({ id }) => id);

describe('a pad', () => {
  it('[D77] paints the strokes of a frame in the order in which they were drawn, on each device alike', () => {
    const [laptop, phone] = [seeded(), seeded()];
    for (const [at, id] of ['c', 'a', 'b'].entries()) draw(laptop, id, fold(1), at);
    draw(phone, 'z', fold(1), 9);
    draw(phone, 'y', fold(2), 9);
    meet(laptop, phone);
    expect(
      frameIn(plainPad(laptop), fold(1))
        .strokes.map(({ id }) => id)
        .filter((id) => id !== 'z'),
    ).toEqual(['c', 'a', 'b']);
    expect(plainPad(laptop)).toEqual(plainPad(phone));
    draw(laptop, 'last', fold(1));
    expect(frameIn(plainPad(laptop), fold(1)).strokes.at(-1)?.id).toBe('last');
  });

  it('[D77] takes no bytes for a stroke that are none, and reads past those that came another way', () => {
    const doc = seeded();
    pad.addStroke(doc, { id: 'a', frame: fold(1), ink: Uint8Array.of(7, 7) }, local);
    expect(padRoot(doc, 'strokes').size).toBe(0);
    for (const [id, ink] of Object.entries({ b: Uint8Array.of(7), c: 'ink', d: null })) {
      padRoot(doc, 'strokes').set(id, new Y.Map([['ink', ink]] as [string, unknown][]));
    }
    padRoot(doc, 'strokes').set('e', 'weg' as never);
    padRoot(doc, 'texts').set('f', new Y.Map([['at', 'hier']] as [string, unknown][]));
    padRoot(doc, 'pictures').set('g', new Y.Map([['picture', [1]]] as [string, unknown][]));
    padRoot(doc, 'words').set('h', new Y.Map([['role', 9]] as [string, unknown][]));
    const { strokes: read, texts, pictures, words } = plainPad(doc);
    expect([read, pictures]).toEqual([[], []]);
    expect(texts).toMatchObject([{ at: [0, 0], color: 'ink', text: '' }]);
    expect(words).toMatchObject([{ frame: '', role: 'words', text: '' }]);
    expect(sketchOf(plainPad(doc), 'step').panels).toHaveLength(3);
  });

  it('[D79] loses no word that two devices of one person began at once, and has them as one after the next letter', () => {
    const [laptop, phone] = [seeded(), seeded()];
    write(laptop, { id: 'a', frame: fold(1), text: 'bel eerst' });
    write(phone, { id: 'b', frame: fold(1), text: 'dan pas de bus' });
    meet(laptop, phone);
    expect(wordsIn(plainPad(phone), fold(1), 'words')).toBe('bel eerst\ndan pas de bus');
    write(phone, { frame: fold(1), text: 'bel eerst\ndan pas de bus later' });
    meet(laptop, phone);
    expect(plainPad(laptop).words).toEqual([
      { id: 'a', frame: fold(1), role: 'words', text: 'bel eerst\ndan pas de bus later' },
    ]);
    expect(plainPad(laptop)).toEqual(plainPad(phone));
  });

  it('[D80] takes back stroke by stroke, across folds, also what was rubbed out', () => {
    const doc = seeded();
    const undo = new OwnUndo(doc);
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      draw(doc, id, fold(at + 1), at);
      undo.stopCapturing();
    }
    pad.removeStrokes(doc, ['a'], local);
    undo.stopCapturing();
    const drawn = plainPad(doc);
    undo.undo();
    expect(strokes(doc)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    undo.undo();
    expect(strokes(doc).sort()).toEqual(['a', 'b']);
    undo.undo();
    undo.undo();
    expect(strokes(doc)).toEqual([]);
    for (let left = 4; left > 0; left -= 1) undo.redo();
    expect(plainPad(doc)).toEqual(drawn);
  });

  it("[D80] takes back one device's own work only, and leaves words in which the other wrote whole", () => {
    const [laptop, phone] = [seeded(), seeded()];
    const undo = new OwnUndo(laptop);
    write(laptop, { frame: fold(1), text: 'bel' });
    meet(laptop, phone);
    write(phone, { frame: fold(1), text: 'bel eerst' });
    draw(phone, 'theirs', fold(1));
    meet(laptop, phone);
    undo.undo();
    expect(wordsIn(plainPad(laptop), fold(1), 'words')).toBe(' eerst');
    expect(strokes(laptop)).toEqual(['theirs']);
  });

  it('[D100] takes a photograph of paper in one step, over its folds, and once', () => {
    const doc = seeded();
    const undo = new OwnUndo(doc);
    const picture = { id: 'p1', width: 1_400, height: 1_000 };
    const pieces = Array.from({ length: 8 }, (_, at) => ({
      place: at + 1,
      crop: [(at % 4) / 4, Math.floor(at / 4) / 2, 0.25, 0.5] as const,
    }));
    const paper = { photoId: 'one', stepId: 'step', picture, pieces, loose: false };
    draw(doc, 'a', fold(3));
    undo.stopCapturing();
    pad.layPaper(doc, paper, local);
    pad.layPaper(doc, paper, local);
    expect(plainPad(doc).pictures).toHaveLength(8);
    expect(frameIn(plainPad(doc), fold(3))).toMatchObject({
      strokes: [{ id: 'a' }],
      picture: { crop: [0.5, 0, 0.25, 0.5], picture: { id: 'p1' } },
    });
    pad.layPaper(doc, { ...paper, photoId: 'two', pieces: pieces.slice(0, 1) }, local);
    expect(plainPad(doc).pictures.map(({ id }) => id)).toContain('two-1');
    expect(plainPad(doc).pictures).toHaveLength(8);
    undo.undo();
    expect(plainPad(doc).pictures).toEqual([]);
    expect(strokes(doc)).toEqual(['a']);
  });

  it('[D100] takes a photograph on the first loose sheet that is empty, else on a new one', () => {
    const doc = seeded();
    const picture = { id: 'p1', width: 10, height: 10 };
    const lay = (photoId: string): void =>
      pad.layPaper(
        doc,
        { photoId, stepId: 'step', picture, pieces: [{ place: 1, crop: WHOLE }], loose: true },
        local,
      );
    write(doc, { frame: fold(1), text: 'vol' });
    lay('one');
    lay('two');
    const { sheets, pictures } = plainPad(doc);
    expect(sheets.map(({ id, step }) => [id, step])).toEqual([
      ['one', 'step'],
      ['two', 'step'],
    ]);
    expect(pictures.map(({ frame }) => frame).sort()).toEqual(['one', 'two']);
    pad.removePictures(doc, 'one', local);
    lay('three');
    expect(frameIn(plainPad(doc), 'one').picture?.id).toBe('three-1');
  });

  it('[D81] stays well with five thousand strokes', () => {
    const doc = seeded();
    const inks = Array.from({ length: 50 }, (_, seed) => anyInk(dice(seed)));
    const keys = orderKeys([], { before: null, count: 125 });
    doc.transact(() => {
      for (let at = 0; at < 5_000; at += 1) {
        // Forty full frames: what counts is the whole pad. Put there at once: a hand takes a day for it.
        const order = keys[Math.floor(at / 40)];
        const fields = { frame: fold(at % 40), order, ink: inks[at % inks.length] };
        padRoot(doc, 'strokes').set(`s${at}`, new Y.Map<unknown>(Object.entries(fields)));
      }
    }, local);
    const plain = plainPad(doc);
    expect(plain.strokes).toHaveLength(5_000);
    expect(frameIn(plain, fold(7)).strokes.map(({ id }) => id)).toEqual(
      Array.from({ length: 125 }, (_, row) => `s${row * 40 + 7}`),
    );
    const readMs = performance.now();
    plainPad(doc);
    draw(doc, 'one-more', fold(7));
    expect(performance.now() - readMs).toBeLessThan(500);
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(4 * 1_048_576);
  });

  it('[D24] reads the same when it is made anew from what can be read of it', () => {
    const chance = dice(7);
    const doc = seeded();
    for (let step = 0; step < 120; step += 1)
      padWrites[chance.of(Object.keys(padWrites))]?.(doc, chance);
    const again = new Y.Doc();
    Y.applyUpdate(again, rebuilt('pad', doc));
    expect(plainPad(again)).toEqual(plainPad(doc));
  });

  it('[D4] reads alike wherever its updates arrive in another order', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const chance = dice(seed);
      const devices = [seeded(), seeded()];
      for (let step = 0; step < 60; step += 1) {
        padWrites[chance.of(Object.keys(padWrites))]?.(chance.of(devices), chance);
        if (chance.oneIn(8)) meet(...devices);
      }
      meet(...devices.reverse());
      expect(plainPad(devices[0] as Y.Doc)).toEqual(plainPad(devices[1] as Y.Doc));
    }
  });
});

describe('a sketch', () => {
  it('[D78] is what was made of it and nothing that tells of its maker', () => {
    const doc = seeded();
    write(doc, { frame: frameOfStep('step'), role: 'title', text: ' Wasbeer belt eerst ' });
    write(doc, { id: 'w2', frame: fold(2), text: 'Een mens belt.' });
    write(doc, { id: 'w3', frame: fold(2), role: 'description', text: 'Iemand met een telefoon' });
    draw(doc, 'a', fold(2), 4);
    draw(doc, 'elsewhere', frameOf('other', 2), 5);
    pad.addText(doc, { id: 't', frame: fold(2), at: [120, 80], color: 'red', text: '+35' }, local);
    pad.addText(doc, { id: 'u', frame: fold(2), at: [0, 0], color: 'red', text: ' ' }, local);
    const picture = { id: 'plaatje', width: 900, height: 1_200 };
    pad.putPicture(doc, { id: 'p1', frame: fold(3), picture }, local);
    pad.putPicture(doc, { id: 'p2', frame: fold(3), picture, crop: [0, 0.5, 1, 0.5] }, local);
    const sketch = sketchOf(plainPad(doc), 'step');
    expect(sketch).toEqual({
      title: 'Wasbeer belt eerst',
      panels: [
        { strokes: [], words: '', description: '', texts: [], picture: null },
        {
          strokes: [expect.any(Uint8Array)],
          words: 'Een mens belt.',
          description: 'Iemand met een telefoon',
          texts: [{ at: [120, 80], color: 'red', text: '+35' }],
          picture: null,
        },
        {
          ...{ strokes: [], words: '', description: '', texts: [] },
          picture: { ...picture, crop: [0, 0.5, 1, 0.5] },
        },
      ],
    });
    expect(decodeStroke(sketch.panels[1]?.strokes[0])?.pressures).toBeNull();
    expect(isEmptySketch(sketch)).toBe(false);
  });

  it('is empty until something can be seen of it', () => {
    const doc = seeded();
    expect(isEmptySketch(sketchOf(plainPad(doc), 'step'))).toBe(true);
    expect(isEmptyFrame(frameIn(plainPad(doc), fold(1)))).toBe(true);
    pad.addText(doc, { id: 't', frame: fold(1), at: [0, 0], color: 'ink' }, local);
    expect(isEmptySketch(sketchOf(plainPad(doc), 'step'))).toBe(true);
    draw(doc, 'a', fold(1));
    expect(isEmptySketch(sketchOf(plainPad(doc), 'step'))).toBe(false);
    expect(isEmptyFrame(frameIn(plainPad(doc), fold(1)))).toBe(false);
  });
});
