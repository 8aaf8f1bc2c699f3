/**
 * What is told of where dots lie in rounds with live results, kept beside the cached authority: read after
 * each reading of dots. A server that starts anew has told nothing yet; three voters begin it again.
 */
import type { RoundId } from '#domain/ids';
import { nextHeat, type ToldHeat } from '#domain/votes/heat';
import { spotsOf } from '#server/store/ballots';
import type { Authority } from '#server/stage/authority';

export type HeatTold = Map<RoundId, ToldHeat>;

/** @param told is brought up to date; rounds that are no longer open go from it. */
export function withHeat(authority: Authority, told: HeatTold): Authority {
  const live = authority.rounds.filter(
    (round) => round.status === 'open' && round.resultsLive && round.way === 'spot',
  );
  for (const id of told.keys()) if (!live.some((round) => round.id === id)) told.delete(id);
  for (const { id } of live) {
    const dots = authority.dots.filter(({ roundId }) => roundId === id);
    told.set(id, nextHeat(told.get(id), spotsOf(dots)));
  }
  return { ...authority, toldHeat: new Map([...told].map(([id, { places }]) => [id, places])) };
}
