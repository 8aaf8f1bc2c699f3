import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import type { Ballot } from '#domain/votes/budget';
import {
  isInside,
  partOf,
  placeOfZone,
  zoneOf,
  zones,
  type ExhibitBox,
} from '#domain/votes/exhibit-box';
import { freeSpot, mayCastOnSpot, SPOT_REACH, spotToJoin, type Spot } from '#domain/votes/spots';

const said = (ruling: Ruling) => (ruling.allowed ? 'allowed' : ruling.refusal.code);
const box: ExhibitBox = { number: 1, parts: 3, partHeight: 600 };
const spot = (number: number, x: number, y: number, dots = 1): Spot => {
  return { candidateId: 'a', spot: number, x, y, dots };
};

describe('[R100] a dot joins the nearest own spot within reach, else it opens one', () => {
  it('[R100] joins up to its reach and not beyond', () => {
    const own = [spot(1, 500, 500)];
    expect(spotToJoin(own, { x: 500 + SPOT_REACH, y: 500 })?.spot).toBe(1);
    expect(spotToJoin(own, { x: 501 + SPOT_REACH, y: 500 })).toBeUndefined();
    // 28 and 29 aside lie just beyond, as the crow flies.
    expect(spotToJoin(own, { x: 528, y: 528 })?.spot).toBe(1);
    expect(spotToJoin(own, { x: 529, y: 528 })).toBeUndefined();
  });

  it('[R100] takes the nearest, and of two that are equally near the lowest number', () => {
    const own = [spot(2, 460, 500), spot(1, 530, 500), spot(3, 500, 540)];
    expect(spotToJoin(own, { x: 500, y: 500 })?.spot).toBe(1);
    expect(spotToJoin([spot(2, 480, 500), spot(1, 520, 500)], { x: 500, y: 500 })?.spot).toBe(1);
  });

  it('[R100] gives a new spot the lowest number that is free', () => {
    expect(freeSpot([])).toBe(1);
    expect(freeSpot([spot(1, 0, 0), spot(3, 0, 0)])).toBe(2);
  });

  it('[R100] never passes the budget, a spot or the edge, and never opens a spot within reach of an own one', () => {
    const tap = fc.record({
      candidateId: fc.constantFrom('a', 'b', 'stranger'),
      place: fc.record({
        x: fc.integer({ min: -20, max: 1_020 }),
        y: fc.integer({ min: -20, max: 400 }),
      }),
      back: fc.boolean(),
    });
    const small: ExhibitBox = { number: 1, parts: 1, partHeight: 380 };
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 60 }), fc.nat(12), (taps, budget) => {
        const spots: Spot[] = [];
        for (const { candidateId, place, back } of taps) {
          const own = spots.filter((one) => one.candidateId === candidateId);
          const [last] = own;
          if (back && last) {
            const at = spots.indexOf(last);
            if (last.dots === 1) spots.splice(at, 1);
            else spots[at] = { ...last, dots: last.dots - 1 };
            continue;
          }
          const placed = { total: spots.reduce((sum, one) => sum + one.dots, 0) };
          const ballot: Ballot = { budget, perCandidate: 3, placed };
          const round = { status: 'open' } as const;
          const asked = { round, candidateIds: ['a', 'b'], candidateId, ballot, place, box: small };
          if (!mayCastOnSpot({ ...asked, spots }).allowed) continue;
          const joined = spotToJoin(own, place);
          if (joined) spots[spots.indexOf(joined)] = { ...joined, dots: joined.dots + 1 };
          else spots.push({ candidateId, spot: freeSpot(own), ...place, dots: 1 });
        }
        expect(spots.reduce((sum, one) => sum + one.dots, 0)).toBeLessThanOrEqual(budget);
        for (const one of spots) {
          expect(one.dots).toBeLessThanOrEqual(3);
          expect(isInside(one, small)).toBe(true);
          expect(one.candidateId).not.toBe('stranger');
          const near = spots.filter(
            (other) =>
              other !== one &&
              other.candidateId === one.candidateId &&
              Math.hypot(other.x - one.x, other.y - one.y) <= SPOT_REACH,
          );
          expect(near).toEqual([]);
        }
      }),
    );
  });

  it('[R100] says why not', () => {
    const ballot: Ballot = { budget: 30, perCandidate: 3, placed: { a: 3 } };
    const asked = {
      ...{ round: { status: 'open' } as const, candidateIds: ['a'], candidateId: 'a', ballot, box },
      ...{ place: { x: 500, y: 500 }, spots: [spot(1, 500, 500, 3)] },
    };
    expect(said(mayCastOnSpot(asked))).toBe('spot-full');
    expect(said(mayCastOnSpot({ ...asked, place: { x: 1_001, y: 0 } }))).toBe('outside-exhibit');
    expect(said(mayCastOnSpot({ ...asked, place: { x: 0, y: 1_801 } }))).toBe('outside-exhibit');
    expect(said(mayCastOnSpot({ ...asked, place: { x: 100, y: 100 } }))).toBe('allowed');
    const spent = { ...ballot, budget: 3 };
    expect(said(mayCastOnSpot({ ...asked, place: { x: 100, y: 100 }, ballot: spent }))).toBe(
      'no-dots-left',
    );
    expect(said(mayCastOnSpot({ ...asked, round: { status: 'closed' } }))).toBe('round-not-open');
  });
});

describe('[R101] nine named zones of a part', () => {
  it('[R101] each zone is where its middle lies, in every part', () => {
    for (const part of [0, 1, 2]) {
      for (const zone of zones) {
        const place = placeOfZone(part, zone, box);
        expect(partOf(place, box)).toBe(part);
        expect(zoneOf(place, box)).toBe(zone);
        expect(isInside(place, box)).toBe(true);
      }
    }
  });

  it('[R101] middles lie farther apart than the reach of a spot', () => {
    const places = [0, 1, 2].flatMap((part) => zones.map((zone) => placeOfZone(part, zone, box)));
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * SPOT_REACH);
      }
    }
  });

  it('[R101] every place has a part and a zone, the edges too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 1_800 }),
        (x, y) => {
          expect([0, 1, 2]).toContain(partOf({ x, y }, box));
          expect(zones).toContain(zoneOf({ x, y }, box));
        },
      ),
    );
  });
});
