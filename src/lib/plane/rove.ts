/** Keys that lead the focus over a plane: arrows in space, Home and End to the first and last as one reads. */
import type { RovingFocus } from './roving-focus.svelte';
import { directionOf } from './toward';

type Of = {
  /** Id of what has the focus; null: nothing on the plane has. */
  from: string | null;
  roving: RovingFocus;
  /** Moves the focus there, whether it has an element or not yet. */
  go: (id: string) => void;
};

/** @returns whether the key was one of these, and is done with. */
export function rove(event: KeyboardEvent, { from, roving, go }: Of): boolean {
  if (event.altKey) return false;
  const to = whereTo(event.key, from, roving);
  if (to === null) return false;
  event.preventDefault();
  event.stopPropagation();
  if (to !== undefined && to !== from) go(to);
  return true;
}

/** @returns null for a key that leads nowhere, undefined where nothing lies that way. */
function whereTo(key: string, from: string | null, roving: RovingFocus): string | undefined | null {
  if (key === 'Home') return roving.first;
  if (key === 'End') return roving.last;
  const direction = directionOf(key);
  if (!direction) return null;
  return from === null ? roving.stop : roving.toward(from, direction);
}
