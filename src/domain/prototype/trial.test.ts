import { describe, expect, it } from 'vitest';
import { mayBeginTrial, mayPostpone, missingAtTrial } from '#domain/prototype/trial';
import { dateInWeek } from '#domain/sprint/week-dates';

const decider = { decides: true, interviews: false, present: true };
const interviewer = { decides: false, interviews: true, present: true };
const sprint = {
  ...{ startsOn: '2030-01-07', template: 'five-day' as const, timeZone: 'Europe/Amsterdam' },
  deleteAfter: '2030-04-11',
} as const;
const thursday = Date.parse('2030-01-10T15:40:00+01:00');

describe('the trial run', () => {
  it('[R178] misses a Decider or an interviewer who is away or was never named, and begins without with a reason alone', () => {
    expect(missingAtTrial([decider, interviewer])).toEqual([]);
    expect(missingAtTrial([{ ...decider, interviews: true }])).toEqual([]);
    expect(missingAtTrial([decider, { ...interviewer, present: false }])).toEqual(['interviewer']);
    expect(missingAtTrial([])).toEqual(['decider', 'interviewer']);
    expect(mayBeginTrial([], '')).toMatchObject({ allowed: true });
    expect(mayBeginTrial(['decider'], ' ')).toMatchObject({ allowed: false });
    expect(mayBeginTrial(['decider'], 'in de trein')).toMatchObject({ allowed: true });
  });

  it.each([
    ['2030-01-14', true],
    ['2030-01-11', true],
    ['2030-01-10', false],
    ['2030-02-30', false],
    ['2030-03-12', true],
    ['2030-03-13', false],
    ['morgen', false],
  ])('[R179] the last day may be put on %s: %s', (date, may) => {
    expect(mayPostpone(date, sprint, thursday).allowed).toBe(may);
  });

  it('[R179] not on a day that was, and only the last day moves', () => {
    const later = Date.parse('2030-01-16T09:00:00+01:00');
    expect(mayPostpone('2030-01-15', sprint, later).allowed).toBe(false);
    const week = { startsOn: '2030-01-07', template: 'five-day', lastDayOn: '2030-01-15' } as const;
    expect(dateInWeek(week, 5)).toBe('2030-01-15');
    expect(dateInWeek(week, 4)).toBe('2030-01-10');
    expect(dateInWeek({ ...week, lastDayOn: null }, 5)).toBe('2030-01-11');
    expect(dateInWeek({ ...week, template: 'four-day' }, 4)).toBe('2030-01-15');
  });
});
