import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exerciseIds, exerciseOf, exercises } from '#domain/exercises/registry';
import type { Ruling } from '#domain/refusal';
import { roles, type Standing } from '#domain/sprint/roles';
import {
  ballotFor,
  dotsLeft,
  mayCast,
  mayTakeBack,
  roundRules,
  type Ballot,
  type Casting,
} from '#domain/votes/budget';

/** The ballot after one dot more, or one fewer. */
function withDot(ballot: Ballot, candidateId: string, by: 1 | -1): Ballot {
  const { [candidateId]: had = 0, ...others } = ballot.placed;
  const has = had + by;
  return { ...ballot, placed: has > 0 ? { ...others, [candidateId]: has } : others };
}

const said = (ruling: Ruling) => (ruling.allowed ? 'allowed' : ruling.refusal.code);
const member = (more: Partial<Standing> = {}): Standing => ({
  role: 'deelnemer',
  decider: false,
  standIn: false,
  participates: false,
  hasAccount: false,
  ...more,
});
const dots = (id: string, more: Partial<Standing> = {}, context = {}) =>
  ballotFor(member(more), { exercise: exerciseOf(id), ...context });

describe('[R14] who has how many dots', () => {
  it('[R14] gives two at HMW, and four to the Decider', () => {
    expect(dots('hmw-stemmen')).toBe(2);
    expect(dots('hmw-stemmen', { decider: true })).toBe(4);
    expect(dots('hmw-stemmen', { role: 'facilitator', decider: true })).toBe(4);
  });

  it.each(['doel', 'sprintvragen', 'doelwit', 'testverloop', 'belofte-keuze', 'note-en-stem'])(
    '[R14] lets the Decider abstain at %s, where the choice follows',
    (id) => {
      expect(dots(id, { decider: true })).toBe(0);
      expect(dots(id)).toBeGreaterThan(0);
    },
  );

  it('[R14] lets the Decider vote in the strawpoll of five days and abstain in that of four', () => {
    expect(dots('strawpoll', { decider: true }, { template: 'five-day' })).toBe(1);
    expect(dots('strawpoll', { decider: true }, { template: 'four-day' })).toBe(0);
    expect(dots('heatmap', { decider: true }, { template: 'four-day' })).toBe(30);
  });

  it('[R14] gives a facilitator dots only with the switch on, experts and observers none', () => {
    expect(dots('sprintvragen', { role: 'facilitator' })).toBe(0);
    expect(dots('sprintvragen', { role: 'facilitator', participates: true })).toBe(3);
    for (const id of exerciseIds) {
      expect(dots(id, { role: 'expert' })).toBe(0);
      expect(dots(id, { role: 'waarnemer', participates: true })).toBe(0);
    }
  });

  it('[R14] follows the facilitator in a loose note-and-vote, and gives nothing without a vote', () => {
    expect(dots('note-en-stem')).toBe(2);
    expect(dots('note-en-stem', {}, { choices: { dots: 3 } })).toBe(3);
    expect(dots('kaart')).toBe(0);
    expect(roundRules(exercises.kaart)).toBeNull();
    expect(roundRules(exercises['hmw-stemmen'])).toEqual({
      way: 'candidate',
      perCandidate: 4,
      voterShown: false,
      resultsLive: false,
    });
  });
});

describe('[R15] the supervote and the mandate', () => {
  it('[R15] gives three dots to the Decider, and to nobody else', () => {
    expect(dots('supervote', { decider: true })).toBe(3);
    expect(dots('supervote')).toBe(0);
    expect(dots('supervote', { role: 'facilitator', participates: true })).toBe(0);
  });

  it('[R15] gives them to the stand-in while a mandate runs, never to both', () => {
    const running = { mandateRunning: true };
    expect(dots('supervote', { standIn: true }, running)).toBe(3);
    expect(dots('supervote', { decider: true }, running)).toBe(0);
    expect(dots('supervote', { standIn: true })).toBe(0);
  });

  it('[R15] leaves every other ballot as it was', () => {
    for (const id of exerciseIds.filter((one) => one !== 'supervote')) {
      for (const role of roles) {
        for (const decider of [true, false]) {
          const before = dots(id, { role, decider });
          const after = dots(id, { role, decider, standIn: !decider }, { mandateRunning: true });
          expect(after).toBe(before);
        }
      }
    }
  });
});

describe('[R16] casting and taking back', () => {
  const candidateIds = ['a', 'b', 'c'];
  const open = (
    ballot: Ballot | null,
    candidateId = 'a',
    more: Partial<Casting> = {},
  ): Casting => ({
    round: { status: 'open' },
    candidateIds,
    candidateId,
    ballot,
    ...more,
  });
  const empty: Ballot = { budget: 2, perCandidate: 2, placed: {} };

  it('[R16] never exceeds the budget or a spot, whatever somebody taps', () => {
    const tap = fc.record({
      candidateId: fc.constantFrom('a', 'b', 'c', 'stranger'),
      by: fc.constantFrom(1 as const, -1 as const),
    });
    fc.assert(
      fc.property(fc.nat(6), fc.nat(4), fc.array(tap, { maxLength: 40 }), (budget, spot, taps) => {
        let ballot: Ballot = { budget, perCandidate: spot, placed: {} };
        for (const { candidateId, by } of taps) {
          const asked = open(ballot, candidateId);
          const ruling = by === 1 ? mayCast(asked) : mayTakeBack(asked);
          if (!ruling.allowed) continue;
          const left = dotsLeft(ballot);
          ballot = withDot(ballot, candidateId, by);
          expect(dotsLeft(ballot)).toBe(left - by);
        }
        expect(dotsLeft(ballot)).toBeGreaterThanOrEqual(0);
        expect(dotsLeft(ballot)).toBeLessThanOrEqual(budget);
        for (const [candidateId, placed] of Object.entries(ballot.placed)) {
          expect(candidateIds).toContain(candidateId);
          expect(placed).toBeGreaterThan(0);
          expect(placed).toBeLessThanOrEqual(spot);
        }
      }),
    );
  });

  it('[R16] says why not', () => {
    expect(said(mayCast(open({ ...empty, placed: { a: 1, b: 1 } }, 'c')))).toBe('no-dots-left');
    expect(said(mayCast(open({ ...empty, perCandidate: 1, placed: { a: 1 } })))).toBe('spot-full');
    expect(said(mayCast(open(null)))).toBe('not-a-voter');
    expect(said(mayCast(open({ ...empty, budget: 0 })))).toBe('not-a-voter');
    expect(said(mayCast(open(empty, 'x')))).toBe('no-such-candidate');
    expect(said(mayCast(open(empty, 'a', { round: { status: 'closed' } })))).toBe('round-not-open');
    expect(said(mayCast(open(empty, 'a', { round: null })))).toBe('round-not-open');
    expect(said(mayTakeBack(open(empty)))).toBe('no-dot-to-take-back');
  });

  it('[R16] lets a dot be taken back and put elsewhere', () => {
    const cast = withDot(empty, 'a', 1);
    expect(withDot(cast, 'a', -1)).toEqual(empty);
    expect(said(mayTakeBack(open(cast)))).toBe('allowed');
  });
});
