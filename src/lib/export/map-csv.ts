/** A map as a table, one row for each thing on it, in the order of the story. Pure. */
import type { PlainMap } from '#document/kinds/map/plain';
import { csvFile } from './csv-file';

export type MapCsvWords = {
  headings: { number: string; chapter: string; kind: string; text: string; dots: string };
  kinds: Record<
    | 'actor'
    | 'arrow'
    | 'chapter'
    | 'touchpoint'
    | 'pain'
    | 'gain'
    | 'feeling'
    | 'pin'
    | 'assignment'
    | 'ending',
    string
  >;
};

/** @returns the whole file as text: actors, chapters with what hangs under them, the ending. */
export function mapCsv(map: PlainMap, { headings, kinds }: MapCsvWords): string {
  const rows = map.chapters.flatMap((chapter, at) => {
    const row = (kind: string, text: string, dots = ''): string[][] =>
      text.trim() === '' ? [] : [[String(at + 1), chapter.title.trim(), kind, text.trim(), dots]];
    return [
      [String(at + 1), chapter.title.trim(), kinds.chapter, chapter.title.trim(), ''],
      ...chapter.touchpoints.flatMap(({ text }) => row(kinds.touchpoint, text)),
      ...chapter.pains.flatMap(({ text }) => row(kinds.pain, text)),
      ...chapter.gains.flatMap(({ text }) => row(kinds.gain, text)),
      ...row(kinds.feeling, `${chapter.mood}/7 ${chapter.feeling}`),
      ...chapter.pins.flatMap(({ text, dots }) => row(kinds.pin, text, String(dots))),
      ...chapter.assignments.flatMap(({ name }) => row(kinds.assignment, name)),
    ];
  });
  return csvFile([
    [headings.number, headings.chapter, headings.kind, headings.text, headings.dots],
    ...map.actors.flatMap(({ name, arrows }) => [
      ['', '', kinds.actor, name.trim(), ''],
      ...arrows.map(({ chapterId, words }) => {
        const at = map.chapters.findIndex(({ id }) => id === chapterId);
        const title = map.chapters[at]?.title.trim() ?? '';
        return [String(at + 1), title, kinds.arrow, `${name.trim()}: ${words.trim()}`, ''];
      }),
    ]),
    ...rows,
    ['', '', kinds.ending, map.ending.trim(), ''],
  ]);
}
