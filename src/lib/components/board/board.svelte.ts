/**
 * The board in this browser: what is selected, edited, held and in view, and what the person's hands
 * may do now. Reads and writes go through the wall view; nothing here is ever shared, save what the
 * wall view shows of it as presence. One per wall on screen, given by context to its parts.
 */
import { createContext, tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type PaperColor } from '#document/schema';
import type { NoteView, WallView } from '$lib/room/wall-view.svelte';
import { Camera } from './camera.svelte';
import { Hand } from './hand.svelte';
import { lookup } from './lookup';
import { freeNear } from './make-room';
import { inReadingOrder } from './reading-order';
import { boundsOf, toWorld, type Box, type Point } from './viewport';
import type { Votes } from './votes.svelte';

export type BoardManners = {
  /** Notes may be made, changed and moved. */
  readonly writable: boolean;
  /** Beginning of each note, shown and never stored; '' for none. */
  readonly prefix: string;
  readonly showAuthors: boolean;
  /** Dots are put, or were counted, on this wall; null elsewhere. */
  readonly votes: Votes | null;
  /** Colour of the paper on which this person writes. */
  readonly paper: PaperColor;
  /** What the Decider chose. */
  readonly chosen: ReadonlySet<string>;
};

/** How far a press of an arrow key moves a note; with Shift a finer step. */
export const ARROW_STEP = 24;
export const ARROW_STEP_FINE = 4;

export class Board {
  readonly wall: WallView;
  readonly camera = new Camera();
  readonly selected = new SvelteSet<string>();
  readonly hand: Hand;
  readonly #manners: () => BoardManners;
  editing = $state<string | null>(null);
  labelling = $state<string | null>(null);
  focused = $state<string | null>(null);
  /** A pan, pinch or drag is going on: the bars at the selection step aside. */
  moving = $state(false);
  moveOpen = $state(false);
  /** All notes turn over, once. */
  revealing = $state(false);
  /** A note made by this edit: left empty it goes, ended by Enter it is followed by the next. */
  #fresh: string | null = null;

  constructor(wall: WallView, manners: () => BoardManners) {
    this.wall = wall;
    this.hand = new Hand(wall);
    this.#manners = manners;
  }

  get manners(): BoardManners {
    return this.#manners();
  }

  get writable(): boolean {
    return this.#manners().writable && !this.wall.readOnly;
  }

  /** Notes that lie open on the plane, tops of stacks only, in the order in which a person reads the wall. */
  readonly tops: readonly NoteView[] = $derived.by(() =>
    this.wall.notes.filter((note) => note.top === note.id),
  );
  readonly boxes: ReadonlyMap<string, Box> = $derived.by(() =>
    lookup(
      this.tops.map(({ id, place }) => [
        id,
        { x: place.x, y: place.y, w: NOTE_WIDTH, h: NOTE_HEIGHT },
      ]),
    ),
  );
  readonly reading: readonly string[] = $derived.by(() => {
    const loose = this.tops.flatMap(({ id, group }) =>
      group === null ? [{ ids: [id], box: this.boxes.get(id) as Box }] : [],
    );
    const groups = this.wall.groups.map((group) => ({
      ids: group.noteIds.filter((id) => this.boxes.has(id)),
      box: group.box,
    }));
    return inReadingOrder([...groups, ...loose]).flatMap(({ ids }) => ids);
  });

  get selection(): string[] {
    return this.reading.filter((id) => this.selected.has(id));
  }

  select(ids: Iterable<string>, { add = false }: { add?: boolean } = {}): void {
    if (!add) this.selected.clear();
    for (const id of ids) this.selected.add(id);
    this.wall.setSelection(this.selection.slice(0, 50));
  }

  toggle(id: string): void {
    if (this.selected.has(id)) this.selected.delete(id);
    else this.selected.add(id);
    this.wall.setSelection(this.selection.slice(0, 50));
  }

  clear(): void {
    if (this.selected.size > 0) this.select([]);
  }

  /** Moves focus to a note, mounted or not yet, and brings it into view. */
  async focus(id: string): Promise<void> {
    this.focused = id;
    const box = this.boxes.get(id);
    if (box) this.camera.show(box);
    await tick();
    const target = document.getElementById(`ballot-${id}`) ?? document.getElementById(`note-${id}`);
    target?.focus({ preventScroll: true });
  }

  /** The note before or after in reading order; undefined at either end. */
  beside(id: string, step: 1 | -1): string | undefined {
    const at = this.reading.indexOf(id);
    return at === -1 ? undefined : this.reading[at + step];
  }

  edit(id: string): void {
    if (!this.writable) return;
    if (!this.selected.has(id) || this.selected.size > 1) this.select([id]);
    this.editing = id;
  }

  /** Ends an edit, whatever ended it. What was typed is already in the document. */
  endEdit({ next = false, refocus = true }: { next?: boolean; refocus?: boolean } = {}): void {
    const id = this.editing;
    if (id === null) return;
    this.editing = null;
    const note = this.wall.note(id);
    const empty = note?.text.trim() === '';
    const wasFresh = this.#fresh === id;
    this.#fresh = null;
    if (wasFresh && empty) {
      this.wall.removeNotes([id]);
      this.selected.delete(id);
    } else if (wasFresh && next && note) {
      this.add(
        { x: note.place.x + NOTE_WIDTH + NOTE_GAP, y: note.place.y },
        { color: note.color, group: note.group },
      );
    } else if (refocus) {
      this.clear();
      void this.focus(id);
    }
  }

  /**
   * A new note with the caret in it, in the middle of the view when no place is given, clear of what
   * lies there; `exact` where the person pointed at the place.
   */
  add(at?: Point, more: { color?: PaperColor; group?: string | null; exact?: boolean } = {}): void {
    if (!this.writable) return;
    this.endEdit({ refocus: false });
    // From the first note on the view is the person's own: it no longer jumps to fit.
    this.camera.stay();
    const size = { w: NOTE_WIDTH, h: NOTE_HEIGHT };
    const place = more.exact && at ? at : this.#free({ ...(at ?? this.#middle()), ...size });
    const id = this.wall.addNote({
      at: [Math.round(place.x), Math.round(place.y)],
      color: more.color ?? this.manners.paper,
      group: more.group ?? null,
    });
    if (id === null) return;
    this.select([id]);
    this.#fresh = id;
    this.editing = id;
    void tick().then(() => {
      const box = this.boxes.get(id);
      if (box) this.camera.show(box);
    });
  }

  /** A list becomes a note per line. @returns how many. */
  addLines(text: string): number {
    if (!this.writable) return 0;
    const ids = this.wall.addLines(text, { color: this.manners.paper });
    this.select(ids);
    void tick().then(() => {
      const box = boundsOf(ids.flatMap((id) => this.boxes.get(id) ?? []));
      if (box) this.camera.show(box);
    });
    return ids.length;
  }

  /** The board was closed to this person: hands off, nothing typed is lost. */
  stop(): void {
    this.hand.letGo();
    this.editing = null;
    this.labelling = null;
    this.moveOpen = false;
    this.#fresh = null;
    this.clear();
  }

  boundsOfAll(): Box | undefined {
    return boundsOf([...this.wall.groups.map((group) => group.box), ...this.boxes.values()]);
  }

  #free(wanted: Box): Point {
    const taken = [...this.wall.groups.map((group) => group.box), ...this.boxes.values()];
    return freeNear(wanted, { taken, gap: NOTE_GAP });
  }

  #middle(): Point {
    const middle = toWorld(this.camera.view, {
      x: this.camera.middle.x,
      y: this.camera.middle.y - 40,
    });
    return { x: middle.x - NOTE_WIDTH / 2, y: middle.y - NOTE_HEIGHT / 2 };
  }
}

const [useBoard, giveBoard] = createContext<Board>();
export { giveBoard, useBoard };
