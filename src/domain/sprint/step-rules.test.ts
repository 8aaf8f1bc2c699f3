import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import { stepStatuses, type StepStatus } from '#domain/sprint/phases';
import {
  mayAdd,
  mayCloseStep,
  mayMove,
  mayOpenStep,
  mayRemove,
  mayRepeat,
  mayRetime,
  maySkip,
  type RuledStep,
} from '#domain/sprint/step-rules';

const said = (ruling: Ruling) => (ruling.allowed ? 'allowed' : ruling.refusal.code);
const step = (status: StepStatus, id = 's'): RuledStep => ({ id, status });
const byStatus = (rule: (one: RuledStep) => Ruling) =>
  Object.fromEntries(stepStatuses.map((status) => [status, said(rule(step(status)))]));

describe('[R22] what may be done to a step', () => {
  it('[R22] a step opens once, and a done one is not opened again', () => {
    expect(byStatus(mayOpenStep)).toEqual({
      planned: 'allowed',
      open: 'step-already-open',
      done: 'step-already-closed',
      skipped: 'allowed',
    });
  });

  it('[R22] only an open step is closed', () => {
    expect(byStatus(mayCloseStep)).toEqual({
      planned: 'step-not-open',
      open: 'allowed',
      done: 'step-already-closed',
      skipped: 'step-not-open',
    });
  });

  it('[R22] a step that has started keeps its place', () => {
    const places = {
      planned: 'allowed',
      open: 'step-already-started',
      done: 'step-already-started',
      skipped: 'allowed',
    };
    expect(byStatus(mayMove)).toEqual(places);
    expect(byStatus(mayRemove)).toEqual(places);
    expect(byStatus(maySkip)).toEqual({
      planned: 'allowed',
      open: 'step-already-open',
      done: 'step-already-closed',
      skipped: 'allowed',
    });
  });

  it('[R22] every step can be had once more, and gets other minutes until it is done', () => {
    expect(Object.values(byStatus(mayRepeat))).toEqual(Array(4).fill('allowed'));
    expect(said(mayRetime(step('open'), 45))).toBe('allowed');
    expect(said(mayRetime(step('done'), 45))).toBe('step-already-closed');
    for (const minutes of [0, -1, 481, 1.5, NaN]) {
      expect(said(mayRetime(step('planned'), minutes))).toBe('field-invalid');
    }
  });

  it('[R22] only a known exercise is added, before a step that is there', () => {
    const agenda = [step('planned', 'a')];
    expect(said(mayAdd({ exercise: 'note-en-stem', before: 'a' }, agenda))).toBe('allowed');
    expect(said(mayAdd({ exercise: 'pauze', before: null, minutes: 10 }, []))).toBe('allowed');
    expect(said(mayAdd({ exercise: 'borrel', before: null }, agenda))).toBe('field-invalid');
    expect(said(mayAdd({ exercise: 'pauze', before: 'x' }, agenda))).toBe('no-such-step');
    expect(said(mayAdd({ exercise: 'pauze', before: null, minutes: 0 }, []))).toBe('field-invalid');
  });

  it('[R22] a step that is gone is said to be gone', () => {
    const gone = [
      mayOpenStep(undefined),
      mayCloseStep(undefined),
      maySkip(undefined),
      mayMove(undefined),
      mayRetime(undefined, 5),
      mayRepeat(undefined),
    ];
    expect(new Set(gone.map(said))).toEqual(new Set(['no-such-step']));
  });
});
