import { describe, expect, it } from 'vitest';
import type { Ruling } from '#domain/refusal';
import {
  deletionAfter,
  mayEditSprint,
  mayStartOn,
  type DatedSprint,
  type SprintEdits,
} from '#domain/sprint/edit-rules';
import { deleteAfter } from '#domain/sprint/retention';

const now = Date.UTC(2026, 10, 23, 23, 30);
const startsOn = '2026-11-16';
const template = 'five-day';
const moving: DatedSprint = { startsOn, template, deleteAfter: deleteAfter(startsOn, template) };
const chosen: DatedSprint = { ...moving, deleteAfter: '2027-12-31' };

const said = (ruling: Ruling) =>
  ruling.allowed ? 'allowed' : `${ruling.refusal.code} ${ruling.refusal.field}`;
const edit = (edits: SprintEdits, timeZone = 'Europe/Amsterdam', sprint = moving) =>
  said(mayEditSprint(edits, { timeZone, now, sprint }));

describe('[R26] the date of deletion', () => {
  it('[R26] may be changed to a day that is still to come, in the sprint’s own time zone', () => {
    expect(edit({ deleteAfter: '2026-11-24' })).toBe('allowed');
    expect(edit({ deleteAfter: '2026-11-23' })).toBe('field-invalid deleteAfter');
    expect(edit({ deleteAfter: '2026-11-23' }, 'America/New_York')).toBe('allowed');
  });

  it('[R26] is a day of the calendar, like the first day', () => {
    expect(edit({ deleteAfter: '2027-02-30' })).toBe('field-invalid deleteAfter');
    expect(edit({ startsOn: '2027-02-30' })).toBe('field-invalid startsOn');
    expect(edit({ startsOn: 'maandag' })).toBe('field-invalid startsOn');
    expect(edit({ startsOn: '2026-11-30' })).toBe('allowed');
    expect(edit({})).toBe('allowed');
  });

  it('[R26] moves along with the first day, unless it was chosen', () => {
    expect(deletionAfter(moving, { startsOn: '2027-01-04' })).toBe('2027-04-08');
    expect(deletionAfter(chosen, { startsOn: '2027-01-04' })).toBe('2027-12-31');
    expect(deletionAfter(moving, { startsOn: '2027-01-04', deleteAfter: '2027-03-01' })).toBe(
      '2027-03-01',
    );
    expect(deletionAfter(moving, {})).toBe(moving.deleteAfter);
  });

  it('[R26] is never in the past because of a slip in the first day', () => {
    const start = (day: string) =>
      said(mayStartOn(day, { template, timeZone: 'Europe/Amsterdam', now }));
    expect(start('2026-11-30')).toBe('allowed');
    expect(start('2026-11-16')).toBe('allowed');
    expect(start('2025-11-30')).toBe('field-invalid startsOn');
    expect(start('9999-12-30')).toBe('field-invalid startsOn');
    expect(edit({ startsOn: '2025-11-30' })).toBe('field-invalid startsOn');
    expect(edit({ startsOn: '2025-11-30' }, 'Europe/Amsterdam', chosen)).toBe('allowed');
    expect(edit({ startsOn: '2025-11-30', deleteAfter: '2027-01-01' })).toBe('allowed');
  });
});
