/** Several rooms are open at once (the wall and my pile): the top bar says the least safe of them. */
import type { SavedState } from '$lib/room/room-line';

const gravity: readonly SavedState[] = [
  'offline-not-kept',
  'offline-kept',
  'not-taken',
  'busy',
  'saved',
];

/** @returns null while no room is open. */
export function worstSaved(
  rooms: readonly ({ readonly saved: SavedState } | null | undefined)[],
): SavedState | null {
  const states = rooms.flatMap((room) => room?.saved ?? []);
  return gravity.find((state) => states.includes(state)) ?? null;
}
