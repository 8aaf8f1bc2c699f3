/** The backplane of a single node: listeners are called at once, in order. */
import type { Backplane, Signal } from '#server/backplane/backplane';

export function inProcessBackplane(): Backplane {
  const listeners = new Set<(signal: Signal) => void>();
  return {
    publish(signal) {
      for (const listener of [...listeners]) listener(signal);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
