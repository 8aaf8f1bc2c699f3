/**
 * One's own pile for one wall, for the screen: hidden notes while the exercise is written, late
 * notes after its reveal. Never read-only: what a person types here is always kept.
 */
import { nanoid } from 'nanoid';
import { limits } from '#domain/limits';
import * as pile from '#document/boards/pile';
import { storedMap, storedText } from '#document/boards/stored';
import { local } from '#document/origins';
import { plainPile, type PlainPileNote } from '#document/plain';
import { roots, type PaperColor } from '#document/schema';
import { KeyedViews } from '$lib/room/wall/keyed-views';
import { nextFrame } from '$lib/room/next-frame';
import { PileNoteView } from '$lib/room/wall/note-view.svelte';
import { linesOf } from '$lib/room/wall/pasted-lines';
import type { RoomClient } from '$lib/room/room-client.svelte';
import { editingOf } from '$lib/room/text-editing';

export { PileNoteView } from '$lib/room/wall/note-view.svelte';

export class PileView {
  readonly room: RoomClient;
  /** The wall for which these notes are written. */
  readonly boardId: string;
  readonly #views = new KeyedViews<PlainPileNote, PileNoteView>((plain) => new PileNoteView(plain));
  readonly #typedIntoGone: () => void;
  readonly #frame = nextFrame(() => this.#read());
  readonly #ends: (() => void)[];
  #notes = $state.raw<readonly PileNoteView[]>([]);
  #revealed = $state(false);
  /** The note made by the last act, still without words: making it and its first words are one step of undo. */
  #made: string | null = null;

  /** @param typedIntoGone called when a letter was typed into a note that the reveal has just taken. */
  constructor(
    room: RoomClient,
    { boardId, typedIntoGone }: { boardId: string; typedIntoGone: () => void },
  ) {
    this.room = room;
    this.boardId = boardId;
    this.#typedIntoGone = typedIntoGone;
    const onTransaction = ({ local: own }: { local: boolean }): void =>
      own ? this.#read() : this.#frame.ask();
    room.doc.on('afterTransaction', onTransaction);
    this.#ends = [
      () => room.doc.off('afterTransaction', onTransaction),
      room.line.onChange(() => this.#showUnsaved()),
      this.#frame.cancel,
    ];
    this.#read();
  }

  destroy(): void {
    for (const end of this.#ends) end();
  }

  /** Mine for this wall, in my order. */
  get notes(): readonly PileNoteView[] {
    return this.#notes;
  }

  /** Those that came after the reveal; empty while the exercise is still being written. */
  get late(): readonly PileNoteView[] {
    return this.#revealed ? this.#notes.filter((note) => note.text.trim() !== '') : [];
  }

  /** Notes with text. */
  get count(): number {
    return this.#notes.filter((note) => note.text.trim() !== '').length;
  }

  /** Told from the stage: the writing of this wall is over. */
  get revealed(): boolean {
    return this.#revealed;
  }
  set revealed(revealed: boolean) {
    this.#revealed = revealed;
  }

  note(id: string): PileNoteView | undefined {
    return this.#notes.find((note) => note.id === id);
  }

  /** @param note.about what on the board it is about, where the exercise has such a thing. */
  addNote(note: {
    color: PaperColor;
    text?: string;
    before?: string | null;
    about?: string;
  }): string {
    const id = nanoid();
    const whole = { ...note, id, wall: this.boardId, createdAt: Date.now() };
    this.room.step(() => pile.addPileNote(this.room.doc, whole, local));
    if (note.text === undefined) this.#made = id;
    return id;
  }

  /** One note per line that says something. */
  addLines(
    text: string,
    { color, before = null }: { color: PaperColor; before?: string | null },
  ): string[] {
    const createdAt = Date.now();
    const notes = linesOf(text).map((line) => ({
      id: nanoid(),
      wall: this.boardId,
      text: line,
      color,
      before,
      createdAt,
    }));
    this.room.step(() => pile.addPileNotes(this.room.doc, notes, local));
    return notes.map((note) => note.id);
  }

  setNoteText(id: string, text: string): void {
    this.room.step(() => pile.setPileNoteText(this.room.doc, id, text, local));
  }

  colorNotes(ids: readonly string[], color: PaperColor): void {
    this.room.step(() => pile.colorPileNotes(this.room.doc, ids, color, local));
  }

  removeNotes(ids: readonly string[]): void {
    this.room.step(() => pile.removePileNotes(this.room.doc, ids, local));
  }

  reorder(id: string, before: string | null): void {
    this.room.step(() => pile.reorderPileNote(this.room.doc, id, before, local));
  }

  get canUndo(): boolean {
    return this.room.canUndo;
  }
  get canRedo(): boolean {
    return this.room.canRedo;
  }
  undo(): void {
    this.room.undo();
  }
  redo(): void {
    this.room.redo();
  }

  /** For `<textarea {@attach pile.editing(note.id)}>`. */
  editing(noteId: string): (field: HTMLTextAreaElement | HTMLInputElement) => () => void {
    const { doc } = this.room;
    const text = (): string | undefined =>
      storedText(storedMap(roots.notes(doc), noteId), 'text')?.toString();
    let color: PaperColor = 'yellow';
    return editingOf({
      read: text,
      edit: (change) => {
        color = this.note(noteId)?.color ?? color;
        if (this.#made === noteId) this.room.joinStep();
        this.#made = null;
        pile.editPileNoteText(doc, noteId, change, local);
      },
      // The reveal has taken this note from under the writer's hands: the text waits for rescue.
      adrift: (words) => {
        this.room.line.keepText(noteId, { text: words, color, wall: this.boardId });
        this.#typedIntoGone();
        return true;
      },
      onChange: (listener) => {
        doc.on('afterTransaction', listener);
        return () => doc.off('afterTransaction', listener);
      },
      onTyping: () => this.room.endStep(),
      max: limits.note,
    });
  }

  #read(): void {
    this.#frame.cancel();
    const mine = plainPile(this.room.doc).filter((note) => note.wall === this.boardId);
    this.#notes = this.#views.apply(mine, this.#notes);
  }

  #showUnsaved(): void {
    const unsaved = this.room.line.unsavedNotes();
    for (const view of this.#views.values()) view.unsaved = unsaved.has(view.id);
  }
}
