/** A storyboard as a table, a row for each panel and for each open point, in the order of the story. Pure. */
import type { PlainStoryboard } from '#document/kinds/storyboard/plain';
import { csvFile } from './csv-file';

export type StoryCsvWords = {
  headings: Record<'number' | 'kind' | 'title' | 'text' | 'answer' | 'by' | 'sketches', string>;
  kinds: Record<'panel' | 'point', string>;
};

export function storyCsv(story: PlainStoryboard, { headings, kinds }: StoryCsvWords): string {
  const point = (number: string, one: PlainStoryboard['loose'][number]): string[] => [
    ...[number, kinds.point, '', one.text.trim(), one.answer, one.answeredBy, ''],
  ];
  return csvFile([
    [
      ...[headings.number, headings.kind, headings.title, headings.text],
      ...[headings.answer, headings.by, headings.sketches],
    ],
    ...story.panels.flatMap(({ title, caption, clips, points }, at) => [
      [
        ...[String(at + 1), kinds.panel, title.trim(), caption.trim(), '', ''],
        clips.map(({ number, part }) => `${number}.${part + 1}`).join(' '),
      ],
      ...points.map((one) => point(String(at + 1), one)),
    ]),
    ...story.loose.map((one) => point('', one)),
  ]);
}
