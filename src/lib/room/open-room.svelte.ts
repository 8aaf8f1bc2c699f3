/**
 * Open boards of a kind that makes its own view: the room, who else is in it, and the fields that are
 * tied to its texts. The view is made by who shows it, so that its code is fetched only where such a
 * board is shown. Made by SprintRooms.
 */
import type { BoardAddress, Stage } from '#protocol/stage';
import { PresenceView } from '$lib/room/presence-view.svelte';
import { RoomClient } from '$lib/room/room-client.svelte';
import type { RoomOptions } from '$lib/room/room-line';
import { editingOf, type SharedText } from '$lib/room/text-editing';

export type KeyedText = Pick<SharedText, 'read' | 'max'> & {
  /** Of the thing that it is on: who else is here sees that somebody writes in it. */
  key: string;
  /** Asked only where one may write here. */
  edit(change: { before: string; after: string; caret: number }): void;
};

/** One board; end it with `destroy`. */
export class OpenRoom {
  readonly boardId: string;
  readonly kind: BoardAddress['kind'];
  readonly room: RoomClient;
  readonly presence: PresenceView;
  readonly #options: RoomOptions;

  constructor(
    { boardId, kind }: BoardAddress,
    options: RoomOptions,
    refused: (code: number, room: string) => void,
  ) {
    this.boardId = boardId;
    this.kind = kind;
    this.#options = options;
    this.room = new RoomClient(options);
    this.presence = new PresenceView(this.room.awareness);
    let told = false;
    this.room.line.onChange(() => {
      const { status } = this.room.line;
      if (status.kind !== 'refused' || told) return;
      told = true;
      refused(status.code, options.room);
    });
  }

  follow({ readOnly, cursorsHidden }: { readOnly: boolean; cursorsHidden: boolean }): void {
    this.#options.readOnly = readOnly;
    this.room.readOnly = readOnly;
    this.presence.cursorsHidden = cursorsHidden;
  }

  /** For `<textarea {@attach open.editing(text)}>`. */
  editing({ key, ...text }: KeyedText): ReturnType<typeof editingOf> {
    return editingIn(this.room, text, (typing) => this.presence.setTyping(typing ? key : null));
  }

  destroy(): void {
    this.presence.destroy();
    void this.room.destroy();
  }
}

/** A text of a room, for a field; nothing that is typed is taken while the room is only read. */
export function editingIn(
  room: RoomClient,
  { edit, ...text }: Omit<KeyedText, 'key'>,
  onTyping: (typing: boolean) => void = () => undefined,
): ReturnType<typeof editingOf> {
  return editingOf({
    ...text,
    edit(change) {
      if (room.line.readOnly) return false;
      edit(change);
      return true;
    },
    onChange(listener) {
      room.doc.on('afterTransaction', listener);
      return () => room.doc.off('afterTransaction', listener);
    },
    onTyping(typing) {
      room.endStep();
      onTyping(typing);
    },
  });
}

type Owner = {
  options(room: string, more: Partial<RoomOptions>): RoomOptions;
  refused(code: number, room: string): void;
};

/** The boards of other kinds than the wall that are worked on now: the open step's and those beside it. */
export class OpenRooms {
  readonly #owner: Owner;
  #opened = $state.raw<readonly OpenRoom[]>([]);

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  get all(): readonly OpenRoom[] {
    return this.#opened;
  }

  of(room: string | undefined): OpenRoom | null {
    return this.#opened.find((open) => open.room.room === room) ?? null;
  }

  follow({ now }: Stage): void {
    const wanted = [
      ...(now?.board ? [{ board: now.board, writable: now.boardWritable }] : []),
      ...(now?.beside ?? []),
    ].filter(({ board }) => board.kind !== 'wall');
    const were = this.#opened;
    const opened = wanted.map(({ board, writable }) => {
      const readOnly = !writable;
      const open = this.of(board.room) ?? this.look(board, { undo: true, readOnly });
      const isOwn = board.room === now?.board?.room;
      open.follow({ readOnly, cursorsHidden: isOwn && now.cursorsHidden });
      return open;
    });
    const isSame = opened.length === were.length && opened.every((open) => were.includes(open));
    if (!isSame) this.#opened = opened;
    for (const open of were) if (!opened.includes(open)) open.destroy();
  }

  /** One more, of an earlier step: for who looks back, and ends it. */
  look(board: BoardAddress, more: Partial<RoomOptions> = {}): OpenRoom {
    const options = this.#owner.options(board.room, { undo: false, readOnly: true, ...more });
    return new OpenRoom(board, options, (code, room) => this.#owner.refused(code, room));
  }

  destroy(): void {
    for (const open of this.#opened) open.destroy();
    this.#opened = [];
  }
}
