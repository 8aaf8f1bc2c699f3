/**
 * The loose note that takes the keys which come after a field was closed under its writer. Until the hidden
 * notes are laid it is nowhere but here, or it would be laid along with them; from then on it is kept in
 * the writer's own pile, letter by letter. Made by SprintRooms.
 */
import { nanoid } from 'nanoid';
import { limits } from '#domain/limits';
import { addPileNote, editPileNoteText, removePileNotes } from '#document/boards/pile';
import { local } from '#document/origins';
import { roots } from '#document/schema';
import type { RoomClient } from '$lib/room/room-client.svelte';
import { editingOf } from '$lib/room/text-editing';

export class LateNote {
  readonly id = nanoid();
  /** The wall for which its writer was writing. */
  readonly boardId: string;
  #text = $state('');
  #pile: RoomClient | null = null;

  /** @param text letters that the closed field held and that no document took. */
  constructor(boardId: string, text = '') {
    this.boardId = boardId;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** It is in the pile, so that nothing of it is lost when this page goes. */
  get isKept(): boolean {
    return this.#pile !== null && roots.notes(this.#pile.doc).has(this.id);
  }

  /** For `<textarea {@attach late.editing}>`. */
  readonly editing = editingOf({
    read: () => this.#text,
    edit: (change) => {
      this.#text = change.after;
      if (!this.#pile) return;
      if (this.isKept) editPileNoteText(this.#pile.doc, this.id, change, local);
      else this.#add(this.#pile);
    },
    onChange: () => () => {},
    onTyping: () => this.#pile?.endStep(),
    max: limits.note,
  });

  /** Nothing is laid from the pile by itself any more. */
  keepIn(pile: RoomClient): void {
    if (this.#pile) return;
    this.#pile = pile;
    this.#add(pile);
  }

  /** Its writer left it: what is empty goes. */
  end(): void {
    if (this.#pile && this.isKept && this.#text.trim() === '') {
      removePileNotes(this.#pile.doc, [this.id], local);
    }
  }

  #add(pile: RoomClient): void {
    const text = this.#text;
    if (text.trim() === '') return;
    const note = { id: this.id, wall: this.boardId, text, color: 'yellow' } as const;
    pile.step(() => addPileNote(pile.doc, { ...note, createdAt: Date.now() }, local));
  }
}
