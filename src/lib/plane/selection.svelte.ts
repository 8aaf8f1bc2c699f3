/** Which notes this person has selected, in reading order, and shown to the others as presence. */
import { PRESENCE_MAX_NOTES } from '#document/presence';
import type { WallView } from '$lib/room/wall/wall-view.svelte';
import { lookup } from './lookup';
import { KeyedSet } from './keyed-set.svelte';

export class Selection {
  readonly ids = new KeyedSet();
  readonly #wall: WallView;
  readonly #reading: () => readonly string[];

  /** @param reading all notes that can be selected, in reading order. */
  constructor(wall: WallView, reading: () => readonly string[]) {
    this.#wall = wall;
    this.#reading = reading;
  }

  /** Without those that are gone by now. Asks after the set as a whole: thousands may be selected. */
  readonly inOrder: readonly string[] = $derived.by(() => {
    if (this.ids.size < 2) return [...this.ids].filter((id) => this.#wall.note(id)?.top === id);
    const chosen = lookup([...this.ids].map((id) => [id, true] as const));
    return this.#reading().filter((id) => chosen.has(id));
  });

  select(ids: Iterable<string>, { add = false }: { add?: boolean } = {}): void {
    const wanted = lookup([...ids].map((id) => [id, true] as const));
    if (!add) for (const id of [...this.ids]) if (!wanted.has(id)) this.ids.delete(id);
    for (const id of wanted.keys()) this.ids.add(id);
    this.#tell();
  }

  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#tell();
  }

  drop(id: string): void {
    if (this.ids.delete(id)) this.#tell();
  }

  clear(): void {
    if (this.ids.size > 0) this.select([]);
  }

  #tell(): void {
    this.#wall.setSelection([...this.ids].slice(0, PRESENCE_MAX_NOTES));
  }
}
