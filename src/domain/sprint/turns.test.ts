import { describe, expect, it } from 'vitest';
import { exerciseOf } from '#domain/exercises/registry';
import { mayGiveTurn, nextInTurn, type TurnTaking } from '#domain/sprint/turns';

const demos = exerciseOf('lightning-demos');
const given = (change: Partial<TurnTaking['step']> = {}, from: string | null = null) =>
  mayGiveTurn({
    exercise: demos,
    step: { status: 'open', phase: 'reveal', turn: null, ...change },
    from,
  });

describe('[R121] turns', () => {
  it('[R121] are given one after the other, and not twice by two clicks', () => {
    expect(given()).toEqual({ allowed: true });
    expect(given({ turn: 'a' }, 'a')).toEqual({ allowed: true });
    expect(given({ turn: 'b' }, 'a')).toMatchObject({ refusal: { code: 'phase-moved-on' } });
    expect(given({ turn: 'a' })).toMatchObject({ refusal: { code: 'phase-moved-on' } });
  });

  it('[R121] are given in an open step, once everything lies on the board', () => {
    expect(given({ status: 'done' })).toMatchObject({ refusal: { code: 'step-not-open' } });
    expect(given({ phase: 'writing' })).toMatchObject({ refusal: { code: 'wrong-phase' } });
    const step = { status: 'open', phase: 'reveal', turn: null } as const;
    expect(mayGiveTurn({ exercise: exerciseOf('hmw'), step, from: null })).toMatchObject({
      refusal: { code: 'wrong-phase' },
    });
  });

  it('[R121] go on in order; after what is gone they begin anew', () => {
    expect(nextInTurn(['a', 'b'], null)).toBe('a');
    expect(nextInTurn(['a', 'b'], 'a')).toBe('b');
    expect(nextInTurn(['a', 'b'], 'b')).toBeNull();
    expect(nextInTurn(['a', 'b'], 'gone')).toBe('a');
    expect(nextInTurn([], null)).toBeNull();
  });
});
