/**
 * One Tab stop for a whole plane: which of the things that lie on it Tab comes to, and which one an arrow
 * key, Home or End leads to. Works with places, not with elements: most things have none until they are
 * looked at. Who draws them moves the focus itself.
 */
import { untrack } from 'svelte';
import { nearestToward, type Direction } from './toward';
import type { Box } from './viewport';

export type FocusPlaces = {
  /** Ids of all that can have the focus, as a person reads them. */
  readonly order: readonly string[];
  /** Where one of them lies; undefined when it is not there (any more). */
  boxOf(id: string): Box | undefined;
  /** The one where somebody begins who had the focus on none. */
  readonly entry: string | undefined;
};

export class RovingFocus {
  readonly #places: FocusPlaces;
  #last = $state<string | null>(null);

  constructor(places: FocusPlaces) {
    this.#places = places;
  }

  /** The one thing that Tab comes to: what had the focus last, as long as it is there. */
  readonly stop: string | undefined = $derived.by(() => {
    const last = this.#last;
    return last !== null && this.#places.boxOf(last) ? last : this.#places.entry;
  });

  /** It has the focus now. */
  landed(id: string): void {
    this.#last = id;
  }

  get first(): string | undefined {
    return untrack(() => this.#places.order[0]);
  }

  get last(): string | undefined {
    return untrack(() => this.#places.order.at(-1));
  }

  /**
   * @returns the nearest in that direction, what lies in the very same place one after the other;
   * undefined where nothing lies that way.
   */
  toward(id: string, direction: Direction): string | undefined {
    return untrack(() => {
      const from = this.#places.boxOf(id);
      if (!from) return this.stop;
      const { order } = this.#places;
      const boxes = order.map((other) => this.#places.boxOf(other) ?? from);
      const here = order.indexOf(id);
      const onward = direction === 'right' || direction === 'down';
      const same = onward
        ? boxes.findIndex((box, at) => at > here && isSamePlace(box, from))
        : boxes.findLastIndex((box, at) => at < here && isSamePlace(box, from));
      return order[same === -1 ? nearestToward(from, boxes, direction) : same];
    });
  }
}

function isSamePlace(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
