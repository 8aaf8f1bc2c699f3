/**
 * How far a browser's clock is from the server's. The browser counts on a clock that nobody sets
 * (milliseconds since the page came). A ping is sent at `sentAt` and answered at `receivedAt` (that
 * clock) with `serverNow`. Whatever the two ways took, the offset lies
 * between `serverNow - receivedAt` and `serverNow - sentAt`; several pings narrow that down. The
 * middle is off by at most half the shortest round trip.
 */
export type Ping = {
  readonly sentAt: number;
  readonly serverNow: number;
  readonly receivedAt: number;
};

export type OffsetEstimate = {
  /** Add to the browser's clock to get the server's. */
  readonly offsetMs: number;
  /** The estimate is off by at most this. */
  readonly errorMs: number;
};

/** Pings that are kept: enough to meet one quick round trip, few enough to follow a drifting clock. */
export const KEPT_PINGS = 8;

/** @returns the pings to keep, newest last; one that cannot be (received before sent) is dropped. */
export function withPing(pings: readonly Ping[], ping: Ping): readonly Ping[] {
  return ping.receivedAt < ping.sentAt ? pings : [...pings, ping].slice(-KEPT_PINGS);
}

/**
 * The newest pings that agree with each other; older ones that contradict them (somebody set the
 * server's clock, a laptop slept) are left out. @returns null without pings.
 */
export function estimateOffset(pings: readonly Ping[]): OffsetEstimate | null {
  const newest = pings.at(-1);
  if (!newest) return null;
  let { least, most } = boundsOf(newest);
  for (const ping of pings.toReversed().slice(1)) {
    const bounds = boundsOf(ping);
    if (bounds.least > most || bounds.most < least) break;
    least = Math.max(least, bounds.least);
    most = Math.min(most, bounds.most);
  }
  return { offsetMs: (least + most) / 2, errorMs: (most - least) / 2 };
}

/** The server's time as this browser knows it. */
export function serverTime(browserNow: number, estimate: OffsetEstimate | null): number {
  return browserNow + (estimate?.offsetMs ?? 0);
}

function boundsOf({ sentAt, serverNow, receivedAt }: Ping): { least: number; most: number } {
  return { least: serverNow - receivedAt, most: serverNow - sentAt };
}
