import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as grid from '#document/kinds/grid/operations';
import { isEmptyGrid, plainGrid } from '#document/kinds/grid/plain';
import { answersOf, type PlainVerdict } from '#document/kinds/grid/plain-answers';
import { local, server } from '#document/origins';
import { seedUpdate } from '#document/schema';

function asked(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('grid'));
  const questions = ['a', 'b'].map((id) => ({ id, text: `Kunnen we ${id}?`, leading: id === 'a' }));
  grid.layQuestions(doc, questions, { origin: server });
  return doc;
}
const say = (doc: Y.Doc, customer: string, answer: 'yes' | 'no' | 'unseen', by = 'Anna'): void =>
  grid.giveAnswer(doc, { question: 'a', customer, answer, by }, local);
const first = (doc: Y.Doc) => plainGrid(doc).questions[0];
const verdict: PlainVerdict = {
  ...{ version: 1, verdict: 'yes', words: 'Ze bleven rustig', question: 'Kunnen we a?' },
  ...{ yes: 4, partly: 0, no: 1, by: 'Ingrid', onBehalfOf: '', at: 9, reason: '' },
};
function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe('the sprint questions on a grid', () => {
  it('[D180] are laid once, in their rank; who leads is put right, and what the team added stays last', () => {
    const doc = asked();
    grid.addQuestion(doc, { id: 'own', text: 'En dit?' }, local);
    const again = ['b', 'a', 'c'].map((id) => ({ id, text: 'anders', leading: id === 'b' }));
    grid.layQuestions(doc, again, { origin: server });
    expect(
      plainGrid(doc).questions.map(({ id, text, leading, noteId }) => [id, text, leading, noteId]),
    ).toEqual([
      ['a', 'Kunnen we a?', false, 'a'],
      ['b', 'Kunnen we b?', true, 'b'],
      ['own', 'En dit?', false, null],
      ['c', 'anders', false, 'c'],
    ]);
  });

  it('[D181] a customer has one answer to a question, of who gave it last, and its words stay', () => {
    const doc = asked();
    const other = new Y.Doc();
    merge(doc, other);
    say(doc, 'K1', 'yes');
    say(other, 'K1', 'no', 'Bram');
    say(other, 'K2', 'unseen', 'Bram');
    merge(doc, other);
    expect(plainGrid(doc)).toEqual(plainGrid(other));
    expect(first(doc)?.answers.map(({ customer }) => customer)).toEqual(['K1', 'K2']);
    const [answer] = first(doc)?.answers ?? [];
    const at = { record: 'answers', id: answer?.id ?? '' } as const;
    grid.editGridText(doc, at, { before: '', after: 'Hij lachte' }, local);
    say(doc, 'K1', 'yes', 'Cas');
    expect(first(doc)?.answers[0]).toMatchObject({ answer: 'yes', why: 'Hij lachte', by: 'Cas' });
    const counted = first(doc);
    expect(counted && [...answersOf(counted)]).toEqual([
      ['K1', 'yes'],
      ['K2', null],
    ]);
    grid.giveAnswer(doc, { question: 'weg', customer: 'K1', answer: 'no', by: '' }, local);
    expect(doc.getMap('answers').size).toBe(2);
  });

  it('[D182] a finding hangs on a question once, and may have a gap; without a question nothing of it is left', () => {
    const doc = asked();
    grid.addQuestion(doc, { id: 'own', text: 'En dit?' }, local);
    for (const hangs of [true, true]) {
      grid.hangFinding(doc, { question: 'own', finding: 'o1', hangs }, local);
    }
    grid.hangFinding(doc, { question: 'own', finding: 'p1-a', hangs: true }, local);
    grid.setGap(doc, { record: 'questions', id: 'own', gap: 'design' }, local);
    grid.giveAnswer(doc, { question: 'own', customer: 'K1', answer: 'no', by: 'Anna' }, local);
    const own = () => plainGrid(doc).questions.find(({ id }) => id === 'own');
    expect(own()).toMatchObject({ findings: ['o1', 'p1-a'], gap: 'design' });
    grid.hangFinding(doc, { question: 'own', finding: 'o1', hangs: false }, local);
    expect(own()?.findings).toEqual(['p1-a']);
    grid.removeQuestion(doc, 'own', local);
    expect([doc.getMap('answers').size, doc.getMap('evidence').size]).toEqual([0, 0]);
  });

  it('[D183] a moment that is put back leaves verdicts as they are laid down now', () => {
    const doc = asked();
    say(doc, 'K1', 'yes');
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
    say(doc, 'K1', 'no');
    grid.layVerdict(doc, 'a', verdict, server);
    boardReading(doc).restore(doc, before, server);
    expect(first(doc)).toMatchObject({ verdict: { words: 'Ze bleven rustig', yes: 4 } });
    expect(first(doc)?.answers[0]?.answer).toBe('yes');
  });

  it('[D184] of a customer who withdraws no answer is left', () => {
    const doc = asked();
    say(doc, 'K1', 'yes');
    say(doc, 'K2', 'no');
    grid.eraseAnswersOf(doc, 'K1', server);
    expect(first(doc)?.answers.map(({ customer }) => customer)).toEqual(['K2']);
  });

  it('[D185] what the server laid is nobody’s work; an answer, a verdict and a look back at the goal are', () => {
    const doc = asked();
    expect(isEmptyGrid(plainGrid(doc))).toBe(true);
    grid.setCloser(doc, 'partly', local);
    expect(isEmptyGrid(plainGrid(doc))).toBe(false);
    const at = { record: 'lookback', id: 'goal' } as const;
    grid.editGridText(doc, at, { before: '', after: 'Een stap' }, local);
    grid.setCloser(doc, 'yes', local);
    expect(plainGrid(doc).lookBack).toEqual({ closer: 'yes', words: 'Een stap' });
  });
});
