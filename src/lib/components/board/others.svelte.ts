/**
 * What the others do on this wall now, by note: who writes on which, and how far which is being
 * carried. Cursors are drawn by `Cursors.svelte`. Empty while cursors are hidden.
 */
import { createContext } from 'svelte';
import type { WallView } from '$lib/room/wall-view.svelte';
import { lookup } from './lookup';
import type { Point } from './viewport';

export class Others {
  readonly #wall: WallView;

  constructor(wall: WallView) {
    this.#wall = wall;
  }

  readonly carried: ReadonlyMap<string, Point> = $derived.by(() =>
    lookup(
      this.#wall.others.flatMap(({ drag }) =>
        (drag?.noteIds ?? []).map(
          (id) => [id, { x: drag?.by[0] ?? 0, y: drag?.by[1] ?? 0 }] as const,
        ),
      ),
    ),
  );

  /** Name of who writes on a note now. */
  readonly typists: ReadonlyMap<string, string> = $derived.by(() =>
    lookup(
      this.#wall.others.flatMap(({ typing, member }) =>
        typing ? [[typing, member.name] as const] : [],
      ),
    ),
  );
}

const [useOthers, giveOthers] = createContext<Others>();
export { giveOthers, useOthers };
