import { describe, expect, it } from 'vitest';
import { mayEditSprint, type SprintEdits } from '#domain/sprint/edit-rules';

const now = Date.UTC(2026, 10, 23, 23, 30);
const edit = (edits: SprintEdits, timeZone = 'Europe/Amsterdam') => {
  const ruling = mayEditSprint(edits, { timeZone, now });
  return ruling.allowed ? 'allowed' : `${ruling.refusal.code} ${ruling.refusal.field}`;
};

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
});
