/**
 * One value that is listened to by itself. Not a `$state`: made in the midst of a derived, as a slot
 * is when a thing first asks, a state is not heard by that derived, which would never run again.
 */
import { createSubscriber } from 'svelte/reactivity';

export class Slot<T> {
  #value: T;
  #update: (() => void) | undefined;
  readonly #listen = createSubscriber((update) => {
    this.#update = update;
    return () => (this.#update = undefined);
  });

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    this.#listen();
    return this.#value;
  }
  set value(value: T) {
    if (value === this.#value) return;
    this.#value = value;
    this.#update?.();
  }
}
