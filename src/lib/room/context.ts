/** The rooms of the sprint that is open, given to components by the sprint's layout. */
import { createContext } from 'svelte';
import type { SprintRooms } from '$lib/room/sprint-rooms.svelte';

const [get, set] = createContext<SprintRooms>();

export const useRooms: () => SprintRooms = get;

export function provideRooms(rooms: SprintRooms): void {
  set(rooms);
}
