import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as script from '#document/kinds/script/operations';
import { isEmptyScript, plainScript, unhungQuestions } from '#document/kinds/script/plain';
import { local } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { scriptActs } from '#domain/script/acts';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('script'));
  return doc;
}
const actOf = (doc: Y.Doc, act: (typeof scriptActs)[number]) =>
  plainScript(doc).acts.find((one) => one.act === act);

describe('a script', () => {
  it('[D118] begins with five acts of an hour together, and ends with the question what one may count on', () => {
    const { acts } = plainScript(seeded());
    expect(acts.map(({ act }) => act)).toEqual(scriptActs);
    expect(acts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    expect(acts.at(-1)?.lines.at(-1)?.says).toBe('script-count-on');
    expect(isEmptyScript(plainScript(seeded()))).toBe(true);
  });

  it('[D118] keeps its acts whatever somebody takes away, and minutes that can be kept', () => {
    const doc = seeded();
    for (const act of scriptActs) doc.getMap('acts').delete(act);
    expect(plainScript(doc).acts.map(({ act }) => act)).toEqual(scriptActs);
    const other = seeded();
    script.setActMinutes(other, 'tasks', 200, local);
    script.setActMinutes(other, 'context', 0.2, local);
    expect(actOf(other, 'tasks')?.minutes).toBe(60);
    expect(actOf(other, 'context')?.minutes).toBe(1);
  });

  it('[D119] a line hangs on a sprint question once, whoever says so, and goes with what lies beside it', () => {
    const one = seeded();
    script.layScriptQuestions(one, [{ id: 'v1', text: 'Vertrouwen ze de prijs?' }], local);
    script.addLine(one, 'l1', { act: 'tasks', kind: 'task', text: 'Boek een monteur.' }, local);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    expect(unhungQuestions(plainScript(one)).map(({ id }) => id)).toEqual(['v1']);
    for (const doc of [one, other]) {
      script.hangOn(doc, 'l1', { questionId: 'v1', hangs: true }, local);
    }
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(actOf(one, 'tasks')?.lines).toMatchObject([{ id: 'l1', questionIds: ['v1'] }]);
    expect(unhungQuestions(plainScript(one))).toEqual([]);
    script.addScriptNote(
      one,
      'n1',
      { lineId: 'l1', kind: 'watch', text: 'Leest hij de tijd?' },
      local,
    );
    script.removeLine(one, 'l1', local);
    expect(actOf(one, 'tasks')?.lines).toEqual([]);
    expect([one.getMap('notes').size, one.getMap('hangs').size]).toEqual([0, 0]);
  });

  it('[D119] a line that two people move at once stays one, in one act', () => {
    const one = seeded();
    script.addLine(one, 'a', { act: 'tasks', kind: 'task' }, local);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    script.moveLine(one, 'a', { act: 'context', before: null }, local);
    script.moveLine(other, 'a', { act: 'debrief', before: 'script-count-on' }, local);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(plainScript(one)).toEqual(plainScript(other));
    const places = plainScript(one).acts.flatMap(({ lines }) =>
      lines.filter(({ id }) => id === 'a'),
    );
    expect(places).toHaveLength(1);
  });
});
