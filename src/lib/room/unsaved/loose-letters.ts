/**
 * Letters that a field holds beside its note, because the note was fastened while somebody wrote in it. They
 * are offered when their writer leaves the field. Kept by the wall's view; one field has the caret.
 */
import { spliceBetween } from '#document/text';

export class LooseLetters {
  #left: { noteId: string; before: string; after: string } | null = null;

  /** @param change what the note did not take, against what it took last; null once it takes all again. */
  note(noteId: string | null, change: { before: string; after: string } | null): void {
    if (noteId !== null) this.#left = change && { ...change, noteId };
  }

  /** @returns '' for none. Asked once. */
  take(noteId: string): string {
    const left = this.#left?.noteId === noteId ? this.#left : null;
    if (left) this.#left = null;
    return left ? (spliceBetween(left.before, left.after)?.insert.trim() ?? '') : '';
  }
}
