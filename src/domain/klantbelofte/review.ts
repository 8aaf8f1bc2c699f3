/**
 * When a klantbelofte is looked at again, and the three questions that are asked then. Days are
 * `YYYY-MM-DD` in the sprint's own time zone; today is passed in.
 */
export const reviewQuestions = ['still-relevant', 'fits-the-need', 'fits-the-times'] as const;
export type ReviewQuestion = (typeof reviewQuestions)[number];

/** A promise is looked at twice a year, where nobody says otherwise. */
export const REVIEW_MONTHS = 6;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether this is a day that exists. */
export function isDay(day: string): boolean {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return false;
  const last = daysIn(Number(year), Number(month));
  return Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= last;
}

/** The day that is proposed: so many months on, the last of the month where that has no such day. */
export function proposedReview(signedOn: string): string {
  const [year = 0, month = 1, date = 1] = signedOn.split('-').map(Number);
  const months = year * 12 + (month - 1) + REVIEW_MONTHS;
  const onYear = Math.floor(months / 12);
  const onMonth = (months % 12) + 1;
  const onDate = Math.min(date, daysIn(onYear, onMonth));
  return `${onYear}-${String(onMonth).padStart(2, '0')}-${String(onDate).padStart(2, '0')}`;
}

export type ReviewState = 'none' | 'ahead' | 'today' | 'late';

export function reviewState(reviewOn: string, today: string): ReviewState {
  if (!isDay(reviewOn)) return 'none';
  if (reviewOn === today) return 'today';
  return reviewOn > today ? 'ahead' : 'late';
}

/** What a review may end in. */
export const reviewEnds = ['keep', 'change', 'let-go'] as const;
export type ReviewEnd = (typeof reviewEnds)[number];

/** Proposed where all three are answered: kept when all are yes, let go when it is no longer relevant. */
export function proposedEnd(
  answers: Readonly<Record<ReviewQuestion, boolean | null>>,
): ReviewEnd | null {
  const given = reviewQuestions.map((question) => answers[question]);
  if (given.includes(null)) return null;
  if (answers['still-relevant'] === false) return 'let-go';
  return given.every((answer) => answer === true) ? 'keep' : 'change';
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
