/**
 * The sketches in the museum, for who clips from them and for the clips that show them: read from the
 * museum's own board, never copied. Empty while there is no museum, or it is not read yet.
 */
import type * as Y from 'yjs';
import type { InkColor } from '#document/ink/stroke';
import { nextFrame } from '$lib/room/next-frame';

export type ExhibitPanel = {
  readonly strokes: readonly Uint8Array[];
  readonly words: string;
  readonly texts: readonly {
    readonly at: readonly [number, number];
    readonly color: InkColor;
    readonly text: string;
  }[];
  /** Where a photograph lies under the drawing, in thousandths of the panel's width. */
  readonly picture: {
    readonly href: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
};
export type Exhibit = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly panels: readonly ExhibitPanel[];
};

export class Exhibits {
  #all = $state.raw<readonly Exhibit[]>([]);

  get all(): readonly Exhibit[] {
    return this.#all;
  }
  of(id: string): Exhibit | undefined {
    return this.#all.find((one) => one.id === id);
  }

  /** Follows a museum. @param read its exhibits, by number. @returns what ends it. */
  follow(doc: Y.Doc, read: (doc: Y.Doc) => readonly Exhibit[]): () => void {
    const look = (): void => {
      this.#all = read(doc);
    };
    const frame = nextFrame(look);
    const onChange = (): void => frame.ask();
    doc.on('afterTransaction', onChange);
    look();
    return () => {
      frame.cancel();
      doc.off('afterTransaction', onChange);
    };
  }
}
