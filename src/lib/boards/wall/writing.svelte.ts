/**
 * Writing on the wall: which note or group name has the caret, where a new note comes to lie, and how
 * one note leads to the next. What is typed goes into the document letter by letter elsewhere.
 */
import { tick } from 'svelte';
import { BegunNotes } from '$lib/room/unsaved/begun-notes';
import type { NoteView } from '$lib/room/wall/wall-view.svelte';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type PaperColor } from '#document/schema';
import type { Board } from './board.svelte';
import { freeNear } from '#document/make-room';
import { offerWords } from './kept-words';
import { TypedWords } from './typed-words';
import { boundsOf, toWorld, type Box, type Point } from '$lib/plane/viewport';

export type NewNoteWishes = {
  color?: PaperColor;
  group?: string | null;
  /** The person pointed at the place: it lies there, whatever lies there already. */
  exact?: boolean;
  /** Its first letters. */
  text?: string;
};

export class Writing {
  readonly #board: Board;
  #note = $state.raw<NoteView | null>(null);
  labelling = $state<string | null>(null);
  /** A note made by this edit: ended by Enter it is followed by the next. */
  #fresh: string | null = null;
  /** The note just written and left by Escape: until something else is done, letters go on to the next note. */
  flow: string | null = null;
  /** How the note read when the caret came. */
  #begun = '';
  readonly typed = new TypedWords();

  readonly #begunNotes: BegunNotes;

  constructor(board: Board) {
    this.#board = board;
    this.#begunNotes = new BegunNotes(board.wall.boardId);
  }

  /** The note with the caret, as its field shows it: also when others took it away or laid another on it. */
  get note(): NoteView | null {
    return this.#note;
  }

  get editing(): string | null {
    return this.#note?.id ?? null;
  }

  edit(id: string): void {
    const board = this.#board;
    const note = board.wall.note(id);
    if (!note || !board.writable || !board.mayChange(id)) return;
    if (!board.selected.has(id) || board.selected.size > 1) board.select([id]);
    this.#begun = note.text;
    this.#note = note;
    this.flow = null;
  }

  /**
   * Ends an edit, whatever ended it. What was typed is already in the document, save what it did not take:
   * that is offered. A note that is left empty goes.
   */
  endEdit({ next = false, refocus = true }: { next?: boolean; refocus?: boolean } = {}): void {
    const board = this.#board;
    const id = this.editing;
    if (id === null) return;
    const loose = board.wall.takeLoose(id);
    this.#note = null;
    const note = board.wall.note(id);
    const empty = note?.text.trim() === '' && note.picture === null;
    this.typed.remember(id, { begun: this.#begun, text: note?.text ?? '' });
    const wasFresh = this.#fresh === id;
    this.#begunNotes.end([id]);
    this.#fresh = null;
    if (loose !== '') offerWords(board, loose);
    if (empty) {
      board.wall.removeEmpty([id]);
      board.drop(id);
      if (refocus && !wasFresh) board.clear();
    } else if (wasFresh && next && note) {
      this.add(
        { x: note.place.x + NOTE_WIDTH + NOTE_GAP, y: note.place.y },
        { color: note.color, group: note.group },
      );
    } else if (refocus) {
      board.clear();
      this.flow = id;
      void board.focus(id);
    }
  }

  /** A new note with the caret in it, in the middle of the view when no place is given, clear of what lies there. */
  add(at?: Point, more: NewNoteWishes = {}): void {
    const board = this.#board;
    if (!board.writable) return;
    this.endEdit({ refocus: false });
    // From the first note on the view is the person's own: it no longer jumps to fit.
    board.camera.stay();
    const size = { w: NOTE_WIDTH, h: NOTE_HEIGHT };
    const place = more.exact && at ? at : this.#free({ ...(at ?? this.#middle()), ...size });
    const id = board.wall.addNote({
      at: [Math.round(place.x), Math.round(place.y)],
      color: more.color ?? board.manners.paper,
      group: more.group ?? null,
      ...(more.text === undefined ? {} : { text: more.text }),
    });
    if (id === null) return;
    board.select([id]);
    this.#fresh = id;
    this.#begun = '';
    this.#note = board.wall.note(id) ?? null;
    this.#begunNotes.begin(id);
    this.flow = null;
    this.#reveal([id]);
  }

  /** A list becomes a note per line. @returns how many. */
  addLines(text: string): number {
    const board = this.#board;
    if (!board.writable) return 0;
    const ids = board.wall.addLines(text, { color: board.manners.paper });
    board.select(ids);
    this.#reveal(ids);
    return ids.length;
  }

  /** Takes away what an earlier page of this person left empty, unless another tab has it open. */
  clearBegun(): void {
    const { others } = this.#board.wall;
    const left = this.#begunNotes.all().filter((id) => id !== this.editing);
    const free = left.filter((id) => others.every(({ typing }) => typing !== id));
    if (free.length === 0) return;
    this.#board.wall.removeEmpty(free);
    this.#begunNotes.end(free);
  }

  /** The page goes: a note that is still empty is not left behind, and not forgotten either. */
  leavePage(): void {
    if (this.editing !== null) this.#board.wall.removeEmpty([this.editing]);
  }

  /** The board was closed to this person. */
  stop(): void {
    this.endEdit({ refocus: false });
    this.labelling = null;
  }

  #reveal(ids: readonly string[]): void {
    const board = this.#board;
    void tick().then(() => {
      const box = boundsOf(ids.flatMap((id) => board.boxes.get(id) ?? []));
      if (box) board.camera.show(box);
    });
  }

  #free(wanted: Box): Point {
    const board = this.#board;
    const taken = [...board.wall.groups.map((group) => group.box), ...board.boxes.values()];
    return freeNear(wanted, { taken, gap: NOTE_GAP });
  }

  #middle(): Point {
    const { camera } = this.#board;
    const middle = toWorld(camera.view, { x: camera.middle.x, y: camera.middle.y - 40 });
    return { x: middle.x - NOTE_WIDTH / 2, y: middle.y - NOTE_HEIGHT / 2 };
  }
}
