/**
 * Where everything lies on the plane: a box per note on demand, a grid for what is in a part of it,
 * and the order in which a person reads. Follows the wall note by note; what costs time for a whole
 * wall is worked out only when somebody asks for it. Owned by the board.
 */
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import type { NoteView, WallView } from '$lib/room/wall/wall-view.svelte';
import { lookup } from '$lib/plane/lookup';
import { inReadingOrder } from '$lib/plane/reading-order';
import { SpatialGrid } from '$lib/plane/spatial-grid';
import { boundsOf, contains, type Box, type Point } from '$lib/plane/viewport';

export function boxOf({ x, y }: Point): Box {
  return { x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT };
}

/** Touching none of the edges. */
function isInside(outer: Box, { x, y, w, h }: Box): boolean {
  return x > outer.x && y > outer.y && x + w < outer.x + outer.w && y + h < outer.y + outer.h;
}

/** The boxes of the notes that lie open: asking after one note listens to that note alone. */
class Boxes implements Iterable<[string, Box]> {
  readonly #wall: WallView;

  constructor(wall: WallView) {
    this.#wall = wall;
  }

  get(id: string): Box | undefined {
    const note = this.#wall.note(id);
    return note && note.top === id ? boxOf(note.place) : undefined;
  }
  has(id: string): boolean {
    return this.#wall.note(id)?.top === id;
  }
  get size(): number {
    return this.#wall.tops.length;
  }
  *keys(): IterableIterator<string> {
    for (const { id } of this.#wall.tops) yield id;
  }
  *values(): IterableIterator<Box> {
    for (const { place } of this.#wall.tops) yield boxOf(place);
  }
  *entries(): IterableIterator<[string, Box]> {
    for (const { id, place } of this.#wall.tops) yield [id, boxOf(place)];
  }
  [Symbol.iterator](): IterableIterator<[string, Box]> {
    return this.entries();
  }
}
export type NoteBoxes = Pick<Boxes, 'get' | 'has' | 'size' | 'keys' | 'values' | 'entries'> &
  Iterable<[string, Box]>;

export class PlaneIndex {
  readonly #wall: WallView;
  readonly boxes: NoteBoxes;
  readonly #grid = new SpatialGrid();
  readonly #listen: () => void;
  #follows = false;
  #order: readonly string[] | undefined;
  #reading: readonly string[] | undefined;
  #bounds: { box: Box | undefined } | undefined;
  /** Place of each open note in the list of all. */
  #stored: ReadonlyMap<string, number> | undefined;

  constructor(wall: WallView) {
    this.#wall = wall;
    this.boxes = new Boxes(wall);
    this.#listen = createSubscriber((update) => {
      this.#forget();
      this.#follows = true;
      const end = wall.watch((changed) => {
        if (this.#take(changed)) update();
      });
      return () => {
        end();
        this.#follows = false;
      };
    });
  }

  /** Ids of the open notes of which something lies in `area`. */
  within(area: Box): string[] {
    return this.#fresh(() => this.#grid.within(area));
  }

  /** All open notes as a person reads them: rows from the top, a group with its notes as one. */
  get reading(): readonly string[] {
    return this.#fresh(() => {
      this.#reading ??= this.order.filter((id) => this.boxes.has(id));
      return this.#reading;
    });
  }

  /** The same with the groups, each before its notes. */
  get order(): readonly string[] {
    return this.#fresh(() => (this.#order ??= this.#read()));
  }

  /** These notes in the order in which they are stored: by it elements follow each other in the page. */
  asStored(ids: Iterable<string>): NoteView[] {
    return this.#fresh(() => this.#sorted(ids, () => 0));
  }

  /** These notes in the order in which they are drawn: by height, equals as stored ([D20]). */
  asDrawn(ids: Iterable<string>): NoteView[] {
    return this.#fresh(() => this.#sorted(ids, (note) => note.plain.z));
  }

  /** What lies at a point; what is drawn on top comes last. */
  drawnAt(point: Point): NoteView[] {
    return this.asDrawn(this.within({ ...point, w: 0, h: 0 }));
  }

  get bounds(): Box | undefined {
    return this.#fresh(() => {
      this.#bounds ??= {
        box: boundsOf([...this.#wall.groups.map((group) => group.box), ...this.boxes.values()]),
      };
      return this.#bounds.box;
    });
  }

  /** Listens to the wall as a whole, never to each note; outside effects it reads the wall anew. */
  #fresh<T>(ask: () => T): T {
    this.#listen();
    return untrack(() => {
      if (!this.#follows) this.#forget();
      if (this.#grid.size === 0) this.#fill();
      return ask();
    });
  }

  #forget(): void {
    this.#grid.clear();
    this.#order = undefined;
    this.#reading = undefined;
    this.#bounds = undefined;
    this.#stored = undefined;
  }

  #fill(): void {
    for (const [id, box] of this.boxes) this.#grid.set(id, box);
  }

  /** @returns whether anything lies elsewhere now: new words move nothing. */
  #take(changed: readonly string[] | null): boolean {
    return untrack(() => {
      if (changed === null) {
        this.#forget();
        return true;
      }
      let moved = false;
      for (const id of changed) {
        const box = this.boxes.get(id);
        const before = this.#grid.get(id);
        if (!box || !this.#grid.set(id, box)) continue;
        moved = true;
        this.#stretch(before, box);
      }
      if (moved) this.#order = this.#reading = undefined;
      return moved;
    });
  }

  /** What did not lie at the edge and does not go beyond it leaves the bounds as they are. */
  #stretch(before: Box | undefined, after: Box): void {
    const bounds = this.#bounds?.box;
    if (!bounds || !before || !isInside(bounds, before)) this.#bounds = undefined;
    else if (!contains(bounds, after)) this.#bounds = { box: boundsOf([bounds, after]) };
  }

  #read(): readonly string[] {
    const loose = this.#wall.tops.flatMap(({ id, group, place }) =>
      group === null ? [{ ids: [id], box: boxOf(place) }] : [],
    );
    const groups = this.#wall.groups.map((group) => ({
      ids: [group.id, ...group.noteIds.filter((id) => this.boxes.has(id))],
      box: group.box,
    }));
    return inReadingOrder([...groups, ...loose]).flatMap(({ ids }) => ids);
  }

  #sorted(ids: Iterable<string>, height: (note: NoteView) => number): NoteView[] {
    const stored = (this.#stored ??= lookup(
      this.#wall.tops.map(({ id }, at) => [id, at] as const),
    ));
    const at = (note: NoteView): number => stored.get(note.id) ?? 0;
    return [...ids]
      .flatMap((id) => (stored.has(id) ? (this.#wall.note(id) ?? []) : []))
      .sort((a, b) => height(a) - height(b) || at(a) - at(b));
  }
}
