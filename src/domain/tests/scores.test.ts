import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerRefusal,
  ces,
  churn,
  csat,
  FEWEST_FOR_SHARE,
  nps,
  percentOf,
  retention,
  scoreKinds,
  scoreRanges,
  sus,
  susOf,
  susRefusal,
} from '#domain/tests/scores';
import { openTasks, taskCounts, type Attempt } from '#domain/tests/tasks';

const times = (count: number, answer: number): number[] => Array<number>(count).fill(answer);

describe('[R162] SUS', () => {
  it.each([
    // Brooke 1996: contributions 4, 1, 1, 4, 1, 2, 1, 1, 4, 3 add up to 22, times 2.5.
    [[5, 4, 2, 1, 2, 3, 2, 4, 5, 2], 55],
    // Published guide to scoring: contributions 4, 3, 3, 4, 4, 3, 4, 4, 3, 3 add up to 35.
    [[5, 2, 4, 1, 5, 2, 5, 1, 4, 2], 87.5],
    [[5, 1, 5, 1, 5, 1, 5, 1, 5, 1], 100],
    [[1, 5, 1, 5, 1, 5, 1, 5, 1, 5], 0],
    [times(10, 3), 50],
  ])('of %j is %d', (items, figure) => {
    expect(susOf(items)).toBe(figure);
  });

  it('is the same by the formula: (sum of odd - 5 + 25 - sum of even) x 2.5', () => {
    const item = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 10, maxLength: 10 }), (items) => {
        const sum = (odd: boolean): number =>
          items.filter((_, at) => (at % 2 === 0) === odd).reduce((a, b) => a + b, 0);
        expect(susOf(items)).toBe((sum(true) - 5 + (25 - sum(false))) * 2.5);
      }),
      { seed: 3 },
    );
  });

  it('waits for all ten, and says of how many it is the mean', () => {
    expect(susOf([5, 2, 4])).toBeNull();
    expect(susOf([...times(9, 3), NaN])).toBeNull();
    const half = [5, 2, null, 1, 5, 2, 5, 1, 4, 2];
    expect(susOf(half)).toBeNull();
    expect(susRefusal(half)).toBeNull();
    expect(sus([[5, 4, 2, 1, 2, 3, 2, 4, 5, 2], times(10, 3), half])).toEqual({
      counts: { complete: { count: 2, of: 3 } },
      ...{ figure: 52.5, isIndicative: true },
    });
  });
});

describe('[R162] the other figures', () => {
  it.each([
    // Seventy of a hundred promote, twenty detract: the example that is always given.
    [[...times(70, 10), ...times(10, 8), ...times(20, 3)], 50],
    [[...times(50, 9), ...times(50, 6)], 0],
    [[10, 9, 9, 8, 7, 7, 6, 5, 0, 10], 10],
    [[10, 9, 9], 100],
    [[0, 6, 6], -100],
    [[9, 7, 7], 33],
    [[6, 7, 7], -33],
  ])('NPS of %j is %d', (answers, figure) => {
    expect(nps(answers).figure).toBe(figure);
  });

  it('NPS tells promoters, passives and detractors first', () => {
    expect(nps([0, 6, 7, 8, 9, 10, 10]).counts).toEqual({
      promoters: { count: 3, of: 7 },
      passives: { count: 2, of: 7 },
      detractors: { count: 2, of: 7 },
    });
  });

  it('CSAT is the mean, and who gave 8 to 10', () => {
    expect(csat([10, 8, 7, 6, 9])).toEqual({
      counts: { satisfied: { count: 3, of: 5 } },
      ...{ figure: 8, isIndicative: true },
    });
    // 150 satisfied of 250 is 60 %.
    const large = csat([...times(150, 8), ...times(100, 5)]);
    expect(percentOf(large.counts.satisfied)).toBe(60);
    expect(large.isIndicative).toBe(false);
  });

  it('CES is the mean of 1 to 5, where 1 is very little effort', () => {
    expect(ces([1, 2, 2, 4, 5])).toEqual({
      counts: { easy: { count: 3, of: 5 } },
      ...{ figure: 2.8, isIndicative: true },
    });
  });

  it('churn and retention are of who was there at the start', () => {
    expect(churn({ left: 5, atStart: 100 })).toBe(5);
    expect(retention({ stayed: 85, atStart: 100 })).toBe(85);
    expect(churn({ left: 1, atStart: 3 })).toBe(33.3);
    expect(churn({ left: 1, atStart: 0 })).toBeNull();
    expect(retention({ stayed: 120, atStart: 100 })).toBeNull();
    expect(churn({ left: -1, atStart: 100 })).toBeNull();
  });
});

describe('[R163] five people are no percentage', () => {
  it('below thirty there is none, and a figure is an indication', () => {
    expect(percentOf({ count: 4, of: 5 })).toBeNull();
    expect(percentOf({ count: 29, of: FEWEST_FOR_SHARE - 1 })).toBeNull();
    expect(percentOf({ count: 24, of: 30 })).toBe(80);
    expect(nps(times(29, 9)).isIndicative).toBe(true);
    expect(nps(times(30, 9)).isIndicative).toBe(false);
  });

  it('and nobody is no figure', () => {
    for (const { figure } of [nps([]), csat([]), ces([]), sus([]), sus([[5]])]) {
      expect(figure).toBeNull();
    }
  });
});

describe('[R164] an answer out of range', () => {
  it.each(scoreKinds)('of %s is refused, and is never counted', (kind) => {
    const { least, most } = scoreRanges[kind];
    expect([least, most].map((answer) => answerRefusal(kind, answer))).toEqual([null, null]);
    for (const out of [least - 1, most + 1, NaN, Infinity, -Infinity]) {
      expect(answerRefusal(kind, out)).toBe('answer-out-of-range');
    }
    expect(answerRefusal(kind, 2.5)).toBe('answer-not-whole');
  });

  it('changes no figure', () => {
    expect(nps([10, 9, 11, -1, NaN])).toEqual(nps([10, 9]));
    expect(csat([8, 0])).toEqual(csat([8]));
    expect(ces([1, 6])).toEqual(ces([1]));
    expect(susRefusal(times(11, 3))).toBe('too-many-items');
    expect(susRefusal([6])).toBe('answer-out-of-range');
    expect(susOf([...times(9, 3), 6])).toBeNull();
  });
});

describe('[R165] a task', () => {
  const attempts: Attempt[] = [
    { customer: 'K1', task: 'afspraak', result: 'done' },
    { customer: 'K2', task: 'afspraak', result: 'failed' },
    { customer: 'K2', task: 'afspraak', result: 'helped' },
    { customer: 'K3', task: 'afspraak', result: null },
    { customer: 'K1', task: 'prijs', result: 'failed' },
  ];

  it('counts each customer once, by what was said last, and none who left it open', () => {
    expect(taskCounts(attempts, 'afspraak')).toEqual({
      done: { count: 1, of: 2 },
      helped: { count: 1, of: 2 },
      failed: { count: 0, of: 2 },
    });
    expect(taskCounts(attempts, 'geen').done).toEqual({ count: 0, of: 0 });
  });

  it('that is open is named', () => {
    const tasks = ['afspraak', 'prijs'];
    expect(openTasks(tasks, { customer: 'K3', attempts })).toEqual(tasks);
    expect(openTasks(tasks, { customer: 'K2', attempts })).toEqual(['prijs']);
    expect(openTasks(tasks, { customer: 'K1', attempts })).toEqual([]);
  });
});
