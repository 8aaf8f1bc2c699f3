/**
 * One's own pad: a room for the whole week that nobody else enters, so there is nobody in it and nothing
 * is told of who is where on it. Never read-only: what a person draws here is always kept. Made by SprintRooms.
 */
import { editingIn, type KeyedText } from '$lib/room/open-room.svelte';
import { RoomClient } from '$lib/room/room-client.svelte';
import type { RoomOptions } from '$lib/room/room-line';
import type { editingOf } from '$lib/room/text-editing';

export class OpenPad {
  readonly room: RoomClient;

  constructor(options: RoomOptions, refused: (code: number) => void) {
    this.room = new RoomClient(options);
    let told = false;
    this.room.line.onChange(() => {
      const { status } = this.room.line;
      if (status.kind !== 'refused' || told) return;
      told = true;
      refused(status.code);
    });
  }

  /** For `<textarea {@attach pad.editing(text)}>`. */
  editing(text: Omit<KeyedText, 'key'>): ReturnType<typeof editingOf> {
    return editingIn(this.room, text);
  }

  destroy(): void {
    void this.room.destroy();
  }
}
