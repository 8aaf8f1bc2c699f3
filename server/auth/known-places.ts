/**
 * From which addresses an account was signed in to: there a wrong password counts for that address
 * only, so that guessing elsewhere locks nobody out. In memory, as the limits themselves are.
 */
import type { Clock } from '#server/clock';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const MOST = 20_000;

export type KnownPlaces = {
  has(place: string): boolean;
  /** The oldest makes room. */
  add(place: string): void;
};

export function createKnownPlaces(clock: Clock): KnownPlaces {
  /** In order of the last sign-in. */
  const until = new Map<string, number>();
  return {
    has: (place) => (until.get(place) ?? 0) > clock.now().getTime(),
    add(place) {
      until.delete(place);
      until.set(place, clock.now().getTime() + KEPT_MS);
      const [oldest] = until.keys();
      if (until.size > MOST && oldest !== undefined) until.delete(oldest);
    },
  };
}
