import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranked, tally, votersOf } from '#domain/votes/tally';

const candidateIds = ['a', 'b', 'c', 'd'];
const anyDot = fc.record({
  candidateId: fc.option(fc.constantFrom(...candidateIds)),
  memberId: fc.constantFrom('anna', 'bram', 'chantal'),
});

describe('[R17] the tally', () => {
  it('[R17] adds up to the dots that were placed', () => {
    fc.assert(
      fc.property(fc.array(anyDot), (dots) => {
        const sums = tally(candidateIds, dots);
        const placed = dots.filter((dot) => dot.candidateId !== null).length;
        expect(sums.reduce((sum, one) => sum + one.dots, 0)).toBe(placed);
        expect(sums.map((one) => one.candidateId)).toEqual(candidateIds);
      }),
    );
  });

  it('[R17] is the same in whatever order people voted', () => {
    fc.assert(
      fc.property(fc.array(anyDot), (dots) => {
        expect(ranked(tally(candidateIds, dots.toReversed()))).toEqual(
          ranked(tally(candidateIds, dots)),
        );
      }),
    );
  });

  it('[R17] puts most dots first, and ties share a rank in the order of the candidates', () => {
    const dots = ['b', 'd', 'b', 'd', 'a'].map((candidateId) => ({ candidateId }));
    expect(ranked(tally(candidateIds, dots))).toEqual([
      { candidateId: 'b', dots: 2, rank: 1 },
      { candidateId: 'd', dots: 2, rank: 1 },
      { candidateId: 'a', dots: 1, rank: 3 },
      { candidateId: 'c', dots: 0, rank: 4 },
    ]);
  });

  it('[R17] counts no dot of a candidate that is not in the round', () => {
    expect(tally(['a'], [{ candidateId: 'stranger' }])).toEqual([{ candidateId: 'a', dots: 0 }]);
  });

  it('names each voter once, where voters are shown', () => {
    const dots = [
      { candidateId: 'a', memberId: 'bram' },
      { candidateId: 'b', memberId: 'anna' },
      { candidateId: 'a', memberId: 'bram' },
    ];
    expect(votersOf('a', dots)).toEqual(['bram']);
  });
});
