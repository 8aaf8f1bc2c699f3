/** What passes over the live socket without being part of the stage, told to whoever listens now. */
import type { LiveDown } from '#protocol/stage';

export type Saying = Extract<LiveDown, { kind: 'reaction' | 'nudged' | 'come' }>;
type SayingOf<K extends Saying['kind']> = Extract<Saying, { kind: K }>;
export type Listener<K extends Saying['kind']> = (saying: SayingOf<K>) => void;

export class Sayings {
  readonly #listeners: { [K in Saying['kind']]: Set<Listener<K>> } = {
    reaction: new Set(),
    nudged: new Set(),
    come: new Set(),
  };

  /** @returns what ends it. */
  on<K extends Saying['kind']>(kind: K, listener: Listener<K>): () => void {
    const listeners: Set<Listener<K>> = this.#listeners[kind];
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  tell<K extends Saying['kind']>(saying: SayingOf<K>): void {
    const listeners: Set<Listener<K>> = this.#listeners[saying.kind as K];
    for (const listener of [...listeners]) listener(saying);
  }
}
