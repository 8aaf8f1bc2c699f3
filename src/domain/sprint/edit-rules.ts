/** What a sprint's own particulars may become: real dates, and a date of deletion that is still to come. */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { dateAt } from '#domain/sprint/day-time';

export type SprintEdits = {
  readonly startsOn?: string | undefined;
  readonly deleteAfter?: string | undefined;
};

/** @param now ms; the day it is counts in the sprint's time zone. Refuses `field-invalid` with the field. */
export function mayEditSprint(
  { startsOn, deleteAfter }: SprintEdits,
  { timeZone, now }: { timeZone: string; now: number },
): Ruling {
  if (startsOn !== undefined && !isDate(startsOn)) {
    return refused('field-invalid', { field: 'startsOn' });
  }
  if (deleteAfter === undefined) return allowed;
  const isToCome = isDate(deleteAfter) && deleteAfter >= dateAt(now, timeZone);
  return isToCome ? allowed : refused('field-invalid', { field: 'deleteAfter' });
}

/** Whether `yyyy-mm-dd` is a day of the calendar: 2026-02-30 is not. */
function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
