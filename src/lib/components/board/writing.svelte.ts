/**
 * Writing on the wall: which note or group name has the caret, where a new note comes to lie, and how
 * one note leads to the next. What is typed goes into the document letter by letter elsewhere.
 */
import { tick } from 'svelte';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type PaperColor } from '#document/schema';
import type { Board } from './board.svelte';
import { freeNear } from '#document/make-room';
import { TypedWords } from './typed-words';
import { boundsOf, toWorld, type Box, type Point } from './viewport';

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
  editing = $state<string | null>(null);
  labelling = $state<string | null>(null);
  /** A note made by this edit: left empty it goes, ended by Enter it is followed by the next. */
  #fresh: string | null = null;
  /** The note just written and left by Escape: until something else is done, letters go on to the next note. */
  flow: string | null = null;
  /** The note that was shut while its writer typed: the letters still coming are no acts. */
  shutOn: string | null = null;
  /** How the note read when the caret came. */
  #begun = '';
  readonly typed = new TypedWords();

  constructor(board: Board) {
    this.#board = board;
  }

  edit(id: string): void {
    const board = this.#board;
    if (!board.writable || !board.mayChange(id)) return;
    if (!board.selected.has(id) || board.selected.size > 1) board.select([id]);
    this.#begun = board.wall.note(id)?.text ?? '';
    this.editing = id;
    this.flow = null;
    this.shutOn = null;
  }

  /** The note was shut to its writer. @returns what they had written in it; null when nothing. */
  shut(): string | null {
    const id = this.editing;
    if (id === null) return null;
    this.endEdit({ refocus: false });
    this.#board.select([id]);
    this.shutOn = id;
    void this.#board.focus(id);
    return this.typed.of(id) ?? null;
  }

  /** Ends an edit, whatever ended it. What was typed is already in the document. */
  endEdit({ next = false, refocus = true }: { next?: boolean; refocus?: boolean } = {}): void {
    const board = this.#board;
    const id = this.editing;
    if (id === null) return;
    this.editing = null;
    const note = board.wall.note(id);
    const empty = note?.text.trim() === '' && note.picture === null;
    this.typed.remember(id, { begun: this.#begun, text: note?.text ?? '' });
    const wasFresh = this.#fresh === id;
    this.#fresh = null;
    if (wasFresh && empty) {
      board.wall.removeEmpty([id]);
      board.drop(id);
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
    this.editing = id;
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

  stop(): void {
    this.editing = null;
    this.labelling = null;
    this.#fresh = null;
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
