import { describe, expect, it } from 'vitest';
import { exercises } from '#domain/exercises/registry';
import type { Ruling } from '#domain/refusal';
import type { Standing } from '#domain/sprint/roles';
import { mayDecide, mayWithdrawDecision, type Deciding } from '#domain/votes/decision';

const said = (ruling: Ruling) =>
  ruling.allowed
    ? 'allowed'
    : [ruling.refusal.code, ruling.refusal.field].filter(Boolean).join(' ');
const member = (more: Partial<Standing>): Standing => ({
  role: 'deelnemer',
  decider: false,
  standIn: false,
  participates: false,
  hasAccount: false,
  ...more,
});
const decide = (more: Partial<Deciding> = {}) =>
  said(
    mayDecide({
      me: member({ decider: true }),
      exercise: exercises['hmw-stemmen'],
      step: { status: 'open', phase: 'decision' },
      decided: false,
      round: { status: 'closed' },
      candidateIds: ['a', 'b'],
      candidateId: 'a',
      reason: 'Dit helpt de klant het meest.',
      ...more,
    }),
  );

describe('[R18] the binding choice', () => {
  it('[R18] is the Decider’s, or the holder’s of the mandate, and nobody else’s', () => {
    expect(decide()).toBe('allowed');
    expect(decide({ me: member({ standIn: true }) })).toBe('allowed');
    expect(decide({ me: member({}) })).toBe('not-the-decider');
    expect(decide({ me: member({ role: 'facilitator', participates: true }) })).toBe(
      'not-the-decider',
    );
  });

  it('[R18] is taken in the decision phase of an open step, on the closed round', () => {
    expect(decide({ step: { status: 'open', phase: 'result' } })).toBe('wrong-phase');
    expect(decide({ step: { status: 'done', phase: 'decision' } })).toBe('step-not-open');
    expect(decide({ round: null })).toBe('round-not-open');
    expect(decide({ round: { status: 'open' } })).toBe('round-not-open');
    expect(decide({ candidateId: 'x' })).toBe('no-such-candidate');
  });

  it('[R18] stands alone, and is withdrawn before another', () => {
    expect(decide({ decided: true })).toBe('already-decided');
    const moment = {
      me: member({ decider: true }),
      step: { status: 'open', phase: 'decision' },
    } as const;
    expect(said(mayWithdrawDecision({ ...moment, decided: true }))).toBe('allowed');
    expect(said(mayWithdrawDecision({ ...moment, decided: false }))).toBe('nothing-decided');
    expect(said(mayWithdrawDecision({ ...moment, me: member({}), decided: true }))).toBe(
      'not-the-decider',
    );
  });
});

describe('[R19] the reason', () => {
  it('[R19] is asked for every choice but the goal', () => {
    expect(decide({ reason: '  ' })).toBe('field-empty reason');
    expect(decide({ reason: '', exercise: exercises.sprintvragen })).toBe('field-empty reason');
    expect(decide({ reason: '', exercise: exercises.doel })).toBe('allowed');
  });

  it('[R19] has a bound', () => {
    expect(decide({ reason: 'x'.repeat(2_001) })).toBe('field-too-long reason');
  });
});
