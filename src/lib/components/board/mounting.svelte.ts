/**
 * Which notes have an element of their own. What is focused, written in, held or carried always has;
 * what is in view gets one as time allows, the nearest first, a little in each frame; above a number
 * nothing else has one and the canvas draws all. Notes out of view cost nothing.
 */
import { flushSync, untrack } from 'svelte';
import { nextFrame } from '$lib/room/next-frame';
import type { GroupView, NoteView } from '$lib/room/wall-view.svelte';
import type { Board } from './board.svelte';
import { firstOf, nearestFirst } from './nearest-first';
import type { Others } from './others.svelte';
import { overlaps } from './viewport';

/** More notes than this are drawn on one canvas: elements then cost more than a frame has. */
export const MOST_ELEMENTS = 400;
/** The same for groups, each of which has a name and a menu. */
const MOST_GROUPS = 60;
/** A selection of this many notes is shown by elements; a larger one by the canvas. */
const MOST_SELECTED = 60;
/** Time that mounting may take of a frame: little under a moving hand, more at rest. */
const FRAME_MS = { moving: 3, still: 9 } as const;
const AT_ONCE = 4;

export class Mounting {
  readonly #board: Board;
  readonly #others: Others;
  readonly #isMoving: () => boolean;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- `list` tells of it.
  readonly #shown = new Set<string>();
  readonly #frame = nextFrame(() => this.#step());
  #list = $state.raw<readonly NoteView[]>([]);
  #bare = $state(false);

  /** @param isMoving whether the view or something in a hand moves now. */
  constructor(board: Board, { others, isMoving }: { others: Others; isMoving: () => boolean }) {
    this.#board = board;
    this.#others = others;
    this.#isMoving = isMoving;
  }

  /** The notes with an element, in the order in which they are stored. */
  get list(): readonly NoteView[] {
    return this.#list;
  }

  /** Some notes in view have no element now: the canvas is to draw them. */
  get bare(): boolean {
    return this.#bare;
  }

  readonly #inView = $derived.by(() => this.#board.index.within(this.#board.camera.inView));
  /** Too many for elements. */
  readonly crowded: boolean = $derived.by(() => this.#inView.length > MOST_ELEMENTS);
  readonly #wanted: ReadonlySet<string> = $derived.by(() =>
    idsOf(this.crowded ? [] : this.#inView),
  );
  /** The first note of a crowded view, so that Tab still finds the way to the notes. */
  readonly #entry: string | null = $derived.by(() => {
    if (!this.crowded) return null;
    const notes = this.#board.index.asStored(this.#inView);
    return untrack(() => firstOf(notes));
  });
  /** Never without an element, wherever the view goes: else focus, caret or hand would be lost. */
  readonly #pinned: ReadonlySet<string> = $derived.by(() => {
    const { focused, editing, hand, selection } = this.#board;
    const few = selection.length <= MOST_SELECTED ? selection : [];
    const carried = this.#others.carried.ids;
    const one = [focused, editing, this.#entry].filter((id) => id !== null);
    return idsOf([...one, ...hand.notes, ...few, ...carried]);
  });

  readonly #groupsInView = $derived.by(() => {
    const { wall, camera } = this.#board;
    return wall.groups.filter(({ box }) => overlaps(box, camera.inView));
  });
  /** Groups are drawn on the canvas, too, save the one that is named or carried. */
  readonly groupsBare: boolean = $derived.by(
    () => this.crowded && this.#groupsInView.length > MOST_GROUPS,
  );
  readonly groups: readonly GroupView[] = $derived.by(() => {
    const { wall, labelling, hand } = this.#board;
    const inView = this.groupsBare ? [] : this.#groupsInView;
    const pinned = [labelling, hand.group].flatMap((id) => {
      const group = id === null ? undefined : wall.group(id);
      return group && !inView.includes(group) ? [group] : [];
    });
    return [...inView, ...pinned];
  });

  /** For an effect: pins at once, and has the rest done in the frames to come. */
  follow(): void {
    const pinned = this.#pinned;
    const wanted = this.#wanted;
    void this.#board.tops;
    untrack(() => {
      for (const id of pinned) this.#shown.add(id);
      this.#tell();
      const isDone =
        [...wanted].every((id) => this.#shown.has(id)) && this.#shown.size <= wanted.size;
      if (!isDone) this.#frame.ask();
    });
  }

  stop(): void {
    this.#frame.cancel();
  }

  #step(): void {
    const ends = performance.now() + FRAME_MS[this.#isMoving() ? 'moving' : 'still'];
    const wanted = this.#wanted;
    const pinned = this.#pinned;
    const surplus = [...this.#shown].filter((id) => !wanted.has(id) && !pinned.has(id));
    const missing = nearestFirst(
      [...wanted].filter((id) => !this.#shown.has(id)),
      this.#board.index.boxes,
      this.#board.camera.seen,
    );
    while (missing.length + surplus.length > 0 && performance.now() < ends) {
      for (const id of missing.splice(0, AT_ONCE)) this.#shown.add(id);
      for (const id of surplus.splice(0, AT_ONCE)) this.#shown.delete(id);
      flushSync(() => this.#tell(missing.length > 0));
    }
    if (missing.length + surplus.length > 0) this.#frame.ask();
    this.#tell();
  }

  #tell(isWaiting = [...this.#wanted].some((id) => !this.#shown.has(id))): void {
    const list = this.#board.index.asStored(this.#shown);
    const same = list.length === this.#list.length && list.every((at, i) => at === this.#list[i]);
    if (!same) this.#list = list;
    this.#bare = this.crowded || isWaiting;
  }
}

/** Made anew where what it is made of changes, and never changed. */
function idsOf(ids: Iterable<string>): ReadonlySet<string> {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- it is read only.
  return new Set(ids);
}
