/**
 * A set whose every member is listened to by itself: who asks after one hears of that one only,
 * also when it is not in the set. `SvelteSet` tells everybody who asked after a missing one. Who asks
 * for the size or goes through all hears of every change.
 */
import { Slot } from './slot';

export class KeyedSet extends Set<string> {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- each slot is heard by itself.
  readonly #slots = new Map<string, Slot<boolean>>();
  #version = $state(0);

  override has(key: string): boolean {
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = new Slot(super.has(key));
      this.#slots.set(key, slot);
    }
    return slot.value;
  }

  override add(key: string): this {
    if (super.has(key)) return this;
    super.add(key);
    this.#tell(key, true);
    return this;
  }

  override delete(key: string): boolean {
    if (!super.delete(key)) return false;
    this.#tell(key, false);
    return true;
  }

  override clear(): void {
    for (const key of [...super.keys()]) this.delete(key);
  }

  override get size(): number {
    void this.#version;
    return super.size;
  }
  override keys(): SetIterator<string> {
    void this.#version;
    return super.keys();
  }
  override values(): SetIterator<string> {
    void this.#version;
    return super.values();
  }
  override entries(): SetIterator<[string, string]> {
    void this.#version;
    return super.entries();
  }
  override forEach(visit: (key: string, again: string, set: Set<string>) => void): void {
    void this.#version;
    super.forEach(visit);
  }
  override [Symbol.iterator](): SetIterator<string> {
    return this.keys();
  }

  /** A slot is kept as long as the board: there are never more than things. */
  #tell(key: string, isIn: boolean): void {
    this.#version++;
    const slot = this.#slots.get(key);
    if (slot) slot.value = isIn;
  }
}
