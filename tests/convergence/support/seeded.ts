/** Chance that repeats itself: the same seed gives the same choices. */
export type Dice = {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from 0 up to `n`, exclusive. */
  below(n: number): number;
  of<T>(choices: readonly T[]): T;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
};

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    of: (choices) => choices[below(choices.length)] as (typeof choices)[number],
    oneIn: (n) => below(n) === 0,
  };
}
