import { expect, it } from 'vitest';
import { fieldOfTime, timeOfField } from './slot-time';

it('[L70] the hour of a talk reads back as it was typed, also around a change of the clock', () => {
  for (const typed of ['2030-01-11T09:00', '2030-03-31T03:30', '2030-10-27T23:59']) {
    expect(fieldOfTime(timeOfField(typed))).toBe(typed);
  }
  expect(timeOfField('')).toBeNull();
  expect(timeOfField('morgen')).toBeNull();
  expect(fieldOfTime(null)).toBe('');
});
