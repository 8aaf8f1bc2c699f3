/** Somebody at work beside it all: a letter five times a second, each of which is to be acknowledged. */
import * as Y from 'yjs';
import { roots } from '#document/schema';
import { until, type BareClient } from '#tests/rooms/support/clients';

const KEY_MS = 200;

export class Typist {
  readonly noteId: string;
  readonly #client: BareClient;
  readonly #timer: NodeJS.Timeout;
  #typed = '';

  /** @param client with the document, in a room where it may write. */
  constructor(client: BareClient, noteId: string) {
    this.#client = client;
    this.noteId = noteId;
    const add = client.change((doc) => {
      const note = new Y.Map<unknown>();
      note.set('text', new Y.Text());
      roots.notes(doc).set(noteId, note);
    });
    client.sync(2, add);
    this.#timer = setInterval(() => this.#type(), KEY_MS);
  }

  #type(): void {
    const letter = 'abcdefghij'.charAt(this.#typed.length % 10);
    const update = this.#client.change((doc) => {
      const text = roots.notes(doc).get(this.noteId)?.get('text') as Y.Text;
      text.insert(text.length, letter);
    });
    this.#typed += letter;
    this.#client.sync(2, update);
  }

  /** All that it typed, once it is acknowledged. Fails when its line was closed or something is not. */
  async saved(): Promise<string> {
    const { frames } = this.#client;
    const typed = this.#typed;
    await until(
      () =>
        `all keys are acknowledged (${this.#client.acknowledged} of ${frames}, closed: ${this.#client.closed?.code})`,
      () => this.#client.acknowledged >= frames,
    );
    return typed;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
