/**
 * How often somebody may try. Counters live in this node's memory: a restart forgives, and with two
 * nodes a patient guesser gets twice as many tries, which argon2id and long tokens can bear.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from '#domain/refusal';

export type RateLimit = { readonly points: number; readonly perS: number };

/**
 * A team sits behind one address, so what counts per address is generous, and tries that turn out
 * right are given back.
 */
export const defaultRateLimits = {
  /** Wrong passwords for one e-mail address from one network address. */
  signInPerEmail: { points: 5, perS: 15 * 60 },
  /** Wrong passwords from one network address, whatever the e-mail address. */
  signInPerAddress: { points: 50, perS: 15 * 60 },
  /**
   * Wrong passwords for one e-mail address from places where it never signed in, over all of them: some
   * 700 guesses a day, however many addresses they come from. Where somebody did sign in it does not count.
   */
  signInPerAccount: { points: 30, perS: 60 * 60 },
  registrationPerAddress: { points: 10, perS: 60 * 60 },
  /** Mails about a registration to one e-mail address; above it the page answers the same and no mail goes out. */
  registrationPerEmail: { points: 3, perS: 60 * 60 },
  /** Asking for a reset link. */
  forgotPerAddress: { points: 10, perS: 60 * 60 },
  /** Mails to one e-mail address; above it the page answers the same and no mail goes out. */
  forgotPerEmail: { points: 3, perS: 60 * 60 },
  /** Wrong six-character codes: above it a wrong one is told to wait; a right one is still right. */
  codePerAddress: { points: 30, perS: 10 * 60 },
  /** Above this an address is guessing: no code of its is looked at. */
  codeTriesPerAddress: { points: 300, perS: 10 * 60 },
  /**
   * Wrong codes from everywhere. There are 31^6 (888 million) codes: 24,000 guesses a day find the door
   * of one of a hundred open sprints once in a year. Above it no code is looked at; links work on.
   */
  codeTriesInAll: { points: 1_000, perS: 60 * 60 },
  /** Wrong present passwords while changing a password or deleting an account. */
  passwordPerPerson: { points: 10, perS: 15 * 60 },
  /** Newcomers in one sprint from one address: a class comes in at once, and a few more later. */
  joinPerAddress: { points: 25, perS: 10 * 60 },
  /** Newcomers by one link or code, from wherever: below what fills a sprint, so that there is time to shut the door. */
  joinPerKey: { points: 50, perS: 10 * 60 },
  /** New example sprints: a classroom sits behind one address too. */
  examplePerAddress: { points: 30, perS: 60 * 60 },
} as const satisfies Record<string, RateLimit>;

export type LimitName = keyof typeof defaultRateLimits;

export type RateLimits = {
  /** Counts a try. @throws RefusedError `too-fast` with `about.retryAfterS` when there were too many. */
  take(limit: LimitName, key: string, field?: string): Promise<void>;
  /** Counts a try. @returns false, without a word, when there were too many. */
  mayTake(limit: LimitName, key: string): Promise<boolean>;
  /** The try was right: it does not count. */
  giveBack(limit: LimitName, key: string): Promise<void>;
  /** Forgets all tries of this key. */
  forget(limit: LimitName, key: string): Promise<void>;
};

/** @param overrides other figures than the defaults, for tests and settings. */
export function createRateLimits(
  overrides: Partial<Record<LimitName, RateLimit>> = {},
): RateLimits {
  const limiters = new Map<LimitName, RateLimiterMemory>();
  for (const name of Object.keys(defaultRateLimits) as LimitName[]) {
    const { points, perS } = overrides[name] ?? defaultRateLimits[name];
    limiters.set(name, new RateLimiterMemory({ points, duration: perS, keyPrefix: name }));
  }
  const limiter = (name: LimitName): RateLimiterMemory => {
    const found = limiters.get(name);
    if (!found) throw new Error(`no such limit: ${name}`);
    return found;
  };

  const consume = async (name: LimitName, key: string): Promise<number | null> => {
    try {
      await limiter(name).consume(key);
      return null;
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return Math.ceil(thrown.msBeforeNext / 1000);
      throw thrown;
    }
  };

  return {
    async take(name, key, field) {
      const retryAfterS = await consume(name, key);
      if (retryAfterS !== null) {
        throw new RefusedError('too-fast', { ...(field && { field }), about: { retryAfterS } });
      }
    },
    async mayTake(name, key) {
      return (await consume(name, key)) === null;
    },
    async giveBack(name, key) {
      await limiter(name).reward(key, 1);
    },
    async forget(name, key) {
      await limiter(name).delete(key);
    },
  };
}
