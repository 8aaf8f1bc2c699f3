/** When an example sprint ends, in words: 'morgen om 14:05', or the day itself where that is today. */
import { getLocale } from '$lib/paraglide/runtime';

/** @param until an instant in ms; @param now ms. */
export function exampleEnd(until: number, now: number = Date.now()): string {
  const locale = getLocale();
  const date = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const days = date.format(until) === date.format(now) ? 0 : 1;
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  const hour = new Intl.DateTimeFormat(locale, {
    ...{ hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  }).format(until);
  return locale === 'nl' ? `${day} om ${hour}` : `${day} at ${hour}`;
}
