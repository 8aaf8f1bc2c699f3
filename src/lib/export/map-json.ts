/** A map as data for other programs; its shape is told in `board-json.ts`. Pure. */
import type { PlainMap } from '#document/kinds/map/plain';
import type { BoardExport } from './board-export';

export function mapJson(
  { actors, chapters, ending, peak }: PlainMap,
  decision: BoardExport['decision'],
) {
  const textsOf = (marks: readonly { text: string }[]): string[] =>
    marks.map(({ text }) => text.trim());
  return {
    actors: actors.map(({ id, name, icon, arrows }) => ({
      ...{ id, name: name.trim(), icon },
      arrows: arrows.map(({ chapterId, words }) => ({ chapterId, words: words.trim() })),
    })),
    chapters: chapters.map((chapter) => ({
      ...{ id: chapter.id, title: chapter.title.trim() },
      ...{ mood: chapter.mood, feeling: chapter.feeling.trim() },
      touchpoints: textsOf(chapter.touchpoints),
      pains: textsOf(chapter.pains),
      gains: textsOf(chapter.gains),
      pins: chapter.pins.map(({ text, color, dots }) => ({ text, color, dots })),
      assigned: chapter.assignments.map(({ name }) => name),
    })),
    ending: ending.trim(),
    peak,
    target: decision?.target ?? null,
  };
}
