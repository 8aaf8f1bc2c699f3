/**
 * The fixed beginning of a note ('HKW', 'Kunnen we'): shown before its words, never stored. Who typed
 * it all the same keeps their text as it is; where the beginning is shown it is shown once. Every
 * output goes through here: wall, list, vote, result, print, exports, what was chosen.
 */

/** What people type as a beginning, in either language, with what they put behind it. */
const TYPED =
  /^\s*(?:h[km]w|(?:hoe\s+)?kunnen\s+(?:we|wij)|how\s+(?:might|can|could)\s+we|can\s+we)(?![\p{L}\p{M}\p{N}'’_-])[\s:;,.…–—-]*/iu;

/** Whether the words begin with a beginning that their writer typed. */
export function beginsTyped(text: string): boolean {
  return TYPED.test(text);
}

/** The words as they stand behind `prefix`; as they are where there is none (null, or ''). */
export function afterPrefix(text: string, prefix: string | null): string {
  if (!prefix) return text;
  let rest = text;
  while (TYPED.test(rest)) rest = rest.replace(TYPED, '');
  return rest;
}

/** The words in one line of text with their beginning, trimmed. */
export function prefixed(text: string, prefix: string | null): string {
  return prefix ? `${prefix} ${afterPrefix(text, prefix).trim()}`.trim() : text.trim();
}
