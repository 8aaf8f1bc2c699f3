/**
 * Which characters a text may hold: the one rule of every entrance. A page cleans what is typed,
 * pasted or read from a file before it goes anywhere; the server refuses the rest (forms, commands,
 * documents) and names the character. Names are stricter, see `sprint/names.ts`.
 */

/** Controls but for tab and line feed, and halves of a surrogate pair that stand alone. */
const UNFIT = /(?![\t\n])\p{Cc}|\p{Cs}/u;
const EVERY_UNFIT = new RegExp(UNFIT.source, 'gu');
/** Ends a line in some file or word processor: carriage return, vertical tab, form feed, next line. */
const OTHER_LINE_END = /\r\n|[\r\v\f\u0085]/g;

/** The first character that no text may hold, as `U+0000`; undefined when all of it is fit. */
export function unfitCharacter(text: string): string | undefined {
  const unfit = UNFIT.exec(text)?.[0];
  if (unfit === undefined) return undefined;
  return `U+${unfit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text as a form sends it, with its lines ended by line feeds. */
export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The text with every line ended by a line feed and without what no text may hold. */
export function cleanText(text: string): string {
  if (!UNFIT.test(text)) return text;
  return text.replace(OTHER_LINE_END, '\n').replace(EVERY_UNFIT, '');
}

/** A value as JSON knows it with each of its strings cleaned; keys are left as they are. */
export function cleanStrings<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => cleanStrings(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, cleanStrings(one)]),
  ) as T;
}

export type UnfitString = { readonly field: string; readonly character: string };

/** Deeper than any command; a value that goes on is refused by its schema. */
const DEEPEST = 16;

/** The first string of a value that holds an unfit character, by its path (`choices.question`). */
export function unfitString(value: unknown, path = '', depth = 0): UnfitString | undefined {
  if (typeof value === 'string') {
    const character = unfitCharacter(value);
    return character === undefined ? undefined : { field: path, character };
  }
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const found = unfitString(one, path === '' ? key : `${path}.${key}`, depth + 1);
    if (found) return found;
  }
  return undefined;
}
