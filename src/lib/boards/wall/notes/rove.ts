/** Keys that lead the focus from note to note, and to the names of groups: arrows in space, Home and End to the first and last. */
import type { Board } from '$lib/boards/wall/board.svelte';
import { directionOf } from '$lib/plane/toward';

/**
 * @param from id of the note or group that has the focus; null: none of them has.
 * @returns whether the key was one of these, and is done with.
 */
export function rove(event: KeyboardEvent, from: string | null, board: Board): boolean {
  if (event.altKey) return false;
  const to = whereTo(event.key, from, board);
  if (to === null) return false;
  event.preventDefault();
  event.stopPropagation();
  board.writing.flow = null;
  if (to !== undefined && to !== from) void board.focus(to);
  return true;
}

/** @returns null for a key that leads nowhere, undefined where nothing lies that way. */
function whereTo(key: string, from: string | null, { roving }: Board): string | undefined | null {
  if (key === 'Home') return roving.first;
  if (key === 'End') return roving.last;
  const direction = directionOf(key);
  if (!direction) return null;
  return from === null ? roving.stop : roving.toward(from, direction);
}
