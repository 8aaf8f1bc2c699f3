/** Every bound of the rooms in one place; tests shorten the durations, settings change a few. */
export type RoomLimits = {
  /** Largest frame taken from a browser, in bytes; more closes its sender with 4413. */
  readonly frameBytes: number;
  /** Frames of one connection: a burst of `framesAtOnce`, refilled at `framesPerSecond`; more closes with 4529. */
  readonly framesPerSecond: number;
  readonly framesAtOnce: number;
  /** Bytes of one room that wait for the database; more closes their sender with 4529, who sends them again later. */
  readonly waitingBytes: number;
  /** Bytes of one row of the log. */
  readonly batchBytes: number;
  /** Sockets of one person, all tabs and devices together. */
  readonly socketsPerPerson: number;
  readonly socketsInTotal: number;
  /** How long changes of presence are gathered, after one was told; 0: each is told at once. */
  readonly presenceMs: number;
  /** A connection that heard nothing for `silentMs` is told something; looked at every `tickMs`. Together below 20 s. */
  readonly silentMs: number;
  readonly tickMs: number;
  /** A connection from which nothing came, not even a pong, is given up. */
  readonly lostMs: number;
  /** How long a room that nobody uses stays in memory. */
  readonly idleMs: number;
  /** Pauses between attempts to commit: doubling from the first to the longest. */
  readonly retryFirstMs: number;
  readonly retryLongestMs: number;
  /** An attempt to commit without an answer counts as failed; its outcome is then looked up, never assumed. */
  readonly attemptMs: number;
  /** How long a command waits for its rooms to become quiet before it fails. */
  readonly holdMs: number;
  /** How long the shutdown waits for what is queued. */
  readonly closeMs: number;
};

export const roomLimits: RoomLimits = {
  frameBytes: 1_048_576,
  framesPerSecond: 250,
  framesAtOnce: 1_500,
  waitingBytes: 16 * 1_048_576,
  batchBytes: 4 * 1_048_576,
  socketsPerPerson: 24,
  socketsInTotal: 5_000,
  presenceMs: 33,
  silentMs: 14_000,
  tickMs: 2_500,
  lostMs: 75_000,
  idleMs: 60_000,
  retryFirstMs: 50,
  retryLongestMs: 1_000,
  attemptMs: 10_000,
  holdMs: 10_000,
  closeMs: 5_000,
};

/** Lets a burst through and then a steady flow. `take` is asked once per frame. */
export function frameBudget(
  { framesPerSecond, framesAtOnce }: Pick<RoomLimits, 'framesPerSecond' | 'framesAtOnce'>,
  startMs: number,
): { take(nowMs: number): boolean } {
  let left = framesAtOnce;
  let filledMs = startMs;
  return {
    take(nowMs) {
      left = Math.min(framesAtOnce, left + ((nowMs - filledMs) / 1_000) * framesPerSecond);
      filledMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
