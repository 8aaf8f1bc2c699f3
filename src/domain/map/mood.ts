/**
 * How a chapter feels to the customer: one of seven, 4 in the middle. What people remember of a
 * journey is its strongest moment and its end (Kahneman's peak-end rule), so the map marks both.
 */
export const LOWEST_MOOD = 1;
export const NEUTRAL_MOOD = 4;
export const HIGHEST_MOOD = 7;

export type Mood = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const moods = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Mood[];

/** @returns the neutral mood for whatever is none. */
export function moodOf(value: unknown): Mood {
  return moods.find((mood) => mood === value) ?? NEUTRAL_MOOD;
}

/**
 * The chapter to propose as the peak: the one that lies farthest from neutral. Of equals the
 * pleasant one, then the later one, which is remembered better.
 * @param line the moods in the order of the story.
 * @returns its index; null while everything is neutral.
 */
export function proposedPeak(line: readonly Mood[]): number | null {
  let peak: number | null = null;
  line.forEach((mood, at) => {
    const best = peak === null ? NEUTRAL_MOOD : (line[peak] ?? NEUTRAL_MOOD);
    const farther = Math.abs(mood - NEUTRAL_MOOD) - Math.abs(best - NEUTRAL_MOOD);
    if (farther > 0 || (farther === 0 && mood !== NEUTRAL_MOOD && mood >= best)) peak = at;
  });
  return peak;
}

/** The lowest chapter below neutral, the last of equals; null where nothing is below. */
export function lowPoint(line: readonly Mood[]): number | null {
  let low: number | null = null;
  line.forEach((mood, at) => {
    if (
      mood < NEUTRAL_MOOD &&
      mood <= (low === null ? HIGHEST_MOOD : (line[low] ?? HIGHEST_MOOD))
    ) {
      low = at;
    }
  });
  return low;
}
