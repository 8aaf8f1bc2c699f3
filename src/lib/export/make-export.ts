/** One board as a file of the kind that was asked for; runs in the browser, nothing leaves it. */
import type { PaperColor } from '#document/schema';
import { m } from '$lib/paraglide/messages';
import { boardCsv, type CsvWords } from './board-csv';
import type { BoardExport } from './board-export';
import { boardJson } from './board-json';
import { boardPng } from './board-png';
import { mapCsv, type MapCsvWords } from './map-csv';
import { boardPainter } from './board-painter';
import { browserLook } from './browser-look';

export const exportKinds = ['png', 'svg', 'csv', 'json'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Part of the work that fetching pictures is, where there are any. */
const PICTURES_SHARE = 0.5;

export type MadeExport = {
  blob: Blob;
  /** A picture that would have been sharper, had a browser been able to draw it so large. */
  smaller: boolean;
};

type Options = { signal?: AbortSignal; onprogress?: (share: number) => void };

/** Throws an AbortError when the signal says so, and CanvasRefusedError for a picture. */
export async function makeExport(
  kind: ExportKind,
  board: BoardExport,
  options: Options = {},
): Promise<MadeExport> {
  switch (kind) {
    case 'csv':
      return whole(
        board.map ? mapCsv(board.map, mapCsvWords()) : boardCsv(board, csvWords()),
        'text/csv;charset=utf-8',
      );
    case 'json':
      return whole(boardJson(board, Date.now()), 'application/json');
    case 'svg': {
      const look = await browserLook(board, lookOptions(options));
      return whole(boardPainter(board, look).svg(), 'image/svg+xml');
    }
    case 'png':
      return png(board, options);
  }
}

function whole(text: string, type: string): MadeExport {
  return { blob: new Blob([text], { type }), smaller: false };
}

async function png(board: BoardExport, options: Options): Promise<MadeExport> {
  const look = await browserLook(board, lookOptions(options));
  const begun = look.pictures.size > 0 ? PICTURES_SHARE : 0;
  return boardPng(boardPainter(board, look), {
    signal: options.signal,
    onprogress: (share) => options.onprogress?.(begun + share * (1 - begun)),
  });
}

function lookOptions({ signal, onprogress }: Options) {
  return {
    signal,
    onpicture: (done: number, of: number) => onprogress?.((done / of) * PICTURES_SHARE),
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

function csvWords(): CsvWords {
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
