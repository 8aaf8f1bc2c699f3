/**
 * What the others do on this wall now, by note: who writes on which, and how far which is being
 * carried. A note hears of itself only, so that twenty people who move draw twenty notes again and
 * not the wall. Cursors are drawn by `Cursors.svelte`. Empty while cursors are hidden.
 */
import { createContext, untrack } from 'svelte';
import type { WallView } from '$lib/room/wall-view.svelte';
import { lookup } from './lookup';
import { Slot } from './slot';
import type { Point } from './viewport';

class Keyed<T> {
  readonly #slots = new Map<string, Slot<T | undefined>>();
  #now: ReadonlyMap<string, T> = lookup<string, T>();
  #ids = $state.raw<readonly string[]>([]);

  get(id: string): T | undefined {
    let slot = this.#slots.get(id);
    if (!slot) {
      slot = new Slot<T | undefined>(this.#now.get(id));
      this.#slots.set(id, slot);
    }
    return slot.value;
  }

  /** Ids that have a value; heard of only when one comes or goes. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  replace(next: ReadonlyMap<string, T>): void {
    const before = this.#now;
    this.#now = next;
    for (const id of before.keys()) if (!next.has(id)) this.#set(id, undefined);
    for (const [id, value] of next) this.#set(id, value);
    const came = [...next.keys()].some((id) => !before.has(id));
    if (came || before.size !== next.size) this.#ids = [...next.keys()];
  }

  #set(id: string, value: T | undefined): void {
    const slot = this.#slots.get(id);
    if (slot) slot.value = value;
  }
}

export class Others {
  readonly #wall: WallView;
  readonly carried = new Keyed<Point>();
  /** Name of who writes on a note now. */
  readonly typists = new Keyed<string>();

  constructor(wall: WallView) {
    this.#wall = wall;
  }

  /** For an effect: takes over what the others show now. */
  follow(): void {
    const { others } = this.#wall;
    untrack(() => {
      this.carried.replace(
        lookup(
          others.flatMap(({ drag }) => {
            const by = drag && { x: drag.by[0], y: drag.by[1] };
            return by ? drag.noteIds.map((id) => [id, by] as const) : [];
          }),
        ),
      );
      this.typists.replace(
        lookup(
          others.flatMap(({ typing, member }) => (typing ? [[typing, member.name] as const] : [])),
        ),
      );
    });
  }
}

const [useOthers, giveOthers] = createContext<Others>();
export { giveOthers, useOthers };
