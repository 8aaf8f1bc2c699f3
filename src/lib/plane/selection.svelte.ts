/** Which things this person has selected, in reading order; told to whoever shows it to the others. */
import { lookup } from './lookup';
import { KeyedSet } from './keyed-set.svelte';

type Of = {
  /** Whether it lies open: what does not is selected no longer. */
  has(id: string): boolean;
  /** All that can be selected, in reading order. */
  order(): readonly string[];
  tell(ids: readonly string[]): void;
};

export class Selection {
  readonly ids = new KeyedSet();
  readonly #of: Of;

  constructor(of: Of) {
    this.#of = of;
  }

  /** Without those that are gone by now. Asks after the set as a whole: thousands may be selected. */
  readonly inOrder: readonly string[] = $derived.by(() => {
    if (this.ids.size < 2) return [...this.ids].filter((id) => this.#of.has(id));
    const chosen = lookup([...this.ids].map((id) => [id, true] as const));
    return this.#of.order().filter((id) => chosen.has(id));
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
    this.#of.tell([...this.ids]);
  }
}
