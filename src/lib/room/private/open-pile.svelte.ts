/** The open pile: one room for the whole sprint, seen per wall, watched for notes to rescue. */
import type { DirtyRecord } from '$lib/room/unsaved/dirty-records';
import { keepAsLate, watchPile } from '$lib/room/unsaved/pile-rescue';
import { PileView } from './pile-view.svelte';
import { RoomClient } from '$lib/room/room-client.svelte';
import type { RoomOptions } from '$lib/room/room-line';

export type PileOwner = {
  refused(code: number, room: string): void;
  wallTexts(boardId: string): Promise<ReadonlySet<string>>;
};

export class OpenPile {
  readonly room: string;
  readonly #client: RoomClient;
  readonly #watch: ReturnType<typeof watchPile>;
  #view = $state.raw<PileView | null>(null);

  constructor(options: RoomOptions, owner: PileOwner) {
    this.room = options.room;
    this.#client = new RoomClient(options);
    this.#watch = watchPile(this.#client.line, {
      wallTexts: (boardId) => owner.wallTexts(boardId),
    });
    let told = false;
    this.#client.line.onChange(() => {
      const { status } = this.#client.line;
      if (status.kind !== 'refused' || told) return;
      told = true;
      owner.refused(status.code, options.room);
    });
  }

  /** The room itself: open whatever wall is shown. */
  get client(): RoomClient {
    return this.#client;
  }

  /** Of the wall that is shown now; null while no step with a board is open. */
  get view(): PileView | null {
    return this.#view;
  }

  show(boardId: string | null, { revealed }: { revealed: boolean }): void {
    if (boardId !== (this.#view?.boardId ?? null)) {
      this.#view?.destroy();
      const typedIntoGone = (): void => this.#watch.look();
      this.#view = boardId === null ? null : new PileView(this.#client, { boardId, typedIntoGone });
    }
    if (this.#view) this.#view.revealed = revealed;
  }

  keepLate(records: readonly DirtyRecord[]): void {
    keepAsLate(this.#client.doc, records, Date.now());
  }

  destroy(): void {
    this.#watch.end();
    this.#view?.destroy();
    void this.#client.destroy();
  }
}
