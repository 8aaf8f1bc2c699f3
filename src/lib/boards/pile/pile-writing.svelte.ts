/**
 * The hands on a pile: where the caret goes when a note is begun, ended, pasted or removed. The notes
 * themselves are the pile view's.
 */
import { flushSync } from 'svelte';
import { toast } from 'svelte-sonner';
import { m } from '$lib/paraglide/messages';
import type { PileView } from '$lib/room/private/pile-view.svelte';

/** The button that begins a note; focus goes there when no note is left to go to. */
export const MORE_ID = 'mine-more';
/** Everybody writes on the same paper: a colour of one's own would tell who wrote what. */
const PAPER = 'yellow';

function field(noteId: string): HTMLElement | null {
  return document.getElementById(`mine-${noteId}`);
}

export class PileWriting {
  readonly #pile: PileView;
  #fresh = $state<string | null>(null);

  constructor(pile: PileView) {
    this.#pile = pile;
  }

  /** The note just begun: it takes the caret as it appears. */
  get fresh(): string | null {
    return this.#fresh;
  }

  /** Begins a note, last or before another; within the gesture itself, so that a phone opens its keyboard. */
  add(before: string | null = null): void {
    const last = this.#pile.notes.at(-1);
    if (before === null && last && last.text.trim() === '') {
      field(last.id)?.focus();
      return;
    }
    flushSync(() => (this.#fresh = this.#pile.addNote({ color: PAPER, before })));
    field(this.#fresh ?? '')?.scrollIntoView({ block: 'nearest' });
  }

  /** Enter: on to the next note, which is begun when there is none waiting. */
  next(index: number): void {
    const note = this.#pile.notes[index];
    if (!note || note.text.trim() === '') return;
    const following = this.#pile.notes[index + 1];
    if (following && following.text.trim() === '') field(following.id)?.focus();
    else this.add(following?.id ?? null);
  }

  addLines(text: string): void {
    const ids = this.#pile.addLines(text, { color: PAPER });
    toast(m.board_notes_pasted({ count: ids.length }));
  }

  /** A list pasted into an empty note takes its place. */
  replaceByLines(noteId: string, text: string): void {
    const ids = this.#pile.addLines(text, { color: PAPER, before: noteId });
    this.#pile.removeNotes([noteId]);
    toast(m.board_notes_pasted({ count: ids.length }));
    document.getElementById(MORE_ID)?.focus();
  }

  remove(index: number): void {
    const note = this.#pile.notes[index];
    if (!note) return;
    const had = note.text.trim() !== '';
    const neighbour = this.#pile.notes[index - 1] ?? this.#pile.notes[index + 1];
    this.#pile.removeNotes([note.id]);
    (neighbour ? field(neighbour.id) : document.getElementById(MORE_ID))?.focus();
    if (!had) return;
    toast(m.board_note_removed(), {
      action: { label: m.board_note_undo(), onClick: () => this.#pile.undo() },
    });
  }

  /** A note left empty goes, once the focus has moved on. */
  leave(noteId: string): void {
    setTimeout(() => {
      const empty = this.#pile.note(noteId)?.text.trim() === '';
      if (empty && document.activeElement !== field(noteId)) this.#pile.removeNotes([noteId]);
    });
  }
}
