import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEPT_PINGS,
  estimateOffset,
  serverTime,
  withPing,
  type Ping,
} from '#domain/sprint/clock-offset';

const T0 = Date.UTC(2026, 10, 23, 9);

/** A ping of a browser whose clock is `offset` behind the server's, with these ways there and back. */
function ping(
  offset: number,
  { sentAt, there, back }: { sentAt: number; there: number; back: number },
): Ping {
  return { sentAt, serverNow: sentAt + offset + there, receivedAt: sentAt + there + back };
}

const anyWay = fc.integer({ min: 0, max: 4_000 });

describe('[R30] the offset to the server', () => {
  it('[R30] is off by at most half the round trip, with a clock five minutes off and a slow way back', () => {
    for (const offset of [5 * 60_000, -5 * 60_000]) {
      const estimate = estimateOffset([ping(offset, { sentAt: T0, there: 20, back: 780 })]);
      expect(Math.abs((estimate?.offsetMs ?? NaN) - offset)).toBeLessThanOrEqual(400);
      expect(estimate?.errorMs).toBe(400);
    }
  });

  it('[R30] is off by at most half the shortest round trip of several pings, whatever the two ways took', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 600_000 }),
        fc.array(fc.tuple(anyWay, anyWay), { minLength: 1, maxLength: KEPT_PINGS }),
        (offset, ways) => {
          const pings = ways.map(([there, back], n) =>
            ping(offset, { sentAt: T0 + n * 10_000, there, back }),
          );
          const estimate = estimateOffset(pings);
          const shortest = Math.min(...ways.map(([there, back]) => there + back));
          expect(Math.abs((estimate?.offsetMs ?? NaN) - offset)).toBeLessThanOrEqual(shortest / 2);
          expect(estimate?.errorMs).toBeLessThanOrEqual(shortest / 2);
        },
      ),
    );
  });

  it('[R30] follows a clock that somebody set anew', () => {
    const before = ping(300_000, { sentAt: T0, there: 5, back: 5 });
    const after = ping(-60_000, { sentAt: T0 + 370_000, there: 50, back: 150 });
    const estimate = estimateOffset([before, after]);
    expect(Math.abs((estimate?.offsetMs ?? NaN) + 60_000)).toBeLessThanOrEqual(100);
  });

  it('[R30] is nothing before the first answer, and drops a ping that cannot be', () => {
    expect(estimateOffset([])).toBeNull();
    expect(serverTime(T0, null)).toBe(T0);
    expect(serverTime(T0, { offsetMs: 250, errorMs: 1 })).toBe(T0 + 250);
    expect(withPing([], { sentAt: 10, serverNow: 5, receivedAt: 9 })).toEqual([]);
  });

  it('[R30] keeps the newest pings only', () => {
    let pings: readonly Ping[] = [];
    for (let n = 0; n < KEPT_PINGS + 3; n += 1) {
      pings = withPing(pings, ping(0, { sentAt: n, there: 1, back: 1 }));
    }
    expect(pings).toHaveLength(KEPT_PINGS);
    expect(pings.at(-1)?.sentAt).toBe(KEPT_PINGS + 2);
  });
});
