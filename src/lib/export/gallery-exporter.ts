/** A museum to take along: as a drawing, as a table with a row for each panel, pin and question, as data. */
import type { PlainGallery } from '#document/kinds/gallery/plain';
import type { Exhibit, ExhibitPanel } from '#document/kinds/gallery/records';
import { picturePath } from '#protocol/pictures';
import { signWords } from '$lib/boards/gallery/sign-words';
import { m } from '$lib/paraglide/messages';
import type { BoardExport } from './board-export';
import { csvFile } from './csv-file';
import type { Exporter } from './exporter';
import { galleryBox, gallerySvg } from './gallery-svg';

export function galleryExporter(
  { sprint, board, sprintId }: BoardExport,
  gallery: PlainGallery,
): Exporter {
  const signs = {
    standout: signWords.standout(),
    worry: signWords.worry(),
    missed: signWords.missed(),
  };
  const drawing = {
    ...{ sprint, board, gallery, signs },
    untitled: (number: number) => m.gallery_untitled({ number }),
  };
  const { exhibits, questions, standouts } = gallery;
  const about = ({ id }: Exhibit) => ({
    standouts: standouts.filter(({ exhibit, text }) => exhibit === id && text.trim() !== ''),
    questions: questions.filter(({ exhibit }) => exhibit === id),
  });
  const pictureOf = ({ picture }: ExhibitPanel) =>
    picture ? picturePath(sprintId, picture.id) : '';
  return {
    isEmpty: exhibits.length === 0,
    count: exhibits.length,
    pictures: exhibits.flatMap(({ panels }) =>
      panels.flatMap(({ picture }) => (picture ? [picture.id] : [])),
    ),
    paint(look) {
      const box = galleryBox(drawing, look);
      return { box, svg: (part = box) => gallerySvg(drawing, look, part) };
    },
    csv: () =>
      csvFile([
        [
          ...[m.history_csv_number(), m.history_csv_title(), m.history_csv_kind()],
          ...[m.history_csv_text(), m.history_csv_picture()],
        ],
        ...exhibits.flatMap((exhibit) => {
          const row = (kind: string, text: string, picture = ''): string[] => [
            ...[String(exhibit.number), exhibit.title.trim(), kind, text.trim(), picture],
          ];
          const { standouts: pinned, questions: asked } = about(exhibit);
          return [
            ...exhibit.panels.map((panel, at) =>
              row(m.gallery_panel({ number: at + 1 }), wordsOf(panel), pictureOf(panel)),
            ),
            ...pinned.map(({ sign, text }) => row(signWords[sign](), text)),
            ...asked.map(({ text }) => row(m.gallery_question_add(), text)),
          ];
        }),
      ]),
    json: () => ({
      exhibits: exhibits.map((exhibit) => ({
        ...{ id: exhibit.id, number: exhibit.number, title: exhibit.title.trim() },
        panels: exhibit.panels.map((panel) => ({
          ...{ words: panel.words.trim(), description: panel.description.trim() },
          ...{
            texts: panel.texts.map(({ text }) => text.trim()),
            picture: pictureOf(panel) || null,
          },
        })),
        standouts: about(exhibit).standouts.map(({ sign, text, at }) => ({ sign, text, at })),
        questions: about(exhibit).questions.map(({ text }) => text),
      })),
    }),
  };
}

/** Below it, what it shows, and what stands on it. */
function wordsOf({ words, description, texts }: ExhibitPanel): string {
  return [words, description, ...texts.map(({ text }) => text)]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
