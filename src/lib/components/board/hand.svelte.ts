/**
 * What this person carries across the plane now: which notes or group, how far, and where they would
 * land. Seen by others as presence; the document hears of it only when it is let go.
 */
import { PRESENCE_MAX_NOTES } from '#document/presence';
import type { WallView } from '$lib/room/wall-view.svelte';
import { sameTarget, type DropTarget } from './drop-target';
import { KeyedSet } from './keyed-set.svelte';
import type { Point } from './viewport';

const NOWHERE: Point = { x: 0, y: 0 };

export class Hand {
  readonly #wall: WallView;
  readonly notes = new KeyedSet();
  /** The note on which what is carried would land, if any; `target` says how. */
  readonly aimedAt = new KeyedSet();
  #group = $state<string | null>(null);
  #by = $state.raw(NOWHERE);
  #target = $state.raw<DropTarget>({ kind: 'loose' });

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

  take(ids: readonly string[], group: string | null = null): void {
    this.#wall.hold(ids);
    for (const id of ids) this.notes.add(id);
    this.#group = group;
  }

  carry(by: Point, target: DropTarget): void {
    this.#by = by;
    if (!sameTarget(target, this.#target)) this.#aim(target);
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
    this.#aim({ kind: 'loose' });
  }

  #aim(target: DropTarget): void {
    this.#target = target;
    this.aimedAt.clear();
    if ('noteId' in target) this.aimedAt.add(target.noteId);
  }
}
