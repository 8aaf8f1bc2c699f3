/** The hour of a talk, between the server's milliseconds and a field for a date and a time of day. */
import { getLocale } from '$lib/paraglide/runtime';

/** @returns 'yyyy-mm-ddThh:mm' in this browser's time zone; '' for none. */
export function fieldOfTime(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The same read back, in ms; null for an empty field and for what is no time. */
export function timeOfField(value: string): number | null {
  if (value === '') return null;
  const at = new Date(value).getTime();
  return Number.isFinite(at) ? at : null;
}

/** @returns such as '15:30', in this browser's time zone. */
export function hourOf(at: number): string {
  return new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** @returns such as 'vr 5 dec, 15:30', likewise. */
export function dayAndHourOf(at: number): string {
  return new Intl.DateTimeFormat(getLocale(), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  }).format(at);
}
