/**
 * How every belofte begins: 'Je kunt erop rekenen dat'. Shown before its words and never stored; who
 * types it all the same sees it once. Every output of a belofte goes through here.
 */
export type BelofteLanguage = 'nl' | 'en';

export const openings: Readonly<Record<BelofteLanguage, string>> = {
  nl: 'Je kunt erop rekenen dat',
  en: 'You can count on this:',
};

/** What people type as that beginning, in either language. */
const TYPED =
  /^\s*(?:(?:je|u|jij)\s+kunt\s+er\s?op\s+rekenen\s*,?\s*dat|(?:wij|we)\s+beloven(?:\s+(?:je|u))?\s*,?\s*dat|you\s+can\s+count\s+on\s+(?:this|it\s+that|us\s+to)|we\s+promise(?:\s+you)?\s+(?:that|to))(?![\p{L}\p{M}\p{N}])[\s:;,.…–—-]*/iu;

/** The words as they stand behind the opening. */
export function afterOpening(words: string): string {
  return words.replace(TYPED, '');
}

/** The whole sentence on one line; '' while there are no words. */
export function belofteSentence(words: string, language: BelofteLanguage): string {
  const rest = afterOpening(words).trim().replace(/\s+/gu, ' ');
  return rest === '' ? '' : `${openings[language]} ${rest}`;
}
