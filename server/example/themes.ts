/** To which theme of the case a note belongs: by the case for its own notes, by its words for a visitor's. */
import { themeKeys, type CaseNote, type ExampleCase, type ThemeKey } from '#server/example/case';

const known = new WeakMap<ExampleCase, Map<string, CaseNote>>();

/** The notes of the case by their text. */
export function knownNotes(story: ExampleCase): ReadonlyMap<string, CaseNote> {
  const notes =
    known.get(story) ??
    new Map(story.standIns.flatMap(({ hmw }) => hmw.map((note) => [note.text, note] as const)));
  known.set(story, notes);
  return notes;
}

/** @returns null for a note that speaks of nothing that the case knows. */
export function themeOf(text: string, story: ExampleCase): ThemeKey | null {
  const own = knownNotes(story).get(text.trim());
  if (own) return own.theme;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = themeKeys.map((key) => {
    const stems = story.themes[key].words;
    return {
      key,
      hits: words.filter((word) => stems.some((stem) => word.startsWith(stem))).length,
    };
  });
  const best = hits.reduce((most, one) => (one.hits > most.hits ? one : most));
  return best.hits > 0 ? best.key : null;
}
