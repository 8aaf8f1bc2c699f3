/** The look of a wall as this browser has it: gathered once per export, pictures one after the other; or at once, with what the page has. */
import { NoteFit } from '$lib/boards/wall/notes/note-fit.svelte';
import { wordMeasure } from '$lib/boards/wall/notes/text-measure';
import { m } from '$lib/paraglide/messages';
import { picturePath } from '#protocol/pictures';
import type { BoardExport } from './board-export';
import { dataAddress } from './data-address';
import { exporterOf } from './exporters';
import { fontCss } from './font-css';
import { readPalette } from './read-palette';
import { TEXT_FAMILY, TITLE_FAMILY, type WallLook } from './wall-look';

export type LookOptions = {
  signal?: AbortSignal;
  /** Told after each picture how many of how many are there. */
  onpicture?: (done: number, of: number) => void;
};

/** Throws an AbortError when the signal says so; what cannot be fetched is left out. */
export async function browserLook(
  board: BoardExport,
  { signal, onpicture }: LookOptions = {},
): Promise<WallLook> {
  const fit = new NoteFit();
  await Promise.all([fit.arrive(), document.fonts.load(`650 19px ${TITLE_FAMILY}`)]);
  const wanted = new Set(exporterOf(board).pictures);
  const pictures = new Map<string, string>();
  for (const id of wanted) {
    const address = await dataAddress(picturePath(board.sprintId, id), signal);
    if (address !== undefined) pictures.set(id, address);
    onpicture?.(pictures.size, wanted.size);
  }
  return lookOf(board, fit, { pictures, fontCss: await fontCss(signal) });
}

/** For a drawing that stands in this very page, which has the typefaces and knows where its pictures are. */
export function lookAtOnce(board: BoardExport): WallLook {
  const pictures = new Map(
    exporterOf(board).pictures.map((id) => [id, picturePath(board.sprintId, id)]),
  );
  return lookOf(board, new NoteFit(), { pictures, fontCss: '' });
}

function lookOf(
  { day }: BoardExport,
  fit: NoteFit,
  has: Pick<WallLook, 'pictures' | 'fontCss'>,
): WallLook {
  return {
    ...has,
    palette: readPalette(day),
    sizeOf: (text) => fit.sizeOf(text),
    measure: wordMeasure(TEXT_FAMILY),
    measureTitle: wordMeasure(TITLE_FAMILY),
    words: { chosen: m.board_decision_mark(), unnamedGroup: m.board_group_unnamed() },
  };
}
