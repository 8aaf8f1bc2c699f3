import { expect, it } from 'vitest';
import * as Y from 'yjs';
import * as decision from '#document/kinds/decision/operations';
import { isEmptyDecision, plainDecision } from '#document/kinds/decision/plain';
import { local } from '#document/origins';
import { seedUpdate } from '#document/schema';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('decision'));
  return doc;
}

it('[D186] two people write what happens next at once, and nothing of either is lost', () => {
  const doc = seeded();
  expect(isEmptyDecision(plainDecision(doc))).toBe(true);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  decision.addNext(doc, { id: 'a', what: 'Proef in Amsterdam', who: 'Henk' }, local);
  decision.addNext(other, { id: 'b', what: 'Nieuwe test' }, local);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  expect(plainDecision(doc)).toEqual(plainDecision(other));
  expect(new Set(plainDecision(doc).next.map(({ what }) => what))).toEqual(
    new Set(['Proef in Amsterdam', 'Nieuwe test']),
  );
});

it('[D187] a day that does not exist is not written, and reads as none', () => {
  const doc = seeded();
  decision.addNext(doc, { id: 'a' }, local);
  decision.setNextDue(doc, 'a', '2030-02-31', local);
  expect(plainDecision(doc).next[0]?.due).toBe('');
  decision.setNextDue(doc, 'a', '2030-03-01', local);
  expect(plainDecision(doc).next[0]?.due).toBe('2030-03-01');
  doc.getMap<Y.Map<unknown>>('next').get('a')?.set('due', 'morgen');
  expect(plainDecision(doc).next[0]?.due).toBe('');
});

it('[D187] what it does to customers stands on one of two sides, with for whom and how it is softened', () => {
  const doc = seeded();
  decision.addEffect(doc, { id: 'e', side: 'worse', what: 'Langer wachten' }, local);
  const at = { root: 'effects', id: 'e', field: 'soften' } as const;
  decision.editDecisionText(doc, at, { before: '', after: 'Eerder bellen' }, local);
  expect(plainDecision(doc).effects).toMatchObject([
    { side: 'worse', what: 'Langer wachten', whom: '', soften: 'Eerder bellen' },
  ]);
  decision.removeFromDecision(doc, 'effects', 'e', local);
  expect(plainDecision(doc).effects).toEqual([]);
});
