import { describe, expect, it } from 'vitest';
import { MOST_QUESTIONS, rankedQuestions } from '#domain/tests/sprint-questions';
import { mayLayVerdict, type CustomerAnswer, type LayingVerdict } from '#domain/tests/verdict';

const asked = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Kunnen we ${id}?` }));
const voted = [
  { noteIds: ['b'], text: 'Kunnen we b?', dots: 1 },
  { noteIds: ['c', 'x'], text: 'Kunnen we c?', dots: 4 },
  { noteIds: ['d'], text: 'Kunnen we d?', dots: 2 },
];

describe('[R205] the sprint questions of Friday', () => {
  it('are in the rank of Monday, the leading one first, with its words as they stand now', () => {
    const leading = { noteIds: ['b'], text: 'Kunnen we b, in de avond?' };
    expect(rankedQuestions(asked, { voted, leading })).toEqual([
      { id: 'b', text: 'Kunnen we b, in de avond?', leading: true },
      { id: 'c', text: 'Kunnen we c?', leading: false },
      { id: 'd', text: 'Kunnen we d?', leading: false },
      { id: 'a', text: 'Kunnen we a?', leading: false },
    ]);
  });

  it('are in the order of the wall where nobody voted, and those of the vote where it cannot be read', () => {
    const none = { voted: [], leading: null };
    expect(rankedQuestions(asked, none).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    const ranked = rankedQuestions([], { voted, leading: null });
    expect(ranked.map(({ id }) => id)).toEqual(['c', 'd', 'b']);
  });

  it('are no more than a day can answer', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ id: `n${at}`, text: 'Kunnen we?' }));
    expect(rankedQuestions(many, { voted: [], leading: null })).toHaveLength(MOST_QUESTIONS);
  });
});

describe('[R206] a verdict', () => {
  const laying = (over: Partial<LayingVerdict> = {}): LayingVerdict => ({
    answers: new Map<string, CustomerAnswer | null>([['K1', 'yes']]),
    ...{ words: 'Vier bleven rustig.', version: 0, seen: 0, reason: '' },
    ...over,
  });
  const said = (over: Partial<LayingVerdict>): string => {
    const ruling = mayLayVerdict(laying(over));
    return ruling.allowed ? 'ok' : ruling.refusal.code;
  };

  it.each([
    [{}, 'ok'],
    [{ answers: new Map([['K1', null]]) }, 'no-answers'],
    [{ words: '  ' }, 'field-empty'],
    [{ words: 'x'.repeat(2_001) }, 'field-too-long'],
    [{ version: 1 }, 'changed-meanwhile'],
    [{ version: 1, seen: 1 }, 'reason-needed'],
    [{ version: 1, seen: 1, reason: 'K4 bedoelde iets anders' }, 'ok'],
    [{ version: 1, seen: 1, reason: 'x'.repeat(2_001) }, 'field-too-long'],
  ])('needs an answer and a sentence, and changes with a reason alone', (over, code) => {
    expect(said(over)).toBe(code);
  });
});
