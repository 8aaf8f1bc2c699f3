/** On which date each day of a sprint falls, with the last one where it was postponed to. */
import { dateOfDay } from '#domain/sprint/day-time';
import type { Day } from '#domain/sprint/days';
import { lastDayOf, type Template } from '#domain/sprint/templates';

export type SprintDates = {
  readonly startsOn: string;
  readonly template: Template;
  /** Where the last day was postponed to, as yyyy-mm-dd; null while it is where it was planned. */
  readonly lastDayOn: string | null;
};

/** As yyyy-mm-dd; null for the preparation, which has no date. */
export function dateInWeek(
  { startsOn, template, lastDayOn }: SprintDates,
  day: Day,
): string | null {
  return lastDayOn !== null && day === lastDayOf(template) ? lastDayOn : dateOfDay(startsOn, day);
}
