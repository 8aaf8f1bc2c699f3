import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import {
  firstOpen,
  mayAsk,
  mayChooseQuestionnaires,
  mayGiveDots,
  mayGiveScore,
  mayGiveWords,
  progressOf,
  questionKey,
  questionsOf,
  reachable,
  tellingOf,
  type Given,
} from '#domain/tests/asking';
import { customerStates } from '#domain/tests/customers';

const concepts = [
  { id: 'uur', words: 'we een uur vooraf bellen' },
  { id: 'prijs', words: 'de prijs vaststaat' },
];
const nothing: Given = { answers: [], words: null, dots: null };
const said = (ruling: Ruling): string => (ruling.allowed ? 'ok' : ruling.refusal.code);
const keysOf = (...args: Parameters<typeof questionsOf>): string[] =>
  questionsOf(...args).map(questionKey);

describe('[R195] the questions', () => {
  it('come in one order: scores, then openly, then the concepts', () => {
    expect(keysOf({ kinds: ['nps', 'csat', 'ces'], concepts })).toEqual([
      ...['csat', 'ces', 'nps', 'words', 'dots'],
    ]);
    expect(keysOf({ kinds: ['sus'], concepts: [] })).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `sus-${at + 1}`),
      'words',
    ]);
    expect(keysOf({ kinds: [], concepts })).toEqual(['words', 'dots']);
  });

  it('go on at the first that is open, and a passed one is open no more', () => {
    const questions = questionsOf({ kinds: ['csat', 'nps'], concepts });
    expect(firstOpen(questions, nothing)).toBe(0);
    const half: Given = {
      ...{ answers: [{ kind: 'csat', item: 0, answer: 8 }], words: '', dots: null },
    };
    expect(firstOpen(questions, half)).toBe(1);
    expect(progressOf(questions, half)).toEqual({ given: 2, of: 4 });
    const nps = { kind: 'nps', item: 0, answer: 0 } as const;
    expect(firstOpen(questions, { ...half, answers: [...half.answers, nps], dots: [] })).toBe(4);
  });

  it('show no concept before the open answer is in, and fix it from then on', () => {
    const questions = questionsOf({ kinds: ['csat'], concepts });
    for (const wanted of [2, 3, 99])
      expect(reachable(questions, { wanted, given: nothing })).toBe(1);
    const open: Given = { ...nothing, words: 'op tijd' };
    expect(reachable(questions, { wanted: 2, given: open })).toBe(2);
    expect(reachable(questions, { wanted: 99, given: open })).toBe(3);
    for (const wanted of [-4, NaN]) expect(reachable(questions, { wanted, given: open })).toBe(0);
    const about = { sent: false, concepts };
    expect(said(mayGiveDots([], { ...about, given: nothing }))).toBe('words-first');
    expect(said(mayGiveWords('op tijd', { ...about, given: nothing }))).toBe('ok');
    expect(said(mayGiveWords('een uurvak', { ...about, given: open }))).toBe('words-settled');
    expect(said(mayGiveWords('een uurvak', { ...about, given: open, concepts: [] }))).toBe('ok');
  });
});

describe('[R196] an answer', () => {
  const score = (answer: number | null, more: { item?: number; sent?: boolean } = {}): string => {
    const { item = 0, sent = false } = more;
    return said(mayGiveScore({ kind: 'nps', item, answer }, { sent, kinds: ['nps'] }));
  };

  it('is in range and whole, to a question that was put, until it is sent', () => {
    expect([0, 10, null].map((one) => score(one))).toEqual(['ok', 'ok', 'ok']);
    expect([-1, 11, NaN].map((one) => score(one))).toEqual(Array(3).fill('answer-out-of-range'));
    expect(score(7.5)).toBe('answer-not-whole');
    expect(score(5, { item: 1 })).toBe('no-such-question');
    expect(score(5, { sent: true })).toBe('answers-sent');
    const ces = { kind: 'ces', item: 0, answer: 3 } as const;
    expect(said(mayGiveScore(ces, { sent: false, kinds: ['nps'] }))).toBe('no-such-question');
  });

  it('has three dots at most, on concepts that were shown; fewer are as good', () => {
    const about = { sent: false, concepts, given: { ...nothing, words: '' } };
    for (const dots of [[], ['uur'], ['uur', 'uur', 'uur'], ['uur', 'prijs']])
      expect(said(mayGiveDots(dots, about))).toBe('ok');
    expect(said(mayGiveDots(['uur', 'uur', 'uur', 'prijs'], about))).toBe('too-many-dots');
    expect(said(mayGiveDots(['eigen'], about))).toBe('no-such-question');
    expect(said(mayGiveDots([], { ...about, concepts: [] }))).toBe('no-such-question');
    expect(said(mayGiveDots([], { ...about, sent: true }))).toBe('answers-sent');
  });

  it('is asked of who is talked with, or was', () => {
    expect(customerStates.filter((state) => mayAsk(state).allowed)).toEqual(['running', 'done']);
    expect(said(mayAsk(undefined))).toBe('no-such-customer');
    expect(said(mayChooseQuestionnaires([]))).toBe('ok');
    expect(said(mayChooseQuestionnaires([1]))).toBe('questions-put');
  });
});

describe('[R197] figures are told', () => {
  const day = (...states: (typeof customerStates)[number][]) =>
    states.map((state) => ({ state, reserve: false }));

  it('to nobody during a talk, and between two to who heard the answers alone', () => {
    const during = day('done', 'running', 'planned');
    const between = day('done', 'done', 'planned');
    for (const knows of [true, false])
      expect(tellingOf(during, { knows, sent: 5 })).toBe('talking');
    expect(tellingOf(between, { knows: true, sent: 1 })).toBe('told');
    expect(tellingOf(between, { knows: false, sent: 5 })).toBe('to-come');
  });

  it('to all when everybody was there and three answered; a reserve who stayed away is not waited for', () => {
    const after = [...day('done', 'done', 'missed'), { state: 'planned', reserve: true } as const];
    expect(tellingOf(after, { knows: false, sent: 3 })).toBe('told');
    expect(tellingOf(after, { knows: false, sent: 2 })).toBe('too-few');
  });
});
