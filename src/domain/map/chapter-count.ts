/**
 * How many chapters a map has: five to fifteen make a journey that is seen in one look. Fewer gets a
 * hint, more a warning; nothing is refused.
 */
export const FEWEST_CHAPTERS = 5;
export const MOST_CHAPTERS = 15;

export type ChapterCount = 'none' | 'few' | 'fine' | 'many';

export function chapterCount(chapters: number): ChapterCount {
  if (chapters === 0) return 'none';
  if (chapters < FEWEST_CHAPTERS) return 'few';
  return chapters > MOST_CHAPTERS ? 'many' : 'fine';
}
