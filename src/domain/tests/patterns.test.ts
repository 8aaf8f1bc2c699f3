import { describe, expect, it } from 'vitest';
import {
  distinct,
  openProposals,
  proposedPatterns,
  type Mark,
  type Observation,
} from '#domain/tests/patterns';
import {
  answerCounts,
  proposedVerdict,
  verdictRefusal,
  type CustomerAnswer,
} from '#domain/tests/verdict';
import { testedAfter, withdrawn, type Withdrawal } from '#domain/tests/withdrawal';

let made = 0;
const seen = (customer: string, row: string, mark: Mark, isStrong = false): Observation => ({
  ...{ id: `o${(made += 1)}`, customer, row, mark, isStrong },
});

describe('[R166] a pattern', () => {
  it('is proposed where three customers agree on a row and a mark', () => {
    const notes = ['K1', 'K2', 'K3'].map((customer) => seen(customer, 'prijs', '-'));
    expect(proposedPatterns(notes)).toEqual([
      {
        ...{ row: 'prijs', mark: '-', customers: ['K1', 'K2', 'K3'], strong: [] },
        observations: notes.map(({ id }) => id),
      },
    ]);
  });

  it('counts customers and not notes, and takes no two marks or rows together', () => {
    expect(proposedPatterns(['K1', 'K1', 'K1', 'K2'].map((k) => seen(k, 'prijs', '-')))).toEqual(
      [],
    );
    const apart = [seen('K1', 'a', '+'), seen('K2', 'a', '-'), seen('K3', 'b', '+')];
    expect(proposedPatterns([...apart, seen('K4', 'a', '0')])).toEqual([]);
  });

  it('is proposed of two customers in whom it was strong, however many were tested', () => {
    const strong = [seen('K1', 'belletje', '+', true), seen('K5', 'belletje', '+', true)];
    expect(proposedPatterns(strong)).toMatchObject([{ strong: ['K1', 'K5'] }]);
    const one = [seen('K1', 'belletje', '+', true), seen('K1', 'belletje', '+', true)];
    expect(proposedPatterns(one)).toEqual([]);
    expect(proposedPatterns([seen('K1', 'x', '+', true), seen('K2', 'x', '+')])).toEqual([]);
  });

  it('is asked once: what the team confirmed or set aside is not proposed again', () => {
    const notes = ['a', 'b'].flatMap((row) => ['K1', 'K2', 'K3'].map((k) => seen(k, row, '+')));
    const open = openProposals(proposedPatterns(notes), [{ row: 'a', mark: '+' }]);
    expect(open.map(({ row }) => row)).toEqual(['b']);
    expect(openProposals(open, [{ row: 'b', mark: '-' }])).toHaveLength(1);
  });
});

describe('[R167] the verdict on a sprint question', () => {
  const answers = (...given: (CustomerAnswer | null)[]) =>
    new Map(given.map((answer, at) => [`K${at + 1}`, answer]));

  it.each([
    [answers('yes', 'yes', 'yes', 'no', null), 'yes'],
    [answers('no', 'no', 'no', 'yes', 'partly'), 'no'],
    [answers('yes', 'yes', 'no', 'no', 'partly'), 'unclear'],
    [answers('yes', 'yes', 'yes', 'no', 'no', 'no'), 'unclear'],
    [answers('partly', 'partly', 'partly'), 'partly'],
    [answers('yes'), 'unclear'],
    [answers(null, null), null],
  ])('is proposed, and counts only in whom something was seen', (given, verdict) => {
    expect(proposedVerdict(given)).toBe(verdict);
  });

  it('needs at least one answer', () => {
    expect(verdictRefusal(answers(null))).toBe('no-answers');
    expect(verdictRefusal(answers('no', null))).toBeNull();
    expect(answerCounts(answers('no', null)).no).toEqual({ count: 1, of: 1 });
  });
});

describe('[R168] a customer who withdraws', () => {
  const notes = ['K1', 'K2', 'K3'].map((customer) => ({
    ...seen(customer, 'prijs', '-'),
    words: `"Duur", zegt ${customer}`,
    at: 1_042,
  }));
  const act = (over: Partial<Withdrawal>): Withdrawal => ({
    ...{ customer: 'K2', words: 'erase', counts: false, alias: 'x7' },
    ...over,
  });

  it('is gone: no words, no count', () => {
    const kept = withdrawn(notes, act({}));
    expect(kept.shown.map(({ customer }) => customer)).toEqual(['K1', 'K3']);
    expect(proposedPatterns(kept.counted)).toEqual([]);
    expect(testedAfter(['K1', 'K2', 'K3'], act({}))).toEqual(['K1', 'K3']);
  });

  it('is gone and still counted, as somebody of whom nothing is known', () => {
    const kept = withdrawn(notes, act({ counts: true }));
    expect(kept.shown).toHaveLength(2);
    expect(proposedPatterns(kept.counted)[0]?.customers).toEqual(['K1', 'K3', 'x7']);
    expect(JSON.stringify(kept)).not.toContain('K2');
    expect(testedAfter(['K1', 'K2', 'K3'], act({ counts: true }))).toEqual(['K1', 'K3', 'x7']);
  });

  it('is nameless: what was said stays, of nobody, counted or not', () => {
    const spoken = notes.map((note) => ({ ...note, words: 'Duur' }));
    const kept = withdrawn(spoken, act({ words: 'nameless' }));
    expect(kept.shown.map(({ customer, words, at }) => [customer, words, at])).toEqual([
      ...[
        ['K1', 'Duur', 1_042],
        ['K3', 'Duur', 1_042],
        ['x7', 'Duur', null],
      ],
    ]);
    expect(distinct(kept.counted)).toEqual(['K1', 'K3']);
    expect(withdrawn(spoken, act({ words: 'nameless', counts: true })).counted).toHaveLength(3);
    expect(JSON.stringify(kept)).not.toContain('K2');
  });

  it('takes nothing of anybody else along, and nobody where they were never tested', () => {
    const other = withdrawn(notes, act({ customer: 'K9', counts: true }));
    expect(other).toEqual({ shown: notes, counted: notes });
    expect(testedAfter(['K1'], act({ customer: 'K9', counts: true }))).toEqual(['K1']);
  });
});
