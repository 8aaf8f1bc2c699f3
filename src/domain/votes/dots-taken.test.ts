import { describe, expect, it } from 'vitest';
import { exerciseOf } from '#domain/exercises/registry';
import type { Standing } from '#domain/sprint/roles';
import { dotsTakenBack, type StandingChange } from '#domain/votes/dots-taken';

const person = (id: string, more: Partial<Standing> = {}) => ({
  ...{ id, role: 'deelnemer' as const, decider: false, standIn: false },
  ...{ participates: false, hasAccount: true },
  ...more,
});
const members = [
  person('fenna', { role: 'facilitator', participates: true }),
  person('bram', { decider: true }),
  person('anna'),
  person('daan'),
];
/** In HMW: two dots each, four for the Decider. All are placed, but for one of Anna's. */
const left = {
  fenna: { budget: 2, left: 0 },
  bram: { budget: 4, left: 0 },
  anna: { budget: 2, left: 1 },
  daan: { budget: 2, left: 0 },
};
const taken = (change: StandingChange, exercise: 'hmw-stemmen' | 'doel' = 'hmw-stemmen') =>
  Object.fromEntries(
    dotsTakenBack(members, change, { meId: 'fenna', left, exercise: exerciseOf(exercise) }).map(
      ({ memberId, dots }) => [memberId, dots],
    ),
  );

describe('dots that a change of roles takes back', () => {
  it('[R53] whose vote goes loses what was placed, and who is out too', () => {
    expect(taken({ kind: 'set-role', memberId: 'daan', role: 'waarnemer' })).toEqual({ daan: 2 });
    expect(taken({ kind: 'set-role', memberId: 'anna', role: 'expert' })).toEqual({ anna: 1 });
    expect(taken({ kind: 'remove-member', memberId: 'daan' })).toEqual({ daan: 2 });
    expect(taken({ kind: 'set-participates', participates: false })).toEqual({ fenna: 2 });
  });

  it('[R53] the Decider’s duty that moves costs the dots above the budget that is left', () => {
    expect(taken({ kind: 'set-decider', memberId: 'anna' })).toEqual({ bram: 2 });
    expect(taken({ kind: 'set-decider', memberId: null })).toEqual({ bram: 2 });
    expect(taken({ kind: 'set-decider', memberId: 'bram' })).toEqual({});
  });

  it('[R53] who becomes the Decider where the Decider abstains loses all', () => {
    expect(taken({ kind: 'set-decider', memberId: 'daan' }, 'doel')).toMatchObject({ daan: 2 });
  });

  it('[R53] whose place is taken over at the wheel votes no more, who gives it does', () => {
    expect(taken({ kind: 'hand-over', memberId: 'daan' })).toEqual({ daan: 2 });
  });

  it('[R53] a mandate costs no dots where everybody votes', () => {
    expect(taken({ kind: 'give-mandate', memberId: 'anna' })).toEqual({});
    expect(taken({ kind: 'end-mandate' })).toEqual({});
  });
});
