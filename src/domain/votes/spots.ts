/**
 * Where a voter's dots gather on an exhibit. A dot joins the nearest of the voter's own spots whose centre lies
 * within reach, else it opens one; a centre stays where its first dot was put until its last dot goes.
 */
import type { CandidateId } from '#domain/ids';
import { refused, type Ruling } from '#domain/refusal';
import { dotsLeft, mayTouch, type Casting } from '#domain/votes/budget';
import { isInside, type ExhibitBox, type Place } from '#domain/votes/exhibit-box';

/** How far a dot may lie from the centre of a spot that it joins, in thousandths of the exhibit's width. */
export const SPOT_REACH = 40;

export type Spot = Place & {
  readonly candidateId: CandidateId;
  /** Own to the voter and the exhibit, from 1. */
  readonly spot: number;
  readonly dots: number;
};

/** @returns which of a voter's own spots on one exhibit a dot at this place joins; undefined: it opens one. */
export function spotToJoin(own: readonly Spot[], { x, y }: Place): Spot | undefined {
  const near = own
    .map((spot) => ({ spot, far: Math.hypot(spot.x - x, spot.y - y) }))
    .filter(({ far }) => far <= SPOT_REACH)
    .sort((a, b) => a.far - b.far || a.spot.spot - b.spot.spot);
  return near[0]?.spot;
}

/** The number of a spot that is opened: the lowest that no own spot on this exhibit has. */
export function freeSpot(own: readonly Spot[]): number {
  const taken = new Set(own.map(({ spot }) => spot));
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

/** The same in a round that is told: `ballot.placed` counts dots per exhibit, `spots` are the voter's on all of them. */
export type SpotCasting = Casting & {
  readonly place: Place;
  readonly box: ExhibitBox;
  readonly spots: readonly Spot[];
};

/** Refuses: round-not-open, not-a-voter, no-such-candidate, outside-exhibit, spot-full, no-dots-left. */
export function mayCastOnSpot(casting: SpotCasting): Ruling {
  const { ballot, candidateId, place, box, spots } = casting;
  const base = mayTouch(casting);
  if (!base.allowed || !ballot) return base;
  if (!isInside(place, box)) return refused('outside-exhibit');
  const joined = spotToJoin(
    spots.filter((spot) => spot.candidateId === candidateId),
    place,
  );
  if ((joined?.dots ?? 0) >= ballot.perCandidate) {
    return refused('spot-full', { about: { max: ballot.perCandidate } });
  }
  return dotsLeft(ballot) > 0 ? base : refused('no-dots-left', { about: { max: ballot.budget } });
}
