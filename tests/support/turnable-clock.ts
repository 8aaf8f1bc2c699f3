/** A clock for tests: runs like the real one until it is turned on, or stopped. */
import type { Clock } from '#server/clock';

export type TurnableClock = Clock & {
  advance(ms: number): void;
  /** Stands still at this instant; `advance` still moves it. */
  stopAt(instant: Date): void;
};

export function turnableClock(): TurnableClock {
  let aheadMs = 0;
  let stoppedAt: number | null = null;
  return {
    now: () => new Date((stoppedAt ?? Date.now()) + aheadMs),
    advance(ms) {
      aheadMs += ms;
    },
    stopAt(instant) {
      stoppedAt = instant.getTime();
      aheadMs = 0;
    },
  };
}
