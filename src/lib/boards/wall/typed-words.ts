/** What was written here in the last notes, until the server has it: some of it may have to be offered again. */

/** As many notes as somebody writes without a connection before they look up. */
const REMEMBERED = 50;

export class TypedWords {
  readonly #words = new Map<string, string>();

  /** @param begun how the note read when the caret came. */
  remember(noteId: string, { begun, text }: { begun: string; text: string }): void {
    this.#words.delete(noteId);
    if (text.trim() !== '' && text !== begun) this.#words.set(noteId, text.trim());
    const [oldest] = this.#words.keys();
    if (this.#words.size > REMEMBERED && oldest !== undefined) this.#words.delete(oldest);
  }

  of(noteId: string): string | undefined {
    return this.#words.get(noteId);
  }

  forget(): void {
    this.#words.clear();
  }
}
