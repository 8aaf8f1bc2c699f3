/**
 * An open board as plains: what is on it keeps its identity while it reads the same, and each act is one
 * step of undo. The ground under the model of every kind that draws from its plain document. Ended by
 * who made it; the board itself is ended by who opened it.
 */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import { keepEqual } from '$lib/boards/keep-equal';
import { nextFrame } from '$lib/room/next-frame';
import type { KeyedText } from '$lib/room/open-room.svelte';
import type { OtherPerson } from '$lib/room/presence-view.svelte';
import type { TextField } from '$lib/room/text-editing';
import type { WallRoom } from '$lib/room/wall/wall-room';

/** A board that is open, living or still. */
export type OpenBoard = {
  readonly boardId: string;
  readonly room: WallRoom;
  readonly presence: { readonly others: readonly OtherPerson[] };
  editing(text: KeyedText): (field: TextField) => () => void;
};

export class Followed<Plain> {
  readonly open: OpenBoard;
  readonly #end: () => void;
  #plain: Plain;

  /** @param read never throws; equal documents read equal. */
  constructor(open: OpenBoard, read: (doc: Y.Doc) => Plain) {
    const { room } = open;
    this.open = open;
    this.#plain = $state.raw(read(room.doc));
    const again = (): void => {
      this.#plain = keepEqual(this.#plain, read(room.doc));
    };
    // Own changes are shown at once, others' once per frame.
    const frame = nextFrame(again);
    const onChange = ({ local: own }: { local: boolean }): void => {
      if (own) again();
      else frame.ask();
    };
    room.doc.on('afterTransaction', onChange);
    this.#end = () => {
      frame.cancel();
      room.doc.off('afterTransaction', onChange);
    };
  }

  destroy(): void {
    this.#end();
  }

  get plain(): Plain {
    return this.#plain;
  }
  get room(): WallRoom {
    return this.open.room;
  }
  get readOnly(): boolean {
    return this.room.readOnly;
  }
  /** Who else writes in the text of that key now; undefined when nobody does. */
  writerOf(key: string): string | undefined {
    return this.open.presence.others.find((other) => other.typing === key)?.member.name;
  }

  get canUndo(): boolean {
    return this.room.canUndo && !this.readOnly;
  }
  get canRedo(): boolean {
    return this.room.canRedo && !this.readOnly;
  }
  undo(): void {
    this.room.undo();
  }
  redo(): void {
    this.room.redo();
  }

  /** One step of undo. @returns whether it was done: false on a board that is only read. */
  act(act: (doc: Y.Doc) => void): boolean {
    if (this.room.line.readOnly) return false;
    this.room.step(() => act(this.room.doc));
    return true;
  }

  /** The same for something new. @returns its id; null where nothing was added. */
  add(add: (doc: Y.Doc, id: string) => void): string | null {
    const id = nanoid();
    return this.act((doc) => add(doc, id)) ? id : null;
  }
}
