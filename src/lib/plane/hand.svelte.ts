/**
 * What this person carries across the plane now: which things or frame, how far, and what letting go
 * would do. Shown to others as it goes; the document hears of it only when it is let go.
 */
import { KeyedSet } from './keyed-set.svelte';
import type { PlaneAims, PlanePresence } from './plane-port';
import type { Point } from './viewport';

const NOWHERE: Point = { x: 0, y: 0 };

export class Hand<Aim> {
  readonly #port: PlanePresence & PlaneAims<Aim>;
  readonly things = new KeyedSet();
  #frame = $state<string | null>(null);
  #by = $state.raw(NOWHERE);
  #aim: Aim;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- plain calls, not listened to.
  readonly #watchers = new Set<() => void>();

  constructor(port: PlanePresence & PlaneAims<Aim>) {
    this.#port = port;
    this.#aim = $state.raw(port.nowhere);
  }

  get full(): boolean {
    return this.things.size > 0 || this.#frame !== null;
  }
  /** The frame that is carried with what is in it. */
  get frame(): string | null {
    return this.#frame;
  }
  /** In the plane's units. */
  get by(): Point {
    return this.#by;
  }
  get aim(): Aim {
    return this.#aim;
  }

  /** Tells of each step of the way by a plain call, so that nothing but what is carried is looked at. @returns what ends it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  take(ids: readonly string[], frame: string | null = null): void {
    this.#port.took(ids);
    for (const id of ids) this.things.add(id);
    this.#frame = frame;
  }

  carry(by: Point, aim: Aim): void {
    this.#by = by;
    for (const watcher of this.#watchers) watcher();
    if (!this.#port.isSame(aim, this.#aim)) this.#aim = aim;
    this.#port.carried([...this.things], by);
  }

  letGo(): void {
    if (!this.full) return;
    this.#port.released([...this.things]);
    this.things.clear();
    this.#frame = null;
    this.#by = NOWHERE;
    this.#aim = this.#port.nowhere;
  }
}
