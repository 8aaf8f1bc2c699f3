/** What a voter's dots look like before the server has answered: as it will answer. */
import { describe, expect, it } from 'vitest';
import type { StageSpot } from '#protocol/ballots';
import { spotsAfter } from './museum-votes.svelte';

const PER_SPOT = 3;
const spot = (more: Partial<StageSpot>): StageSpot => ({
  ...{ candidateId: 'een', spot: 1, x: 500, y: 300, dots: 1, ...more },
});
const put = (x: number, y = 300, candidateId = 'een') =>
  ({ kind: 'put', candidateId, place: { x, y } }) as const;

describe('[R100] own dots that are on their way', () => {
  it('[R100] join the own spot that is near, or open one under a free number', () => {
    expect(spotsAfter([spot({})], put(530), PER_SPOT)).toEqual([spot({ dots: 2 })]);
    expect(spotsAfter([spot({})], put(560), PER_SPOT)).toEqual([
      spot({}),
      spot({ spot: 2, x: 560 }),
    ]);
    expect(spotsAfter([spot({ spot: 2 })], put(100), PER_SPOT)).toHaveLength(2);
  });

  it('[R100] leave a full spot as it is, and spots on other sketches alone', () => {
    const full = [spot({ dots: PER_SPOT })];
    expect(spotsAfter(full, put(500), PER_SPOT)).toEqual(full);
    const elsewhere = [spot({ candidateId: 'twee' })];
    expect(spotsAfter(elsewhere, put(500), PER_SPOT)).toEqual([...elsewhere, spot({})]);
  });

  it('[R100] are taken back one by one; with the last of them the spot goes', () => {
    const back = { kind: 'back', candidateId: 'een', spot: 1 } as const;
    const one = spotsAfter([spot({ dots: 2 })], back, PER_SPOT);
    expect(one).toEqual([spot({})]);
    expect(spotsAfter(one, back, PER_SPOT)).toEqual([]);
    expect(spotsAfter([spot({ spot: 2 })], back, PER_SPOT)).toEqual([spot({ spot: 2 })]);
  });
});
