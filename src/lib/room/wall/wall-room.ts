/** What a wall's view asks of the room behind it: of a living one, or of one that stands still. Types only. */
import type { RoomClient } from '$lib/room/room-client.svelte';
import type { RoomLine } from '$lib/room/room-line';

export type WallRoom = Pick<
  RoomClient,
  | 'doc'
  | 'awareness'
  | 'status'
  | 'saved'
  | 'space'
  | 'loaded'
  | 'readOnly'
  | 'canUndo'
  | 'canRedo'
  | 'undo'
  | 'redo'
  | 'step'
  | 'endStep'
  | 'joinStep'
  | 'destroy'
> & {
  readonly line: Pick<
    RoomLine,
    | 'onChange'
    | 'onBreach'
    | 'readOnly'
    | 'status'
    | 'clean'
    | 'caughtUp'
    | 'keepsCopy'
    | 'unsavedNotes'
    | 'dirtyTexts'
    | 'keepText'
    | 'forget'
  >;
};
