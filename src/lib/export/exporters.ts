/**
 * What each kind of board gives to take along: one painter for picture, drawing and paper, a table, data.
 * Fetched with the exports; a new kind adds its row here.
 */
import {
  isEmptyStoryboard,
  type PlainClip,
  type PlainStoryboard,
} from '#document/kinds/storyboard/plain';
import { isEmptyMap } from '#document/kinds/map/plain';
import type { PlainOf } from '#document/kinds/boards';
import type { BoardKind, PaperColor } from '#document/schema';
import { headingWords, itemWords } from '$lib/boards/lists/list-words';
import { m } from '$lib/paraglide/messages';
import type { BoardExport } from './board-export';
import { picturePath } from '#protocol/pictures';
import { cardsBox, cardsSvg } from './cards-svg';
import { csvFile } from './csv-file';
import { listsBox, listsSvg, type ListsDrawing } from './lists-svg';
import type { BoardPainter, Exporter, ExporterOf } from './exporter';
import { decisionExporter } from './decision-exporter';
import { gridExporter } from './grid-exporter';
import { galleryExporter } from './gallery-exporter';
import { laddersExporter } from './ladders-exporter';
import { prototypeExporter } from './prototype-exporter';
import { mapCsv, type MapCsvWords } from './map-csv';
import { mapJson } from './map-json';
import { mapBox, mapSvg } from './map-svg';
import { scriptExporter } from './script-exporter';
import { storyCsv, type StoryCsvWords } from './story-csv';
import { storyJson } from './story-json';
import { perSheet, storyBox, storySvg, type StoryPart } from './story-svg';
import { wallCsv, type WallCsvWords } from './wall-csv';
import { wallJson } from './wall-json';
import type { WallLook } from './wall-look';
import { wallBox, wallSvg } from './wall-svg';

const exporters: { readonly [K in BoardKind]: ExporterOf<PlainOf<K>> } = {
  wall: ({ content: _, ...about }, wall) => {
    const board = { ...about, wall };
    return {
      isEmpty: wall.notes.length === 0 && wall.groups.length === 0,
      count: wall.notes.length,
      pictures: wall.notes.flatMap(({ picture }) => picture?.id ?? []),
      paint(look) {
        const box = wallBox(board);
        return { box, svg: (part = box) => wallSvg(board, look, part) };
      },
      csv: () => wallCsv(board, wallCsvWords()),
      json: () => wallJson(board),
    };
  },
  storyboard: storyExporter,
  gallery: galleryExporter,
  ladders: laddersExporter,
  prototype: prototypeExporter,
  script: scriptExporter,
  grid: gridExporter,
  decision: decisionExporter,
  map: ({ content: _, ...about }, map) => {
    const board = { ...about, map };
    return {
      isEmpty: isEmptyMap(map),
      count: map.chapters.length,
      pictures: [],
      paint(look) {
        const box = mapBox(board, look);
        return { box, svg: (part = box) => mapSvg(board, look, part) };
      },
      csv: () => mapCsv(map, mapCsvWords()),
      json: () => ({ map: mapJson(map, about.decision) }),
    };
  },
  cards: ({ sprint, board, sprintId }, { cards }) => {
    const drawing = { sprint, board, cards };
    const pictureOf = ({ picture }: (typeof cards)[number]) =>
      picture ? picturePath(sprintId, picture.id) : '';
    return {
      isEmpty: cards.length === 0,
      count: cards.length,
      pictures: cards.flatMap(({ picture }) => picture?.id ?? []),
      paint(look) {
        const box = cardsBox(drawing, look);
        return { box, svg: (part = box) => cardsSvg(drawing, look, part) };
      },
      csv: () =>
        csvFile([
          [
            ...[m.history_csv_number(), m.cards_presenter(), m.cards_title(), m.cards_idea()],
            ...[m.cards_link_address(), m.cards_link_title(), m.history_csv_picture()],
          ],
          ...cards.map((card, at) => [
            ...[String(at + 1), card.presenter, card.title.trim(), card.idea.trim()],
            ...[card.link, card.linkTitle.trim(), pictureOf(card)],
          ]),
        ]),
      json: () => ({
        cards: cards.map((card) => ({
          ...{ id: card.id, presenter: card.presenter, title: card.title.trim() },
          ...{ idea: card.idea.trim(), picture: pictureOf(card) || null },
          link:
            card.link === '' && card.linkTitle.trim() === ''
              ? null
              : { address: card.link || null, title: card.linkTitle.trim() },
        })),
      }),
    };
  },
  lists: ({ sprint, board, language }, { lists }) => {
    const heading: ListsDrawing['heading'] = (id) => headingWords(id, language);
    const words: ListsDrawing['words'] = (item) => itemWords(item, language);
    const drawing = { sprint, board, lists, heading, words };
    const items = lists.flatMap((list) => list.items.map((item) => ({ list, item })));
    return {
      isEmpty: items.length === 0,
      count: items.length,
      pictures: [],
      paint(look) {
        const box = listsBox(drawing, look);
        return { box, svg: (part = box) => listsSvg(drawing, look, part) };
      },
      csv: () =>
        csvFile([
          [m.history_csv_list(), m.history_csv_text(), m.history_csv_done()],
          ...items.map(({ list, item }) => [
            ...[heading(list.id), words(item)],
            item.done ? m.history_csv_yes() : '',
          ]),
        ]),
      json: () => ({
        lists: lists.map((list) => ({
          ...{ id: list.id, heading: heading(list.id) },
          items: list.items.map((item) => ({ id: item.id, text: words(item), done: item.done })),
        })),
      }),
    };
  },
};

function storyExporter(
  about: Pick<BoardExport, 'sprint' | 'board' | 'exhibits'>,
  story: PlainStoryboard,
): Exporter {
  const { exhibits = [] } = about;
  const partOf = ({ exhibit, part }: PlainClip) =>
    exhibits.find(({ id }) => id === exhibit)?.panels[part];
  const clips = story.panels.flatMap((panel) => panel.clips);
  const board = {
    ...{ sprint: about.sprint, board: about.board, story, partOf },
    clipWords: (number: number) => m.storyboard_from_sketch({ number }),
  };
  const painter = (look: WallLook, part?: StoryPart): BoardPainter => {
    const box = storyBox(board, look, part);
    return { box, svg: (shown = box) => storySvg(board, look, { ...(part && { part }), shown }) };
  };
  return {
    isEmpty: isEmptyStoryboard(story),
    count: story.panels.length,
    pictures: clips.flatMap((clip) => partOf(clip)?.picture?.id ?? []),
    paint: (look) => painter(look),
    sheets(look, most) {
      const sheets = Math.max(1, Math.ceil(story.panels.length / most));
      return Array.from({ length: sheets }, (_, sheet) =>
        painter(look, { from: sheet * most, count: most, columns: perSheet[most] }),
      );
    },
    csv: () => storyCsv(story, storyCsvWords()),
    json: () => ({ storyboard: storyJson(story) }),
  };
}

export function exporterOf(board: BoardExport): Exporter {
  const { kind, plain } = board.content;
  return (exporters[kind] as ExporterOf<typeof plain>)(board, plain);
}

function storyCsvWords(): StoryCsvWords {
  return {
    headings: {
      number: m.history_csv_number(),
      kind: m.history_csv_kind(),
      title: m.storyboard_title(),
      text: m.history_csv_text(),
      answer: m.storyboard_csv_answer(),
      by: m.storyboard_csv_by(),
      sketches: m.storyboard_csv_sketches(),
    },
    kinds: { panel: m.storyboard_csv_panel(), point: m.storyboard_point() },
  };
}

function mapCsvWords(): MapCsvWords {
  return {
    headings: {
      number: m.history_csv_number(),
      chapter: m.history_csv_chapter(),
      kind: m.history_csv_kind(),
      text: m.history_csv_text(),
      dots: m.history_csv_dots(),
    },
    kinds: {
      actor: m.map_actors(),
      arrow: m.map_arrow_words(),
      chapter: m.map_add_chapter(),
      touchpoint: m.map_touchpoints(),
      pain: m.map_pains(),
      gain: m.map_gains(),
      feeling: m.map_mood(),
      pin: m.map_pins(),
      assignment: m.map_assigned(),
      ending: m.map_ending(),
    },
  };
}

function wallCsvWords(): WallCsvWords {
  const colours: Record<PaperColor, () => string> = {
    yellow: m.board_color_yellow,
    pink: m.board_color_pink,
    blue: m.board_color_blue,
    green: m.board_color_green,
    violet: m.board_color_violet,
    white: m.board_color_white,
  };
  return {
    headings: {
      group: m.history_csv_group(),
      text: m.history_csv_text(),
      colour: m.history_csv_colour(),
      stack: m.history_csv_stack(),
      author: m.history_csv_author(),
      dots: m.history_csv_dots(),
      chosen: m.history_csv_chosen(),
      picture: m.history_csv_picture(),
    },
    colour: (color) => colours[color as PaperColor]?.() ?? color,
    yes: m.history_csv_yes(),
  };
}
