import { describe, expect, it } from 'vitest';
import {
  mayCancelReveal,
  REVEAL_COUNTDOWN_MS,
  REVEAL_GRACE_MS,
  revealIsDue,
  revealSecondsLeft,
  type CountingStep,
} from '#domain/sprint/reveal';

const ZERO = 1_000_000;

describe('[R60] the countdown of a reveal', () => {
  it('[R60] shows three, two, one, and nothing from zero on', () => {
    const shown = [REVEAL_COUNTDOWN_MS, 2_001, 2_000, 1, 0, -500].map((left) =>
      revealSecondsLeft(ZERO, ZERO - left),
    );
    expect(shown).toEqual([3, 3, 2, 1, 0, 0]);
  });

  it('[R60] is called off until zero, and no later', () => {
    const step: CountingStep = { status: 'open', phase: 'writing', revealsAt: ZERO };
    const said = (changed: Partial<CountingStep>, now = ZERO - 1): string => {
      const ruling = mayCancelReveal({ ...step, ...changed }, now);
      return ruling.allowed ? 'ok' : ruling.refusal.code;
    };
    expect(said({})).toBe('ok');
    expect(said({}, ZERO)).toBe('phase-moved-on');
    expect(said({ revealsAt: null })).toBe('phase-moved-on');
    expect(said({ phase: 'reveal' })).toBe('phase-moved-on');
    expect(said({ status: 'done' })).toBe('phase-moved-on');
  });
});

describe('[R61] the moment at which the notes are laid', () => {
  it('[R61] is zero when every page that counts has answered, else the end of the grace', () => {
    const due = (after: number, awaited: number): boolean =>
      revealIsDue(ZERO, { now: ZERO + after, awaited });
    expect(due(-1, 0)).toBe(false);
    expect(due(0, 0)).toBe(true);
    expect(due(0, 1)).toBe(false);
    expect(due(REVEAL_GRACE_MS - 1, 1)).toBe(false);
    expect(due(REVEAL_GRACE_MS, 1)).toBe(true);
  });
});
