import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stage } from '#protocol/stage';
import { RevealCountdown } from '$lib/sprint/reveal-countdown.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose clock runs `behindMs` behind the server's, and a pile that waits for the server. */
function page({ behindMs = 0, pile = true } = {}) {
  let revealsAt: number | null = null;
  const answers: string[] = [];
  const listeners = new Set<() => void>();
  const line = {
    clean: false,
    status: { kind: 'live' },
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const live = {
    get stage() {
      return { now: { phaseKey: 'hmw/1', revealsAt } } as Stage;
    },
    get now() {
      return Date.now() + behindMs;
    },
    flushed: (key: string) => void answers.push(key),
  };
  const countdown = new RevealCountdown(live, () => (pile ? (line as never) : null));
  let end: (() => void) | undefined;
  return {
    ...{ countdown, answers, listeners },
    /** As the stage tells it: in so many ms by the server's clock, or not at all. */
    told(inMs: number | null) {
      revealsAt = inMs === null ? null : live.now + inMs;
      end?.();
      end = countdown.follow();
      flushSync();
    },
    commits(clean = true) {
      line.clean = clean;
      for (const listener of [...listeners]) listener();
    },
  };
}

describe('[R62] the countdown in a browser', () => {
  it('[R62] closes fields at zero by the clock of the server, whatever its own says', async () => {
    const { countdown, told } = page({ behindMs: 40_000 });
    told(3_000);
    expect([countdown.secondsLeft, countdown.closed]).toEqual([3, false]);
    await vi.advanceTimersByTimeAsync(2_999);
    expect([countdown.secondsLeft, countdown.closed]).toEqual([1, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([countdown.secondsLeft, countdown.closed]).toEqual([0, true]);
  });

  it('[R62] answers once the server has everything, and not before', async () => {
    const { answers, told, commits, listeners } = page();
    told(1_000);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(answers).toEqual([]);
    commits();
    expect(answers).toEqual(['hmw/1']);
    commits();
    expect([answers.length, listeners.size]).toEqual([1, 0]);
  });

  it('[R62] answers at once where nothing is written, also when it came in after zero', async () => {
    const { answers, told } = page({ pile: false });
    told(-300);
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toEqual(['hmw/1']);
  });

  it('[R62] opens again when the reveal is called off, or counts down anew after the server came back', async () => {
    const { countdown, answers, told, commits } = page();
    told(1_000);
    told(null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([countdown.closed, countdown.secondsLeft]).toEqual([false, null]);
    told(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(countdown.closed).toBe(true);
    told(3_000);
    expect([countdown.closed, countdown.secondsLeft]).toEqual([false, 3]);
    commits();
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([countdown.closed, ...answers]).toEqual([true, 'hmw/1']);
  });
});
