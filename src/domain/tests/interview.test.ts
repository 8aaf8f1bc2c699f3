import { describe, expect, it } from 'vitest';
import { actMinutes, minutesAhead, talkSteps } from '#domain/tests/interview';

const tasks = ['a', 'b', 'c'].map((id) => ({ id, title: id }));

describe('a talk with a customer', () => {
  it('[R187] has five acts, of which the fourth has a step for each part of the prototype', () => {
    expect(talkSteps(tasks).map(({ act, task }) => task?.id ?? act)).toEqual([
      ...['welcome', 'context', 'introduction', 'a', 'b', 'c', 'debrief'],
    ]);
    expect(talkSteps([])).toHaveLength(5);
    expect(Object.values(actMinutes).reduce((sum, one) => sum + one)).toBe(60);
  });

  it('[R187] is ahead of its plan, or behind, by whole minutes of the step where it is', () => {
    const steps = talkSteps(tasks);
    const at = (step: number, elapsed: number, minutes = 60) =>
      minutesAhead(steps, { at: step, elapsedMs: elapsed * 60_000, minutes });
    expect(at(0, 0)).toBe(5);
    expect(at(0, 8)).toBe(-3);
    expect(at(4, 37)).toBe(3);
    expect(at(6, 60)).toBe(0);
    expect(at(0, 1, 30)).toBe(1);
  });
});
