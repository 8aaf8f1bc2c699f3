/**
 * The sketches in the museum, for who clips from them and for the clips that show them: read from the
 * museum's own board, never copied. Empty while there is no museum, or it is not read yet.
 */
import type * as Y from 'yjs';
import type { InkColor } from '#document/ink/stroke';
import type { StageMuseum } from '#protocol/museum';
import { nextFrame } from '$lib/room/next-frame';
import { shelvesOf, type Shelf } from './shelves';

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

type Chosen = Pick<StageMuseum, 'winners' | 'takenAlong'>;

export class Exhibits {
  #all = $state.raw<readonly Exhibit[]>([]);
  readonly #chosen: () => Chosen | null;

  /** @param chosen what the supervote chose and what is taken along; null where nobody knows. */
  constructor(chosen: () => Chosen | null) {
    this.#chosen = chosen;
  }

  readonly #shelves = $derived.by(() => shelvesOf(this.#all, this.#chosen()));
  get shelves(): readonly Shelf<Exhibit>[] {
    return this.#shelves;
  }
  /** In the order in which they lie ready. */
  get all(): readonly Exhibit[] {
    return this.#shelves.flatMap(({ exhibits }) => exhibits);
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
