import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MINUTE_MS,
  announcement,
  clockColumns,
  clockOf,
  digits,
  discFraction,
  extend,
  idleClock,
  listen,
  mayExtend,
  mayPause,
  mayStart,
  overrun,
  pause,
  remaining,
  start,
  type Clock,
} from '#domain/sprint/timebox';

const T0 = Date.UTC(2026, 10, 23, 9);
const anyLength = fc.integer({ min: 1, max: 480 });
const anyWait = fc.integer({ min: 0, max: 3 * 60 * MINUTE_MS });
const anyClock: fc.Arbitrary<Clock> = fc.oneof(
  anyLength.map(idleClock),
  fc.tuple(anyLength, anyWait).map(([m, w]) => start(idleClock(m), { now: T0 - w })),
  fc.tuple(anyLength, anyWait).map(([m, w]) => pause(start(idleClock(m), { now: T0 - w }), T0)),
);

describe('[R27] the clock', () => {
  it('[R27] loses no time when it is paused and goes on', () => {
    fc.assert(
      fc.property(anyLength, anyWait, anyWait, (minutes, ran, stood) => {
        const running = start(idleClock(minutes), { now: T0 });
        const left = remaining(running, T0 + ran);
        const paused = pause(running, T0 + ran);
        expect(remaining(paused, T0 + ran + stood)).toBe(left);
        const again = start(paused, { now: T0 + ran + stood });
        expect(remaining(again, T0 + ran + stood)).toBe(left || minutes * MINUTE_MS);
      }),
    );
  });

  it('[R27] adds exactly the minutes that are asked, also when time was up', () => {
    fc.assert(
      fc.property(anyClock, anyWait, fc.constantFrom(1, 5), (clock, later, minutes) => {
        const now = T0 + later;
        const longer = extend(clock, { now, minutes });
        expect(remaining(longer, now)).toBe(remaining(clock, now) + minutes * MINUTE_MS);
        expect(longer.state).toBe(clock.state);
      }),
    );
  });

  it('[R27] survives its columns in the database unchanged', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        expect(clockOf(clockColumns(clock))).toEqual(clock);
      }),
    );
  });

  it('[R27] never shows less than nothing or more than a full disc', () => {
    fc.assert(
      fc.property(
        anyClock,
        fc.integer({ min: -MINUTE_MS, max: 10 * 60 * MINUTE_MS }),
        (clock, later) => {
          expect(remaining(clock, T0 + later)).toBeGreaterThanOrEqual(0);
          const part = discFraction(clock, T0 + later);
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('[R27] starts once, and again when time is up or a new length is given', () => {
    const running = start(idleClock(10), { now: T0 });
    expect(mayStart(idleClock(10), { now: T0 }).allowed).toBe(true);
    expect(mayStart(running, { now: T0 + MINUTE_MS }).allowed).toBe(false);
    expect(mayStart(running, { now: T0 + MINUTE_MS, minutes: 3 }).allowed).toBe(true);
    expect(remaining(start(running, { now: T0, minutes: 3 }), T0)).toBe(3 * MINUTE_MS);
    expect(mayStart(running, { now: T0 + 10 * MINUTE_MS }).allowed).toBe(true);
    expect(mayStart(idleClock(0), { now: T0 }).allowed).toBe(false);
  });

  it('[R27] pauses only while it runs, and stays within the longest step', () => {
    const running = start(idleClock(10), { now: T0 });
    expect(mayPause(running, T0 + MINUTE_MS).allowed).toBe(true);
    expect(mayPause(idleClock(10), T0).allowed).toBe(false);
    expect(mayPause(running, T0 + 11 * MINUTE_MS).allowed).toBe(false);
    expect(overrun(running, T0 + 11 * MINUTE_MS)).toBe(MINUTE_MS);
    expect(mayExtend(idleClock(475), 5).allowed).toBe(true);
    expect(mayExtend(idleClock(476), 5).allowed).toBe(false);
  });
});

describe('[R28] the digits', () => {
  it('[R28] count minutes and seconds, rounded up', () => {
    expect(digits(10 * MINUTE_MS)).toBe('10:00');
    expect(digits(372_000)).toBe('6:12');
    expect(digits(59_001)).toBe('1:00');
    expect(digits(1)).toBe('0:01');
    expect(digits(0)).toBe('0:00');
    expect(digits(-5)).toBe('0:00');
    expect(digits(90 * MINUTE_MS)).toBe('90:00');
  });

  it('[R28] differ by at most a second in two browsers whose clocks agree within a second', () => {
    const seconds = (text: string) => {
      const [minutes = 0, rest = 0] = text.split(':').map(Number);
      return minutes * 60 + rest;
    };
    fc.assert(
      fc.property(
        anyLength,
        anyWait,
        fc.integer({ min: -999, max: 999 }),
        (minutes, later, apart) => {
          const clock = start(idleClock(minutes), { now: T0 });
          const one = seconds(digits(remaining(clock, T0 + later)));
          const other = seconds(digits(remaining(clock, T0 + later + apart)));
          expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('[R29] announcements', () => {
  it('[R29] come once each at five, one and zero minutes, however often one looks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 90 }),
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 200, maxLength: 400 }),
        (minutes, looks) => {
          let left = minutes * MINUTE_MS;
          const said: (number | null)[] = [];
          for (const look of [...looks, 90 * MINUTE_MS]) {
            const next = Math.max(0, left - look);
            said.push(announcement(left, next));
            left = next;
          }
          const heard = said.filter((minute) => minute !== null);
          expect(new Set(heard).size).toBe(heard.length);
          expect(heard.at(-1)).toBe(0);
        },
      ),
    );
  });

  it('[R29] say the lowest when a tab slept past several', () => {
    expect(announcement(6 * MINUTE_MS, 30_000)).toBe(1);
    expect(announcement(6 * MINUTE_MS, 0)).toBe(0);
    expect(announcement(5 * MINUTE_MS, 5 * MINUTE_MS - 1)).toBeNull();
  });

  /** Everything said to who looks at these clocks at these times. */
  const heard = (...looks: [Clock, number][]) => {
    let listened: Parameters<typeof listen>[0] = null;
    return looks.flatMap(([clock, now]) => {
      const look = listen(listened, clock, now);
      listened = look.listened;
      return look.minute === null ? [] : [look.minute];
    });
  };

  it('[R29] a clock of three minutes after one of nine is not announced as five minutes', () => {
    const nine = start(idleClock(9), { now: T0 });
    const three = start(nine, { now: T0 + 1_000, minutes: 3 });
    expect(heard([nine, T0], [three, T0 + 1_000], [three, T0 + 121_500])).toEqual([1]);
  });

  it('[R29] a clock that was idle, paused or given minutes is listened to afresh', () => {
    const clock = start(idleClock(6), { now: T0 });
    const paused = pause(clock, T0 + 30_000);
    const on = start(paused, { now: T0 + 90_000 });
    const more = extend(on, { now: T0 + 100_000, minutes: 1 });
    const looks: [Clock, number][] = [
      [idleClock(6), T0],
      [clock, T0],
      [paused, T0 + 80_000],
      [on, T0 + 90_000],
      [more, T0 + 100_000],
      [more, T0 + 181_000],
    ];
    expect(heard(...looks)).toEqual([5]);
  });

  it('[R29] time is up once, also when the estimate of the server’s clock shifts a little at zero', () => {
    const clock = start(idleClock(2), { now: T0 });
    const at = (ms: number): [Clock, number] => [clock, T0 + ms];
    expect(heard(at(119_900), at(120_010), at(119_980), at(120_300))).toEqual([0]);
  });
});
