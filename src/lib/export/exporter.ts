/** What a kind of board gives to take along; `exporters.ts` has one for each kind. */
import type { Box } from '$lib/plane/viewport';
import type { BoardExport } from './board-export';
import type { PerSheet } from './story-svg';
import type { WallLook } from './wall-look';

/** How a board is drawn: how large it is, and the SVG of all or a part of it. */
export type BoardPainter = {
  readonly box: Box;
  /** @param part of the board, in its own units; the whole of it when left out. */
  svg(part?: Box): string;
};

export type Exporter = {
  /** Nothing is on it. */
  readonly isEmpty: boolean;
  /** How many there are of what such a board is counted by. */
  readonly count: number;
  /** Ids of the pictures that its drawing shows. */
  readonly pictures: readonly string[];
  paint(look: WallLook): BoardPainter;
  /** Of what is told in panels: a painter for each sheet of paper that holds at most so many. */
  sheets?(look: WallLook, most: PerSheet): readonly BoardPainter[];
  /** The whole file as text. */
  csv(): string;
  /** What is added to the data of any board (`board-json.ts`). */
  json(): Readonly<Record<string, unknown>>;
};

export type ExporterOf<Plain> = (board: BoardExport, plain: Plain) => Exporter;
