/**
 * How fast one person may give commands in one sprint. Generous: twenty dots at once are a quick
 * hand, two hundred are a script. Counted in this node's memory.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from '#domain/refusal';

export type PaceLimit = { readonly points: number; readonly perS: number };

const standardPace: PaceLimit = { points: 100, perS: 10 };

/** @returns counts one command; rejects with the refusal `too-fast` (`about.retryAfterS`). */
export function createPace(limit: PaceLimit = standardPace): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.perS });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      const retryAfterS = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
      throw new RefusedError('too-fast', { about: { retryAfterS } });
    }
  };
}
