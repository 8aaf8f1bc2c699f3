/** Dates and moments as people read them, in the language of the page. */
import { getLocale } from '$lib/paraglide/runtime';

/** @param date yyyy-mm-dd @returns such as "vrijdag 13 maart 2026". */
export function longDate(date: string): string {
  return new Intl.DateTimeFormat(getLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** @returns such as "13 maart 2026 om 14:05", in the reader's own time zone. */
export function longMoment(at: Date): string {
  return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
