/**
 * What the others do on this wall now, by note: who writes on which, and how far which is being
 * carried. A note hears of itself only, and of each step of its way by a plain call: twenty people who
 * move then move twenty elements, and nothing else is looked at. Empty while cursors are hidden.
 */
import { createContext, untrack } from 'svelte';
import type { Pointings, WallView } from '$lib/room/wall/wall-view.svelte';
import { KeyedSet } from '$lib/plane/keyed-set.svelte';
import { lookup } from '$lib/plane/lookup';
import { Slot } from '$lib/plane/slot';
import type { Point } from '$lib/plane/viewport';

const NOWHERE: Point = { x: 0, y: 0 };

/** The notes in the hands of others. */
class Carried {
  readonly #ids = new KeyedSet();
  #ways: ReadonlyMap<string, Point> = lookup<string, Point>();
  readonly #watchers = new Map<string, Set<() => void>>();

  /** Heard of when one comes or goes. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** How far it is carried now; not listened to. */
  wayOf(id: string): Point {
    return this.#ways.get(id) ?? NOWHERE;
  }

  /** @returns what ends it. */
  watch(id: string, watcher: () => void): () => void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- plain calls, not listened to.
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) this.#watchers.delete(id);
    };
  }

  replace(next: ReadonlyMap<string, Point>): void {
    const before = this.#ways;
    this.#ways = next;
    for (const id of before.keys()) if (!next.has(id)) this.#ids.delete(id);
    for (const [id, way] of next) {
      const was = before.get(id);
      if (!was) this.#ids.add(id);
      else if (was.x !== way.x || was.y !== way.y) {
        for (const watcher of this.#watchers.get(id) ?? []) watcher();
      }
    }
  }
}

class Typists {
  readonly #slots = new Map<string, Slot<string | undefined>>();
  #now: ReadonlyMap<string, string> = lookup<string, string>();

  get(id: string): string | undefined {
    let slot = this.#slots.get(id);
    if (!slot) {
      slot = new Slot<string | undefined>(this.#now.get(id));
      this.#slots.set(id, slot);
    }
    return slot.value;
  }

  replace(next: ReadonlyMap<string, string>): void {
    const before = this.#now;
    this.#now = next;
    for (const id of [...before.keys(), ...next.keys()]) {
      const slot = this.#slots.get(id);
      if (slot) slot.value = next.get(id);
    }
  }
}

type Watched = Pick<WallView, 'others' | 'watchPointing'>;

export class Others {
  readonly #wall: Watched;
  readonly carried = new Carried();
  /** Name of who writes on a note now. */
  readonly typists = new Typists();

  constructor(wall: Watched) {
    this.#wall = wall;
  }

  /** For an effect: takes over what the others carry. */
  watch(): () => void {
    return this.#wall.watchPointing((pointings) => this.carried.replace(waysIn(pointings)));
  }

  /** For an effect: takes over where the others write. */
  follow(): void {
    const { others } = this.#wall;
    untrack(() => {
      this.typists.replace(
        lookup(
          others.flatMap(({ typing, member }) => (typing ? [[typing, member.name] as const] : [])),
        ),
      );
    });
  }
}

function waysIn(pointings: Pointings): ReadonlyMap<string, Point> {
  return lookup(
    [...pointings.values()].flatMap(({ drag }) => {
      const by = drag && { x: drag.by[0], y: drag.by[1] };
      return by ? drag.noteIds.map((id) => [id, by] as const) : [];
    }),
  );
}

const [useOthers, giveOthers] = createContext<Others>();
export { giveOthers, useOthers };
