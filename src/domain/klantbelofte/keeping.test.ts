import { describe, expect, it } from 'vitest';
import { mayKeep, type Keeping } from '#domain/klantbelofte/keeping';

const candidateIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const asked: Keeping = {
  me: { role: 'deelnemer', decider: true, standIn: false, participates: false, hasAccount: false },
  step: { kind: 'ladders', status: 'open', phase: 'decision' },
  ...{ voted: true, decided: false, candidateIds, kept: ['a', 'b', 'c'] },
  reason: 'Dit kunnen we waarmaken',
};
const codeOf = (part: Partial<Keeping>): string | undefined => {
  const ruling = mayKeep({ ...asked, ...part });
  return ruling.allowed ? undefined : ruling.refusal.code;
};

describe('[R190] keeping beloften', () => {
  it.each([
    [2, 'field-invalid'],
    [3, undefined],
    [7, undefined],
    [8, 'field-invalid'],
  ])('[R190] of %i', (count, code) => {
    expect(codeOf({ kept: candidateIds.slice(0, count) })).toBe(code);
  });

  it('[R190] takes fewer only where there are no more, and none twice', () => {
    expect(codeOf({ candidateIds: ['a', 'b'], kept: ['a', 'b'] })).toBeUndefined();
    expect(codeOf({ candidateIds: ['a', 'b'], kept: ['a'] })).toBe('field-invalid');
    expect(codeOf({ kept: ['a', 'b', 'b'] })).toBe('field-invalid');
    expect(codeOf({ kept: ['a', 'b', 'z'] })).toBe('no-such-candidate');
  });

  it('[R190] is the Decider alone, once, with a reason, after the vote', () => {
    expect(codeOf({ me: { ...asked.me, decider: false } })).toBe('not-the-decider');
    expect(codeOf({ me: { ...asked.me, decider: false, standIn: true } })).toBeUndefined();
    expect(codeOf({ step: { ...asked.step, status: 'done' } })).toBe('step-not-open');
    expect(codeOf({ step: { ...asked.step, phase: 'result' } })).toBe('wrong-phase');
    expect(codeOf({ step: { ...asked.step, kind: 'wall' } })).toBe('wrong-phase');
    expect(codeOf({ voted: false })).toBe('round-not-open');
    expect(codeOf({ decided: true })).toBe('already-decided');
    expect(codeOf({ reason: ' ' })).toBe('field-empty');
    expect(codeOf({ reason: 'x'.repeat(2_001) })).toBe('field-too-long');
  });
});
