/** One board as a file of the kind that was asked for; runs in the browser, nothing leaves it. */
import type { BoardExport } from './board-export';
import { boardJson } from './board-json';
import { boardPng } from './board-png';
import { browserLook } from './browser-look';
import { exporterOf } from './exporters';

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
      return whole(exporterOf(board).csv(), 'text/csv;charset=utf-8');
    case 'json':
      return whole(boardJson(board, Date.now()), 'application/json');
    case 'svg': {
      const look = await browserLook(board, lookOptions(options));
      return whole(exporterOf(board).paint(look).svg(), 'image/svg+xml');
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
  return boardPng(exporterOf(board).paint(look), {
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
