/** What on a wall can have the focus, and where it lies for the arrow keys: its notes, and the names of its groups. */
import { untrack } from 'svelte';
import { GROUP_HEADER } from '#document/schema';
import { firstOf } from '$lib/plane/nearest-first';
import type { FocusPlaces } from '$lib/plane/roving-focus.svelte';
import type { Box } from '$lib/plane/viewport';
import type { Board } from './board.svelte';

/** @returns the box of an open note, or of the strip on which a group's name stands. */
export function placeOnWall({ boxes, wall }: Board, id: string): Box | undefined {
  const box = boxes.get(id);
  if (box) return box;
  const group = wall.group(id)?.box;
  // The name lies across the upper edge.
  return group && { ...group, y: group.y - GROUP_HEADER / 2, h: GROUP_HEADER };
}

export function wallPlaces(board: Board): FocusPlaces {
  /** A group's name is a control only where something can be done with it. */
  const order = (): readonly string[] => (board.writable ? board.index.order : board.index.reading);
  return {
    get order() {
      return order();
    },
    boxOf: (id) => placeOnWall(board, id),
    get entry() {
      const { index, camera } = board;
      const inView = index.within(camera.inView);
      return untrack(() => firstOf(inView, board.boxes) ?? order()[0]);
    },
  };
}
