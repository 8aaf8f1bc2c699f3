/**
 * Heat on exhibits while a round runs: told only once three voters changed it, so that nobody sees one
 * person's dots come. What is told stays what it was until three have moved again, or the round closes.
 */
import type { CandidateId, MemberId } from '#domain/ids';
import type { Place } from '#domain/votes/exhibit-box';

/** Fewer that changed it tell too much of each. */
export const VOTERS_PER_TELLING = 3;

export type HeatPlace = Place & { readonly candidateId: CandidateId; readonly dots: number };

/** A placed dot with where its spot is. */
export type DotOnSpot = HeatPlace & { readonly memberId: MemberId };

export type ToldHeat = {
  /** In an order that tells nothing of voters. */
  readonly places: readonly HeatPlace[];
  /** What each voter had put when it was told. */
  readonly ballots: ReadonlyMap<MemberId, string>;
};

const nothingTold: ToldHeat = { places: [], ballots: new Map() };

/**
 * @param spots every voter's spots now, with their dots.
 * @returns what is to be told from now on; the same object while fewer than three voters changed something.
 */
export function nextHeat(told: ToldHeat = nothingTold, spots: readonly DotOnSpot[]): ToldHeat {
  const ballots = new Map<MemberId, string>();
  for (const spot of inPlaceOrder(spots)) {
    const { memberId, candidateId, x, y, dots } = spot;
    ballots.set(memberId, `${ballots.get(memberId) ?? ''}${candidateId} ${x} ${y} ${dots};`);
  }
  const voters = new Set([...told.ballots.keys(), ...ballots.keys()]);
  const changed = [...voters].filter((one) => told.ballots.get(one) !== ballots.get(one));
  if (changed.length < VOTERS_PER_TELLING) return told;
  const places = inPlaceOrder(spots).map(({ candidateId, x, y, dots }) => {
    return { candidateId, x, y, dots };
  });
  return { places, ballots };
}

function inPlaceOrder<P extends HeatPlace>(spots: readonly P[]): P[] {
  const byPlace = (a: P, b: P): number =>
    Number(a.candidateId > b.candidateId) - Number(a.candidateId < b.candidateId) ||
    a.y - b.y ||
    a.x - b.x ||
    a.dots - b.dots;
  return [...spots].sort(byPlace);
}

/** Dots whose warmth runs together, in thousandths of the exhibit's width. */
export const WARM_REACH = 120;

/**
 * Places that lie together, with their dots in one sum: what is written beside the warmth, for who does not see
 * colour. Each is where its fullest place is; fullest first.
 */
export function warmAreas<P extends Place & { readonly dots: number }>(
  places: readonly P[],
): (Place & { dots: number })[] {
  const areas: { x: number; y: number; dots: number }[] = [];
  const fullestFirst = [...places].sort((a, b) => b.dots - a.dots || a.y - b.y || a.x - b.x);
  for (const { x, y, dots } of fullestFirst) {
    const near = areas.find((area) => Math.hypot(area.x - x, area.y - y) <= WARM_REACH);
    if (near) near.dots += dots;
    else areas.push({ x, y, dots });
  }
  return areas.sort((a, b) => b.dots - a.dots);
}

/** Dots per exhibit. */
export function dotsPerExhibit(places: readonly HeatPlace[]): Map<CandidateId, number> {
  const sums = new Map<CandidateId, number>();
  for (const { candidateId, dots } of places) {
    sums.set(candidateId, (sums.get(candidateId) ?? 0) + dots);
  }
  return sums;
}
