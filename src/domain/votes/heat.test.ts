import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dotsPerExhibit,
  nextHeat,
  warmAreas,
  type DotOnSpot,
  type ToldHeat,
} from '#domain/votes/heat';

const lies = (memberId: string, x: number, dots = 1): DotOnSpot => {
  return { memberId, candidateId: 'a', x, y: 10, dots };
};

describe('[R102] heat while a round runs', () => {
  it('[R102] is told once three voters changed it, and stays as told until three did again', () => {
    const two = nextHeat(undefined, [lies('anna', 1), lies('bo', 2, 3)]);
    expect(two.places).toEqual([]);
    const three = nextHeat(two, [lies('anna', 1), lies('bo', 2, 3), lies('cas', 3)]);
    expect(three.places.map(({ x, dots }) => [x, dots])).toEqual([
      [1, 1],
      [2, 3],
      [3, 1],
    ]);
    const again = [lies('anna', 1), lies('bo', 2, 2), lies('cas', 4)];
    expect(nextHeat(three, again)).toBe(three);
    // Taking everything back is a change as well.
    expect(nextHeat(three, again.slice(1)).places).toHaveLength(2);
  });

  it('[R102] says nothing of voters: not by a name, and not by an order', () => {
    const spots = [lies('zoe', 1), lies('anna', 2), lies('cas', 3)];
    const { places } = nextHeat(undefined, spots);
    expect(JSON.stringify(places)).not.toMatch(/zoe|anna|cas/);
    expect(nextHeat(undefined, spots.toReversed()).places).toEqual(places);
  });

  it('[R102] never differs from what was told before by fewer than three voters', () => {
    const voters = ['a', 'b', 'c', 'd', 'e'];
    const moves = fc.array(fc.tuple(fc.constantFrom(...voters), fc.nat(5)), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (all) => {
        const now = new Map<string, number>();
        let told: ToldHeat | undefined;
        let moved = new Set<string>();
        for (const [voter, x] of all) {
          now.set(voter, x);
          moved.add(voter);
          const next = nextHeat(
            told,
            [...now].map(([who, at]) => lies(who, at)),
          );
          if (next !== told && next.places.length > 0) {
            expect(moved.size).toBeGreaterThanOrEqual(3);
            moved = new Set();
          }
          told = next;
        }
      }),
    );
  });

  it('[R102] is summed per exhibit', () => {
    const sums = dotsPerExhibit([
      { candidateId: 'a', x: 1, y: 1, dots: 2 },
      { candidateId: 'b', x: 1, y: 1, dots: 1 },
      { candidateId: 'a', x: 9, y: 1, dots: 1 },
    ]);
    expect([...sums]).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });
});

describe('[R106] warm places of one part', () => {
  it('[R106] dots that lie together are one count, where its fullest place is', () => {
    const places = [
      { x: 100, y: 100, dots: 1 },
      { x: 190, y: 100, dots: 2 },
      { x: 600, y: 100, dots: 1 },
    ];
    expect(warmAreas(places)).toEqual([
      { x: 190, y: 100, dots: 3 },
      { x: 600, y: 100, dots: 1 },
    ]);
    expect(warmAreas([])).toEqual([]);
  });

  it('[R106] loses no dot and counts none twice', () => {
    const place = fc.record({
      x: fc.nat(1_000),
      y: fc.nat(600),
      dots: fc.integer({ min: 1, max: 3 }),
    });
    const sum = (all: readonly { dots: number }[]) => all.reduce((n, { dots }) => n + dots, 0);
    fc.assert(fc.property(fc.array(place), (all) => sum(warmAreas(all)) === sum(all)));
  });
});
