/**
 * The note that a person has begun on a wall and not written in yet, remembered beyond the page: left empty
 * by a tab that was closed it would hang there for everybody, and nobody could tell whose it is. Ids only.
 */
import { keptStorage } from './kept-storage';

const PREFIX = 'sprintkamer/begun/';

export class BegunNotes {
  readonly #key: string;
  readonly #storage: Storage;

  /** @param room by its name, lineage included: another room has other notes. */
  constructor(room: string, storage: Storage = keptStorage()) {
    this.#key = PREFIX + room;
    this.#storage = storage;
  }

  begin(noteId: string): void {
    this.#write([...this.all(), noteId]);
  }

  /** Its edit ended: it has words, or is gone. */
  end(noteIds: readonly string[]): void {
    const all = this.all();
    const rest = all.filter((id) => !noteIds.includes(id));
    if (rest.length < all.length) this.#write(rest);
  }

  all(): string[] {
    return (this.#storage.getItem(this.#key) ?? '').split(' ').filter(Boolean);
  }

  #write(ids: readonly string[]): void {
    try {
      if (ids.length === 0) this.#storage.removeItem(this.#key);
      else this.#storage.setItem(this.#key, ids.join(' '));
    } catch {
      // A full storage keeps nobody from writing: the server clears the wall when a vote opens.
    }
  }
}
