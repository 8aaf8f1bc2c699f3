/**
 * A clock that components may read: whoever reads `tick()` inside an effect is run again four times
 * a second, for as long as somebody reads. Outside effects (server rendering) it costs nothing.
 */
import { createSubscriber } from 'svelte/reactivity';

const TICK_MS = 250;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, TICK_MS);
  return () => clearInterval(timer);
});

export function tick(): void {
  subscribe();
}
