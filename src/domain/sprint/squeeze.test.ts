import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exerciseOf } from '#domain/exercises/registry';
import { squeeze, type SqueezableStep } from '#domain/sprint/squeeze';
import { maySqueeze, type RuledStep } from '#domain/sprint/step-rules';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const step = (id: string, exercise: string, minutes: number, status = 'planned') => ({
  ...{ id, exercise, minutes, status },
});
const times = (nowAt: number) => ({ nowAt, startsAt: at(10), openMinutesLeft: 0 });
const lengths = (answer: ReturnType<typeof squeeze>) =>
  Object.fromEntries(answer?.steps.map(({ stepId, to }) => [stepId, to]) ?? []);

describe('[R43] a squeeze of the day', () => {
  const afternoon = [
    step('open', 'hmw', 10, 'open'),
    step('kaart', 'kaart', 90),
    step('pauze', 'pauze', 15),
    step('doelwit', 'note-en-stem', 30),
  ];

  it('[R43] is not proposed on a day that is on time', () => {
    expect(squeeze(afternoon, times(at(14)))).toBeNull();
  });

  it('[R43] makes up for the whole delay, in proportion to what each step can spare', () => {
    const answer = squeeze(afternoon, times(at(15, 10)));
    expect(answer).toMatchObject({ lateMinutes: 25, staysLate: 0 });
    expect(lengths(answer)).toEqual({ kaart: 75, doelwit: 20 });
  });

  it('[R43] leaves breaks alone, never goes below the least, and says what stays late', () => {
    const answer = squeeze(afternoon, times(at(17)));
    expect(lengths(answer)).toEqual({ kaart: 45, doelwit: 5 });
    expect(answer?.staysLate).toBe(65);
  });

  it('[R43] does not shorten a morning that only waits for lunch', () => {
    const day = [
      step('open', 'hmw', 10, 'open'),
      step('morning', 'note-en-stem', 30),
      step('lunch', 'lunch', 60),
      step('kaart', 'kaart', 90),
      step('stem', 'note-en-stem', 45),
      step('late', 'hmw', 30),
      step('later', 'hmw', 30),
    ];
    const answer = squeeze(day, times(at(11)));
    expect(answer?.lateMinutes).toBe(15);
    expect(Object.keys(lengths(answer))).not.toContain('morning');
    expect(answer?.staysLate).toBe(0);
  });

  it('[R43] rounds small steps to one minute and larger ones to five', () => {
    const small = squeeze([step('s', 'note-en-stem', 15)], times(at(16, 48)));
    expect(lengths(small)).toEqual({ s: 12 });
    const large = squeeze([step('l', 'note-en-stem', 28)], times(at(16, 36)));
    expect(lengths(large)).toEqual({ l: 20 });
  });

  it('[R43] never lengthens, never cuts below the least, and never ends the day later', () => {
    const any = fc.record({
      exercise: fc.constantFrom('kaart', 'hmw', 'note-en-stem', 'pauze', 'lunch', 'storyboard'),
      minutes: fc.integer({ min: 1, max: 180 }),
      status: fc.constantFrom('planned', 'done', 'skipped'),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 8 }),
        fc.integer({ min: 600, max: 1080 }),
        (all, now) => {
          const steps = all.map((one, index): SqueezableStep => ({ ...one, id: String(index) }));
          const answer = squeeze(steps, times(now));
          if (!answer) return;
          expect(answer.staysLate).toBeLessThanOrEqual(answer.lateMinutes);
          for (const { stepId, from, to } of answer.steps) {
            const { exercise, minutes, status } = steps[Number(stepId)] as SqueezableStep;
            expect(status).toBe('planned');
            expect(from).toBe(minutes);
            expect(to).toBeLessThan(from);
            expect(to).toBeGreaterThanOrEqual(exerciseOf(exercise).minutes.atLeast);
          }
        },
      ),
    );
  });
});

describe('[R44] giving several steps other minutes', () => {
  const agenda: RuledStep[] = [
    { id: 'a', status: 'planned' },
    { id: 'b', status: 'open' },
    { id: 'c', status: 'done' },
  ];
  const said = (...steps: { stepId: string; minutes: number }[]) => {
    const ruling = maySqueeze(steps, agenda);
    return ruling.allowed ? 'allowed' : ruling.refusal.code;
  };

  it('[R44] is for steps that still come, each once, within the limits', () => {
    expect(said({ stepId: 'a', minutes: 5 })).toBe('allowed');
    expect(said({ stepId: 'a', minutes: 5 }, { stepId: 'b', minutes: 5 })).toBe(
      'step-already-open',
    );
    expect(said({ stepId: 'c', minutes: 5 })).toBe('step-already-closed');
    expect(said({ stepId: 'x', minutes: 5 })).toBe('no-such-step');
    expect(said({ stepId: 'a', minutes: 481 })).toBe('field-invalid');
    expect(said({ stepId: 'a', minutes: 5 }, { stepId: 'a', minutes: 6 })).toBe('field-invalid');
  });
});
