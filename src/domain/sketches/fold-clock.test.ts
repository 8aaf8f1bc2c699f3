import { describe, expect, it } from 'vitest';
import { drawnFold, foldTime } from '#domain/sketches/fold-clock';
import { MINUTE_MS, type Clock } from '#domain/sprint/timebox';

const running = (minutes: number, spentMs: number): Clock => ({
  ...{ state: 'running', durationMs: minutes * MINUTE_MS },
  deadlineAt: minutes * MINUTE_MS - spentMs,
});
const at = (spentMs: number, minutes = 8) => foldTime(running(minutes, spentMs), 0);

describe('[R95] the fold that it is time for', () => {
  it('is the next one at each whole minute, and not a moment earlier', () => {
    expect([0, 1, 59_999].map((ms) => at(ms).fold)).toEqual([1, 1, 1]);
    expect([60_000, 119_999, 120_000].map((ms) => at(ms).fold)).toEqual([2, 2, 3]);
    expect(at(7 * MINUTE_MS)).toEqual({ fold: 8, leftMs: MINUTE_MS, isOver: false });
    expect(at(24_000).leftMs).toBe(36_000);
  });

  it('waits while the clock does not run', () => {
    const idle: Clock = { state: 'idle', durationMs: 8 * MINUTE_MS };
    expect(foldTime(idle, 1e12)).toEqual({ fold: 1, leftMs: MINUTE_MS, isOver: false });
    const paused: Clock = { state: 'paused', durationMs: 8 * MINUTE_MS, remainingMs: 216_000 };
    expect(foldTime(paused, 1e12)).toMatchObject({ fold: 5, leftMs: 36_000, isOver: false });
  });

  it('ends with the clock, and goes on in the last fold when minutes are added', () => {
    expect(at(8 * MINUTE_MS)).toEqual({ fold: 8, leftMs: 0, isOver: true });
    expect(at(8 * MINUTE_MS + 30_000, 10)).toEqual({ fold: 8, leftMs: 90_000, isOver: false });
  });
});

it('[R96] who went back to an earlier fold stays there until the next minute', () => {
  const back = { to: 2, from: 4 };
  expect(drawnFold({ fold: 4 }, back)).toBe(2);
  expect(drawnFold({ fold: 5 }, back)).toBe(5);
  expect(drawnFold({ fold: 4 }, null)).toBe(4);
  expect(drawnFold({ fold: 4 }, { to: 6, from: 4 })).toBe(4);
});
