/** Words for marks, times and cells of the grid. */
import type { Mark } from '#domain/tests/patterns';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<Mark, () => string>> = {
  '+': m.testing_mark_helps,
  '0': m.testing_mark_stands_out,
  '-': m.testing_mark_hinders,
};
export function markName(mark: Mark): string {
  return names[mark]();
}

/** As it is drawn: a minus of the width of the plus. */
export function markSign(mark: Mark): string {
  return mark === '-' ? '−' : mark;
}

/** @returns such as '0:29', or '1:04:10' past the hour. */
export function talkTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** The words of a row, or what stands for one without. */
export function rowWords(title: string): string {
  return title.trim() === '' ? m.testing_row_nameless() : title.trim();
}

export function noteCount(count: number): string {
  return count === 1 ? m.testing_notes_one() : m.testing_notes({ count });
}
