/**
 * Which automatic moments of a board go, so that its history does not grow without end: the older,
 * the fewer. Pure. Moments that a phase, a step, a reveal or a restore left are never among them.
 */

export type AutomaticMoment = {
  readonly id: string;
  readonly reason: 'interval' | 'removal';
  /** ms since 1970 */
  readonly takenAt: number;
  readonly bytes: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to which age one of each kind stays per so much time. */
const spans = [
  { age: HOUR, each: 3 * MINUTE },
  { age: 8 * HOUR, each: 15 * MINUTE },
  { age: 3 * DAY, each: HOUR },
  { age: Infinity, each: DAY },
];

/** What the automatic moments of one board may take; beyond it fewer stay of every age. */
const MOST_BYTES = 64 * 1_048_576;

/**
 * @returns ids of those that go. The first of each span of time stays: whoever takes much away again
 * and again does not wear out the moment from before the first time.
 */
export function thinOut(
  moments: readonly AutomaticMoment[],
  now: number,
  { mostBytes = MOST_BYTES }: { mostBytes?: number } = {},
): string[] {
  const inOrder = moments.toSorted((a, b) => a.takenAt - b.takenAt);
  for (let coarser = 1; ; coarser *= 2) {
    const firsts = new Map<string, AutomaticMoment>();
    for (const moment of inOrder) {
      const each = (spanOf(now - moment.takenAt)?.each ?? DAY) * coarser;
      const place = `${moment.reason} ${each} ${Math.floor(moment.takenAt / each)}`;
      if (!firsts.has(place)) firsts.set(place, moment);
    }
    // The newest of each kind stays too, and both in any case: a board may be as large as it is.
    const staying = new Set([...firsts.values(), ...newestOf(inOrder)]);
    const kept = new Set([...staying].map(({ id }) => id));
    const bytes = [...staying].reduce((sum, one) => sum + one.bytes, 0);
    if (bytes <= mostBytes || kept.size <= 4) {
      return moments.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    }
  }
}

function newestOf(inOrder: readonly AutomaticMoment[]): AutomaticMoment[] {
  return [...new Map(inOrder.map((moment) => [moment.reason, moment])).values()];
}

function spanOf(age: number): (typeof spans)[number] | undefined {
  return spans.find((span) => age < span.age);
}
