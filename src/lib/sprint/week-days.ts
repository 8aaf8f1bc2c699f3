/** Names and themes of the days, and the dates they fall on; the four-day week starts on Monday too. */
import { dateInWeek, type SprintDates } from '#domain/sprint/week-dates';
import type { Day } from '#domain/sprint/days';
import type { Stage } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

const names: Record<Day, () => string> = {
  0: m.sprint_day_0,
  1: m.sprint_day_1,
  2: m.sprint_day_2,
  3: m.sprint_day_3,
  4: m.sprint_day_4,
  5: m.sprint_day_5,
};

const themes: readonly (() => string)[] = [
  m.sprint_theme_0,
  m.sprint_theme_1,
  m.sprint_theme_2,
  m.sprint_theme_3,
  m.sprint_theme_4,
  m.sprint_theme_5,
];
/** Four days understand and sketch on the first, and are a day ahead from then on. */
const fourDayThemes = [
  themes[0],
  m.sprint_theme_understand_and_sketch,
  ...themes.slice(3),
] as typeof themes;

export function dayName(day: Day): string {
  return names[day]();
}

/** What a day of this sprint's template is for. */
export function dayTheme(day: Day, template: Stage['sprint']['template']): string {
  return (template === 'four-day' ? fourDayThemes : themes)[day]?.() ?? '';
}

/** Working days of this sprint's template, without the preparation. */
export function weekDays(template: Stage['sprint']['template']): readonly Day[] {
  return template === 'four-day' ? [1, 2, 3, 4] : [1, 2, 3, 4, 5];
}

/** The date of a day as words, such as '23 nov'; null for the preparation, which has no date. */
export function dayDate(sprint: SprintDates, day: Day): string | null {
  const date = dateInWeek(sprint, day);
  return date === null ? null : dateWords(date);
}

/** A date yyyy-mm-dd as words, such as '23 nov'. */
export function dateWords(date: string): string {
  return new Intl.DateTimeFormat(getLocale(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
}

/** A length as words, such as '45 min' or '2 u 5 min'. */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? m.sprint_minutes({ minutes })
    : m.sprint_day_minutes({ hours, minutes: minutes % 60 });
}

/** Asked each second: making one costs far more than asking it. */
const hours = new Map<string, Intl.DateTimeFormat>();

/** An instant as an hour of the clock in the reader's own time zone, such as 16:52. */
export function hourOf(at: number): string {
  const locale = getLocale();
  const format =
    hours.get(locale) ??
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  hours.set(locale, format);
  return format.format(at);
}

/** An instant as a day with its hour, such as 'maandag 23 november 16:52'. */
export function momentOf(at: number): string {
  return new Intl.DateTimeFormat(getLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
