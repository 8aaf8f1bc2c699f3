import { expect, it } from 'vitest';
import * as Y from 'yjs';
import * as pad from '#document/kinds/pad/operations';
import { plainPad, wordsIn } from '#document/kinds/pad/plain';
import { pourPad } from '#document/kinds/pad/pour-pad';
import { frameOf, frameOfStep } from '#document/kinds/pad/records';
import { local, server } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { anyInk } from '#tests/support/pad-writes';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('pad'));
  return doc;
}
function draw(doc: Y.Doc, id: string, frame: string): void {
  pad.addStroke(doc, { id, frame, ink: anyInk(dice(1)) }, local);
}
function write(doc: Y.Doc, frame: string, text: string, role: 'words' | 'title' = 'words'): void {
  pad.editWords(
    doc,
    { id: text.replaceAll(' ', '-'), frame, role },
    { before: '', after: text },
    local,
  );
}
/** Where each stroke lies, by its id. */
const places = (doc: Y.Doc) =>
  Object.fromEntries(plainPad(doc).strokes.map(({ id, frame }) => [id, frame]));

/** New ids in order: n1, n2. */
function pour(doc: Y.Doc, from: Y.Doc, loose: string | null = 'notes'): void {
  let made = 0;
  const newId = (): string => `n${(made += 1)}`;
  pourPad(
    doc,
    from,
    { looseStepOf: (page) => (page === 'ideas' ? 'ideas' : loose), newId },
    server,
  );
}

it('[P19] what only the other drew comes to the place where it was drawn', () => {
  const [own, other] = [seeded(), seeded()];
  draw(own, 'a', frameOf('ideas', 1));
  for (const place of [1, 3]) draw(other, `b${place}`, frameOf('sketch', place));
  write(other, frameOfStep('sketch'), 'Wasbeer belt', 'title');
  pad.addSheet(other, { id: 'sheet', step: 'ideas' }, local);
  draw(other, 'c', 'sheet');
  pour(own, other);
  expect(places(own)).toEqual({ a: 'ideas.1', b1: 'sketch.1', b3: 'sketch.3', c: 'sheet' });
  expect(wordsIn(plainPad(own), 'sketch', 'title')).toBe('Wasbeer belt');
  expect(plainPad(own).sheets).toMatchObject([{ id: 'sheet', step: 'ideas' }]);
});

it('[P19] where both drew, the other’s goes to loose sheets, whole and with its title, and one’s own stays', () => {
  const [own, other] = [seeded(), seeded()];
  for (const doc of [own, other]) {
    const who = doc === own ? 'own' : 'other';
    for (const place of [1, 2]) draw(doc, `${who}${place}`, frameOf('sketch', place));
    write(doc, frameOfStep('sketch'), `titel ${who}`, 'title');
    write(doc, frameOf('sketch', 2), `woorden ${who}`);
    draw(doc, `${who}-idee`, frameOf('ideas', 1));
  }
  pour(own, other);
  const after = plainPad(own);
  expect(places(own)).toEqual({
    ...{ own1: 'sketch.1', own2: 'sketch.2', 'own-idee': 'ideas.1' },
    ...{ 'other-idee': 'n1', other1: 'n2', other2: 'n3' },
  });
  expect(after.sheets.map(({ id, step }) => [id, step]).sort()).toEqual([
    ['n1', 'ideas'],
    ['n2', 'notes'],
    ['n3', 'notes'],
  ]);
  expect(wordsIn(after, 'sketch', 'title')).toBe('titel own');
  expect(wordsIn(after, frameOf('sketch', 2), 'words')).toBe('woorden own');
  expect(wordsIn(after, 'n2', 'words')).toBe('titel other');
  expect(wordsIn(after, 'n3', 'words')).toBe('woorden other');
});

it('[P19] what lies here already is not doubled; where no step has loose sheets it stays in its place', () => {
  const [own, other] = [seeded(), seeded()];
  draw(other, 'b', frameOf('sketch', 1));
  Y.applyUpdate(own, Y.encodeStateAsUpdate(other));
  draw(other, 'c', frameOf('sketch', 1));
  pour(own, other, null);
  expect(places(own)).toEqual({ b: 'sketch.1', c: 'sketch.1' });
  expect(plainPad(own).sheets).toEqual([]);
});
