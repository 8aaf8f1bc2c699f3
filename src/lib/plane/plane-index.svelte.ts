/**
 * Where everything lies on a plane: a box per thing on demand, a grid for what is in a part of it, and
 * the order in which a person reads. Follows things one by one; what costs time for all of them is
 * worked out only when somebody asks for it. Owned by the plane.
 */
import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { lookup } from './lookup';
import type { PlaneThings } from './plane-port';
import { inReadingOrder } from './reading-order';
import { SpatialGrid } from './spatial-grid';
import { boundsOf, contains, type Box, type Point } from './viewport';

/** Touching none of the edges. */
function isInside(outer: Box, { x, y, w, h }: Box): boolean {
  return x > outer.x && y > outer.y && x + w < outer.x + outer.w && y + h < outer.y + outer.h;
}

/** The boxes of the things that lie open: asking after one listens to that one alone. */
class Boxes implements Iterable<[string, Box]> {
  readonly #port: PlaneThings;

  constructor(port: PlaneThings) {
    this.#port = port;
  }

  get(id: string): Box | undefined {
    return this.#port.boxOf(id);
  }
  has(id: string): boolean {
    return this.#port.boxOf(id) !== undefined;
  }
  get size(): number {
    return this.#port.things.length;
  }
  *keys(): IterableIterator<string> {
    for (const { id } of this.#port.things) yield id;
  }
  *values(): IterableIterator<Box> {
    for (const [, box] of this.entries()) yield box;
  }
  *entries(): IterableIterator<[string, Box]> {
    for (const { id } of this.#port.things) {
      const box = this.#port.boxOf(id);
      if (box) yield [id, box];
    }
  }
  [Symbol.iterator](): IterableIterator<[string, Box]> {
    return this.entries();
  }
}
export type PlaneBoxes = Pick<Boxes, 'get' | 'has' | 'size' | 'keys' | 'values' | 'entries'> &
  Iterable<[string, Box]>;

export class PlaneIndex {
  readonly #port: PlaneThings;
  readonly boxes: PlaneBoxes;
  readonly #grid = new SpatialGrid();
  readonly #listen: () => void;
  #follows = false;
  #order: readonly string[] | undefined;
  #reading: readonly string[] | undefined;
  #bounds: { box: Box | undefined } | undefined;
  /** Place of each in the list of all. */
  #stored: ReadonlyMap<string, number> | undefined;

  constructor(port: PlaneThings) {
    this.#port = port;
    this.boxes = new Boxes(port);
    this.#listen = createSubscriber((update) => {
      this.#forget();
      this.#follows = true;
      const end = port.watch((changed) => {
        if (this.#take(changed)) update();
      });
      return () => {
        end();
        this.#follows = false;
      };
    });
  }

  /** Ids of the things of which something lies in `area`. */
  within(area: Box): string[] {
    return this.#fresh(() => this.#grid.within(area));
  }

  /** All things as a person reads them: rows from the top, a frame with what it holds as one. */
  get reading(): readonly string[] {
    return this.#fresh(() => {
      this.#reading ??= this.order.filter((id) => this.boxes.has(id));
      return this.#reading;
    });
  }

  /** The same with the frames, each before what it holds. */
  get order(): readonly string[] {
    return this.#fresh(() => (this.#order ??= this.#read()));
  }

  /** These in the order in which they are stored: by it elements follow each other in the page. */
  asStored(ids: Iterable<string>): string[] {
    return this.#fresh(() => this.#sorted(ids, () => 0));
  }

  /** These in the order in which they are drawn: by height, equals as stored ([D20]). */
  asDrawn(ids: Iterable<string>): string[] {
    return this.#fresh(() => this.#sorted(ids, (id) => this.#port.heightOf(id)));
  }

  /** Ids of what lies at a point; what is drawn on top comes last. */
  drawnAt(point: Point): string[] {
    return this.asDrawn(this.within({ ...point, w: 0, h: 0 }));
  }

  get bounds(): Box | undefined {
    return this.#fresh(() => {
      this.#bounds ??= {
        box: boundsOf([...this.#port.frames.map((frame) => frame.box), ...this.boxes.values()]),
      };
      return this.#bounds.box;
    });
  }

  /** Listens to the plane as a whole, never to each thing; outside effects it reads all anew. */
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
    const held = lookup(
      this.#port.frames.flatMap(({ holds }) => holds.map((id) => [id, true] as const)),
    );
    const loose = [...this.boxes].flatMap(([id, box]) =>
      held.has(id) ? [] : [{ ids: [id], box }],
    );
    const frames = this.#port.frames.map(({ id, holds, box }) => ({
      ids: [id, ...holds.filter((one) => this.boxes.has(one))],
      box,
    }));
    return inReadingOrder([...frames, ...loose]).flatMap(({ ids }) => ids);
  }

  #sorted(ids: Iterable<string>, height: (id: string) => number): string[] {
    const stored = (this.#stored ??= lookup(
      this.#port.things.map(({ id }, at) => [id, at] as const),
    ));
    const at = (id: string): number => stored.get(id) ?? 0;
    return [...ids]
      .filter((id) => stored.has(id))
      .map((id) => ({ id, z: height(id) }))
      .sort((a, b) => a.z - b.z || at(a.id) - at(b.id))
      .map(({ id }) => id);
  }
}
