import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateAt, dateOfDay, instantOf, minuteOfDay } from '#domain/sprint/day-time';
import { deleteAfter, isOverdue, lastDate } from '#domain/sprint/retention';

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
const anyInstant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2034, 0) });

describe('[R25] hours and instants', () => {
  it('[R25] ten in the morning in Amsterdam is nine in UTC in winter and eight in summer', () => {
    expect(instantOf('2026-11-23', 600, 'Europe/Amsterdam')).toBe(Date.UTC(2026, 10, 23, 9));
    expect(instantOf('2026-07-06', 600, 'Europe/Amsterdam')).toBe(Date.UTC(2026, 6, 6, 8));
  });

  it('[R25] an hour on the night of a clock change is still the right one', () => {
    expect(instantOf('2026-04-05', 60, 'Pacific/Auckland')).toBe(Date.UTC(2026, 3, 4, 12));
    expect(instantOf('2026-10-25', 120, 'America/New_York')).toBe(Date.UTC(2026, 9, 25, 6));
  });

  it('[R25] an instant keeps its date and minute through every zone, clock changes apart', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
        const whole = instant - (instant % 60_000);
        const back = instantOf(dateAt(whole, zone), minuteOfDay(whole, zone), zone);
        expect([0, 3_600_000]).toContain(Math.abs(back - whole));
        expect(minuteOfDay(back, zone)).toBe(minuteOfDay(whole, zone));
      }),
    );
  });

  it('[R25] a sprint from Wednesday passes over the weekend', () => {
    expect([1, 2, 3, 4, 5].map((day) => dateOfDay('2026-11-25', day as 1))).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ]);
    expect(dateOfDay('2026-11-25', 0)).toBeNull();
  });

  it('[R25] a team that starts on a Saturday works in the weekend', () => {
    expect(dateOfDay('2026-11-28', 2)).toBe('2026-11-29');
  });
});

describe('[R26] how long a sprint is kept', () => {
  it('[R26] is 90 days after its last day', () => {
    expect(lastDate('2026-11-23', 'five-day')).toBe('2026-11-27');
    expect(deleteAfter('2026-11-23', 'five-day')).toBe('2027-02-25');
    expect(deleteAfter('2026-11-23', 'four-day')).toBe('2027-02-24');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('[R26] ends after that date, not on it', () => {
    expect(isOverdue('2027-02-25', '2027-02-25')).toBe(false);
    expect(isOverdue('2027-02-25', '2027-02-26')).toBe(true);
  });
});
