/**
 * The board in this browser: what is selected, edited, held and in view, and what the person's hands
 * may do now. Reads and writes go through the wall view; nothing here is ever shared, save what the
 * wall view shows of it as presence. One per wall on screen, given by context to its parts.
 */
import { createContext, tick } from 'svelte';
import type { NoteView, WallView } from '$lib/room/wall/wall-view.svelte';
import type { Camera } from '$lib/plane/camera.svelte';
import type { BoardManners } from './board-manners';
import { Follow } from './follow.svelte';
import type { DropTarget, Landing } from './notes/drop-target';
import type { Hand } from '$lib/plane/hand.svelte';
import { Plane } from '$lib/plane/plane.svelte';
import type { PlaneBoxes, PlaneIndex } from '$lib/plane/plane-index.svelte';
import { rove } from '$lib/plane/rove';
import { m } from '$lib/paraglide/messages';
import { rememberList } from '$lib/boards/wall/list/list-wanted';
import { Turns } from './reveal';
import { Search } from '$lib/boards/wall/search/search.svelte';
import type { RovingFocus } from '$lib/plane/roving-focus.svelte';
import type { Selection } from '$lib/plane/selection.svelte';
import type { MenuWish } from '$lib/boards/wall/menus/menu-wish';
import { boundsOf, type Box, type Point } from '$lib/plane/viewport';
import { placeOnWall, wallPlaces } from './wall-places';
import { boxOfNote, wallPort } from './wall-port';
import { Writing, type NewNoteWishes } from './writing.svelte';

export type { BoardManners } from './board-manners';

/** What a drag on the empty wall does with a mouse. */
export type Tool = 'pointer' | 'hand';

export class Board {
  readonly wall: WallView;
  /** Where one looks, what is selected, held and drawn over the wall. */
  readonly plane: Plane<DropTarget>;
  readonly camera: Camera;
  readonly index: PlaneIndex;
  readonly hand: Hand<DropTarget>;
  readonly choice: Selection;
  readonly roving: RovingFocus;
  readonly writing: Writing;
  readonly search: Search;
  readonly follow: Follow;
  readonly #manners: () => BoardManners;
  /** Id of the note or group that has the focus, or of something in it. */
  focused = $state<string | null>(null);
  moveOpen = $state(false);
  /** The note whose picture is shown whole. */
  enlarged = $state<string | null>(null);
  keysOpen = $state(false);
  menu = $state.raw<MenuWish | null>(null);
  asList = $state(false);
  /** Taps add to the selection: for who has one finger and no Shift. */
  picking = $state(false);
  /** Takes files that are no table; set by who brings in pictures. `at` on the plane, null for the middle. */
  onFiles: ((files: readonly File[], at: Point | null) => void) | undefined;
  /** Opens the choice of a picture; set with `onFiles`. */
  onChoosePicture: (() => void) | undefined;
  /** All notes turn over, once. */
  revealing = $state(false);
  readonly turns = new Turns();
  /** Said to who listens, after an act of one's own. */
  said = $state('');
  #tool = $state<Tool | null>(null);

  constructor(wall: WallView, manners: () => BoardManners) {
    this.wall = wall;
    this.#manners = manners;
    this.plane = new Plane(wallPort(this, wall), wallPlaces(this));
    this.camera = this.plane.camera;
    this.index = this.plane.index;
    this.hand = this.plane.hand;
    this.choice = this.plane.choice;
    this.roving = this.plane.roving;
    this.writing = new Writing(this);
    this.search = new Search(this);
    this.follow = new Follow(this);
  }

  get manners(): BoardManners {
    return this.#manners();
  }

  /** Derived once for all: the room speaks up at each letter saved, this changes seldom. */
  readonly #writable = $derived.by(() => this.#manners().writable && !this.wall.readOnly);

  get writable(): boolean {
    return this.#writable;
  }

  /** Notes may be selected: to change, or to copy. While dots are put a press is a dot. */
  get selectable(): boolean {
    return this.#manners().votes?.open == null;
  }

  /** Where nothing can be changed a drag moves the view, until the person chooses otherwise. */
  get tool(): Tool {
    return this.#tool ?? (this.writable ? 'pointer' : 'hand');
  }

  set tool(tool: Tool) {
    this.#tool = tool;
  }

  mayChange(id: string): boolean {
    return this.writable && this.wall.canEdit(id);
  }

  /** Notes that lie open on the plane, tops of stacks only, as they are stored. */
  get tops(): readonly NoteView[] {
    return this.wall.tops;
  }
  get boxes(): PlaneBoxes {
    return this.index.boxes;
  }
  /** Those notes in the order in which a person reads the wall. */
  get reading(): readonly string[] {
    return this.index.reading;
  }

  /** What lies at a point for a hand that carries something; what is drawn on top comes last. */
  landingAt(point: Point): Landing {
    const notes = this.index.drawnAt(point).flatMap((id) => this.wall.note(id) ?? []);
    return {
      notes: notes.map(({ id, group, place }) => ({ id, group, box: boxOfNote(place) })),
      groups: this.wall.groups,
    };
  }

  get selected(): ReadonlySet<string> {
    return this.choice.ids;
  }
  get selection(): readonly string[] {
    return this.choice.inOrder;
  }
  select(ids: Iterable<string>, how: { add?: boolean } = {}): void {
    this.choice.select(ids, how);
  }
  toggle(id: string): void {
    this.choice.toggle(id);
  }
  drop(id: string): void {
    this.choice.drop(id);
  }
  clear(): void {
    this.choice.clear();
  }

  /** Moves focus to a note or group, mounted or not yet, and brings it into view. */
  async focus(id: string): Promise<void> {
    this.focusCame(id);
    const box = placeOnWall(this, id);
    if (box) this.camera.show(box);
    await tick();
    const [target] = ['ballot', 'note', 'label'].flatMap(
      (kind) => document.getElementById(`${kind}-${id}`) ?? [],
    );
    target?.focus({ preventScroll: !this.asList });
  }
  /** @param from id of the note or group with the focus; null: none has it. @returns whether the key led it on. */
  rove(event: KeyboardEvent, from: string | null): boolean {
    const go = (id: string): void => {
      this.writing.flow = null;
      void this.focus(id);
    };
    return rove(event, { from, roving: this.roving, go });
  }
  focusCame(id: string): void {
    this.focused = id;
    this.roving.landed(id);
  }
  focusWent(id: string): void {
    if (this.focused === id) this.focused = null;
  }

  /** Brings a note or group into view, on the plane or in the list, without moving the focus. */
  bringIntoView(kind: 'note' | 'group', id: string): void {
    const top = kind === 'note' ? (this.wall.note(id)?.top ?? id) : id;
    if (this.asList) {
      document.getElementById(`${kind}-${top}`)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const box = kind === 'note' ? this.boxes.get(top) : this.wall.group(id)?.box;
    if (box) this.camera.show(box);
  }

  /** The note before or after in reading order; undefined at either end. */
  beside(id: string, step: 1 | -1): string | undefined {
    const at = this.reading.indexOf(id);
    return at === -1 ? undefined : this.reading[at + step];
  }

  get editing(): string | null {
    return this.writing.editing;
  }
  get labelling(): string | null {
    return this.writing.labelling;
  }
  set labelling(groupId: string | null) {
    this.writing.labelling = groupId;
  }
  edit(id: string): void {
    this.writing.edit(id);
  }
  endEdit(how: { next?: boolean; refocus?: boolean } = {}): void {
    this.writing.endEdit(how);
  }
  add(at?: Point, wishes: NewNoteWishes = {}): void {
    this.writing.add(at, wishes);
  }
  addLines(text: string): number {
    return this.writing.addLines(text);
  }

  /** The board was closed to this person: hands off, nothing typed is lost. */
  stop(): void {
    this.hand.letGo();
    this.writing.stop();
    this.moveOpen = false;
    this.menu = null;
    this.clear();
  }

  showAs(list: boolean): void {
    this.endEdit({ refocus: false });
    this.asList = list;
    rememberList(list);
  }

  /** Said politely to who listens; the same words twice are said twice. */
  say(words: string): void {
    this.said = this.said === words ? `${words} ` : words;
  }

  sayCount(): void {
    if (this.selection.length > 0) {
      this.say(m.board_notes_selected({ count: this.selection.length }));
    }
  }

  boundsOf(ids: readonly string[]): Box | undefined {
    return boundsOf(ids.flatMap((id) => this.boxes.get(this.wall.note(id)?.top ?? id) ?? []));
  }

  boundsOfAll(): Box | undefined {
    return this.index.bounds;
  }
}

const [useBoard, giveBoard] = createContext<Board>();
export { giveBoard, useBoard };
