import { describe, expect, it } from 'vitest';
import { dayPlan, dayStart, forecast } from '#domain/sprint/day-plan';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const step = (exercise: string, minutes: number, status = 'planned') => ({
  exercise,
  minutes,
  status,
});

describe('[R24] the hours of a day', () => {
  it('[R24] follow each other, and lunch waits for its hour', () => {
    const plan = dayPlan(
      [step('doel', 30), step('kaart', 90), step('lunch', 60), step('hmw', 10)],
      {
        startsAt: at(10),
      },
    );
    const starts = plan.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([at(10), at(10, 30), at(13), at(14)]);
  });

  it('[R24] let lunch be late rather than cut a step short, and give a skipped step no time', () => {
    const plan = dayPlan([step('kaart', 200), step('doel', 30, 'skipped'), step('lunch', 60)], {
      startsAt: at(10),
    });
    expect(plan.at(-1)?.startsAt).toBe(at(13, 20));
  });

  it('[R23] begin at ten, on the test day at nine', () => {
    expect(dayStart('five-day', 4)).toBe(at(10));
    expect(dayStart('five-day', 5)).toBe(at(9));
    expect(dayStart('four-day', 4)).toBe(at(9));
  });
});

describe('[R24] the forecast', () => {
  const rest = [step('hmw-stemmen', 10, 'open'), step('doelwit', 30), step('pauze', 15, 'skipped')];

  it('[R24] is what the clock still shows plus what is planned', () => {
    const on = forecast(rest, { nowAt: at(16), startsAt: at(10), openMinutesLeft: 6 });
    expect(on).toEqual({ endsAt: at(16, 36), lateMinutes: 0 });
  });

  it('[R24] tells how late it gets', () => {
    const late = forecast(rest, { nowAt: at(16, 40), startsAt: at(10), openMinutesLeft: 6 });
    expect(late).toEqual({ endsAt: at(17, 16), lateMinutes: 16 });
  });

  it('[R24] begins with the day, not in the night before it', () => {
    const early = forecast([step('doel', 30)], {
      nowAt: at(8),
      startsAt: at(10),
      openMinutesLeft: 0,
    });
    expect(early.endsAt).toBe(at(10, 30));
  });

  it('[R24] waits for lunch while the morning is ahead of time', () => {
    const ahead = forecast([step('doel', 30, 'done'), step('lunch', 60)], {
      nowAt: at(12),
      startsAt: at(10),
      openMinutesLeft: 0,
    });
    expect(ahead.endsAt).toBe(at(14));
  });
});
