/**
 * Which of the built files a page fetches: those with Dutch words stand where SvelteKit looks, those
 * with English words in a folder beside them (server/dev/compact-messages.ts). Used by
 * hooks.server.ts; in development there are no such files, and nothing is changed.
 */

const FILES = '_app/immutable/';
/** Where the English files are; inside what a browser is told to keep for good. */
export const ENGLISH_FILES = `${FILES}en/`;

/** Only where a page fetches a file: what people typed may hold the same letters. */
const FETCHED = /((?:href|src)="|import\("|<)((?:\.{0,2}\/)*)_app\/immutable\//g;

/**
 * @param said a part of a page, or the header that names what to fetch ahead.
 * @returns the same, with the files of the reader's language.
 */
export function withLanguageFiles(said: string, language: string): string {
  return language === 'en' ? said.replace(FETCHED, `$1$2${ENGLISH_FILES}`) : said;
}
