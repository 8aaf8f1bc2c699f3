/**
 * What lies under a point of the plane where no element says so: notes and groups that are drawn on
 * the canvas. Asked at a press, never while something moves.
 */
import type { Board } from '$lib/boards/wall/board.svelte';
import type { Pressed } from '$lib/plane/plane-port';
import { holds, type Point } from '$lib/plane/viewport';

export function hasElement(noteId: string): boolean {
  return document.getElementById(`note-${noteId}`) !== null;
}

/** @param point in the plane's units. @returns the topmost note, else the group, else the wall. */
export function bareAt(board: Board, point: Point): Pressed {
  const note = board.index.drawnAt(point).at(-1);
  if (note !== undefined && !hasElement(note)) return { kind: 'thing', id: note };
  const group = board.wall.groups.findLast(({ box }) => holds(box, point));
  return group ? { kind: 'frame', id: group.id } : { kind: 'ground' };
}
