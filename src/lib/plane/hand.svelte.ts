/**
 * What this person carries across the plane now: which notes or group, how far, and where they would
 * land. Seen by others as presence; the document hears of it only when it is let go.
 */
import { PRESENCE_MAX_NOTES } from '#document/presence';
import type { WallView } from '$lib/room/wall/wall-view.svelte';
import { sameTarget, type DropTarget } from './drop-target';
import { KeyedSet } from './keyed-set.svelte';
import type { Point } from './viewport';

const NOWHERE: Point = { x: 0, y: 0 };

export class Hand {
  readonly #wall: WallView;
  readonly notes = new KeyedSet();
  #group = $state<string | null>(null);
  #by = $state.raw(NOWHERE);
  #target = $state.raw<DropTarget>({ kind: 'loose' });
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- plain calls, not listened to.
  readonly #watchers = new Set<() => void>();

  constructor(wall: WallView) {
    this.#wall = wall;
  }

  get full(): boolean {
    return this.notes.size > 0 || this.#group !== null;
  }
  /** The group that is carried with what is in it. */
  get group(): string | null {
    return this.#group;
  }
  /** In the plane's units. */
  get by(): Point {
    return this.#by;
  }
  get target(): DropTarget {
    return this.#target;
  }

  /** Tells of each step of the way by a plain call, so that nothing but what is carried is looked at. @returns what ends it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  take(ids: readonly string[], group: string | null = null): void {
    this.#wall.hold(ids);
    for (const id of ids) this.notes.add(id);
    this.#group = group;
  }

  carry(by: Point, target: DropTarget): void {
    this.#by = by;
    for (const watcher of this.#watchers) watcher();
    if (!sameTarget(target, this.#target)) this.#target = target;
    const noteIds = [...this.notes].slice(0, PRESENCE_MAX_NOTES);
    this.#wall.setDrag({ noteIds, by: [Math.round(by.x), Math.round(by.y)] });
  }

  letGo(): void {
    if (!this.full) return;
    this.#wall.setDrag(null);
    this.#wall.release([...this.notes]);
    this.notes.clear();
    this.#group = null;
    this.#by = NOWHERE;
    this.#target = { kind: 'loose' };
  }
}
