/** How long a sprint is kept: 90 days after its last day, unless the facilitator changed it. */
import { addDays, dateOfDay } from '#domain/sprint/day-time';
import { lastDayOf, type Template } from '#domain/sprint/templates';

export const RETENTION_DAYS = 90;

/** The date of the last day, weekends left out. */
export function lastDate(startsOn: string, template: Template): string {
  return dateOfDay(startsOn, lastDayOf(template)) ?? startsOn;
}

/** The last date on which the sprint is still there; it is deleted after it. */
export function deleteAfter(startsOn: string, template: Template): string {
  return addDays(lastDate(startsOn, template), RETENTION_DAYS);
}

/** @param today `yyyy-mm-dd` in the sprint's time zone */
export function isOverdue(deleteAfterDate: string, today: string): boolean {
  return today > deleteAfterDate;
}
