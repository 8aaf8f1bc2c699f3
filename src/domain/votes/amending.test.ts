import { describe, expect, it } from 'vitest';
import { exerciseOf } from '#domain/exercises/registry';
import { mayAmend, type Amending } from '#domain/votes/amending';

const base: Amending = {
  exercise: exerciseOf('doel'),
  step: { status: 'done' },
  ...{
    standing: 'Iedereen binnen een dag',
    text: 'Iedereen binnen twee dagen',
    reason: 'Zo zei Jan',
  },
};
const code = (more: Partial<Amending>): unknown => {
  const ruling = mayAmend({ ...base, ...more });
  return ruling.allowed ? 'allowed' : ruling.refusal.code;
};

describe('[R124] a decision in other words', () => {
  it('[R124] is possible for the goal and the leading question once their step is done', () => {
    expect(code({})).toBe('allowed');
    expect(code({ exercise: exerciseOf('sprintvragen') })).toBe('allowed');
    expect(code({ exercise: exerciseOf('doelwit') })).toBe('not-amendable');
    expect(code({ step: { status: 'open' } })).toBe('wrong-phase');
    expect(code({ standing: undefined })).toBe('nothing-decided');
  });

  it('[R124] says something else, and why', () => {
    expect(code({ text: ' ' })).toBe('field-empty');
    expect(code({ reason: '' })).toBe('field-empty');
    expect(code({ text: 'x'.repeat(2_001) })).toBe('field-too-long');
    expect(code({ text: ' Iedereen binnen een dag ' })).toBe('field-invalid');
  });
});
