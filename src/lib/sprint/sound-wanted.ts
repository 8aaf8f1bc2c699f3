/** Whether this browser wants to hear the room, as it was last chosen there. */
import { keptStorage } from '$lib/room/unsaved/kept-storage';

const KEY = 'sprintkamer.sound';

export function recallSound(): boolean {
  return keptStorage().getItem(KEY) === 'on';
}

export function rememberSound(on: boolean): void {
  keptStorage().setItem(KEY, on ? 'on' : 'off');
}
