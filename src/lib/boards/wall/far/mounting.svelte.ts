/**
 * Which notes have an element of their own. What is focused, written in, held or carried always has;
 * what is in view and a little around it gets one, the nearest first, a little in each frame; above a
 * number nothing else has one and the canvas draws all. Each element is painted and searched along with
 * the others whenever one of them changes, so those far out of view have none and cost nothing.
 */
import { flushSync, untrack } from 'svelte';
import { nextFrame } from '$lib/room/next-frame';
import type { GroupView, NoteView } from '$lib/room/wall/wall-view.svelte';
import type { Board } from '$lib/boards/wall/board.svelte';
import { nearestFirst } from '$lib/plane/nearest-first';
import { pinnedOrder } from '$lib/plane/pinned-order';
import type { Others } from '$lib/boards/wall/others.svelte';
import { overlaps, type Box } from '$lib/plane/viewport';

/** More notes than this in view are drawn on one canvas: elements then cost more than a frame has. */
export const MOST_ELEMENTS = 400;
/** The same for groups, each of which has a name and a menu. */
const MOST_GROUPS = 60;
/** A selection of this many notes is shown by elements; a larger one by the canvas, and in a crowd any but one. */
const MOST_SELECTED = 60;
/** Time that mounting may take of a frame: for what is in view, and for what is around it. */
const FRAME_MS = { near: 9, around: 4 } as const;
const AT_ONCE = 4;
/**
 * Under a moving hand: so many in one frame, then none for a while. Each time the notes are painted
 * anew, so one late frame now and then is better than each a little.
 */
const MOVING = { atOnce: 8, everyMs: 100 } as const;

export class Mounting {
  readonly #board: Board;
  readonly #others: Others;
  readonly #isMoving: () => boolean;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- `list` tells of it.
  readonly #shown = new Set<string>();
  readonly #frame = nextFrame(() => this.#step());
  #list = $state.raw<readonly NoteView[]>([]);
  #bare = $state(false);
  /** The note with the caret, when that was last looked at. */
  #written: NoteView | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

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

  /** Each note of the wall has an element. */
  get whole(): boolean {
    return this.#list.length >= this.#board.tops.length;
  }

  /** Some notes that are seen have no element now: the canvas is to draw them. */
  get bare(): boolean {
    return this.#bare;
  }

  readonly #inView = $derived.by(() => this.#board.index.within(this.#board.camera.inView));
  /** Too many for elements. */
  readonly crowded: boolean = $derived.by(() => this.#inView.length > MOST_ELEMENTS);
  readonly #near: ReadonlySet<string> = $derived.by(() => idsOf(this.crowded ? [] : this.#inView));
  /** The part of the plane in which each note is to have an element; none in a crowd. */
  readonly sharp: Box | undefined = $derived.by(() => {
    const { index, camera } = this.#board;
    if (this.crowded) return undefined;
    return index.within(camera.around).length > MOST_ELEMENTS ? camera.inView : camera.around;
  });
  readonly #wanted: ReadonlySet<string> = $derived.by(() => {
    const { sharp } = this;
    return sharp ? idsOf(this.#board.index.within(sharp)) : this.#near;
  });
  /** Never without an element, wherever the view goes: else focus, caret or hand would be lost. */
  readonly #pinned: ReadonlySet<string> = $derived.by(() => {
    const { focused, editing, hand, selection, roving } = this.#board;
    const few = selection.length <= (this.crowded ? 1 : MOST_SELECTED) ? selection : [];
    const carried = this.#others.carried.ids;
    // Also what Tab comes to, wherever it lies.
    const one = [focused, editing, roving.stop].filter((id) => this.#board.boxes.has(id ?? ''));
    return idsOf([...one.map(String), ...hand.things, ...few, ...carried]);
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
    const { wall, labelling, hand, focused, roving } = this.#board;
    const inView = this.groupsBare ? [] : this.#groupsInView;
    const ids = idsOf([labelling, hand.frame, focused, roving.stop].filter((id) => id != null));
    const pinned = [...ids].flatMap((id) => wall.group(id) ?? []);
    return [...inView, ...pinned.filter((group) => !inView.includes(group))];
  });

  /** For an effect: gives what is pinned an element at once. */
  pin(): void {
    const pinned = this.#pinned;
    const { note } = this.#board.writing;
    untrack(() => {
      const fresh = [...pinned].filter((id) => !this.#shown.has(id));
      for (const id of fresh) this.#shown.add(id);
      // A note that others took away stays as long as its field, and goes with it.
      if (fresh.length > 0 || note !== this.#written) this.#tell();
      this.#written = note;
      if (this.#shown.size > this.#wanted.size) this.#frame.ask();
    });
  }

  /** For an effect: has the rest done in the frames to come. */
  follow(): void {
    const wanted = this.#wanted;
    void [this.#near, this.#board.tops, this.#isMoving()];
    untrack(() => {
      this.#tell();
      const isDone =
        [...wanted].every((id) => this.#shown.has(id)) && this.#shown.size <= wanted.size;
      if (!isDone) this.#frame.ask();
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#frame.cancel();
  }

  #step(): void {
    // At another scale each moment, and it will be asked for again at rest.
    if (this.#board.camera.zooming) return;
    if (this.#isMoving()) {
      this.#stepMoving();
      return;
    }
    const wanted = this.#wanted;
    const pinned = this.#pinned;
    const surplus = [...this.#shown].filter((id) => !wanted.has(id) && !pinned.has(id));
    const missing = this.#missingOf(wanted);
    const isNear = [...this.#near].some((id) => !this.#shown.has(id));
    const ends = performance.now() + FRAME_MS[isNear ? 'near' : 'around'];
    while (missing.length + surplus.length > 0 && performance.now() < ends) {
      for (const id of missing.splice(0, AT_ONCE)) this.#shown.add(id);
      for (const id of surplus.splice(0, AT_ONCE)) this.#shown.delete(id);
      flushSync(() => this.#tell());
    }
    if (missing.length + surplus.length > 0) this.#frame.ask();
  }

  /** Nothing is taken away. */
  #stepMoving(): void {
    const missing = this.#missingOf(this.#near);
    for (const id of missing.splice(0, MOVING.atOnce)) this.#shown.add(id);
    this.#tell();
    if (missing.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#frame.ask(), MOVING.everyMs);
  }

  /** The nearest first. */
  #missingOf(wanted: ReadonlySet<string>): string[] {
    const ids = [...wanted].filter((id) => !this.#shown.has(id));
    return nearestFirst(ids, this.#board.index.boxes, this.#board.camera.seen);
  }

  /** The note whose element stays where it is in the page: else the caret, or the focus, would be lost. */
  #kept(wanted: readonly NoteView[]): NoteView | undefined {
    const { writing, focused } = this.#board;
    return writing.note ?? wanted.find(({ id }) => id === focused);
  }

  #tell(): void {
    const { index, camera, wall } = this.#board;
    const wanted = index.asStored(this.#shown).flatMap((id) => wall.note(id) ?? []);
    const list = pinnedOrder(wanted, this.#list, this.#kept(wanted));
    const same = list.length === this.#list.length && list.every((at, i) => at === this.#list[i]);
    if (!same) this.#list = list;
    this.#bare = this.crowded || index.within(camera.seen).some((id) => !this.#shown.has(id));
  }
}

/** Made anew where what it is made of changes, and never changed. */
function idsOf(ids: Iterable<string>): ReadonlySet<string> {
  return new Set(ids);
}
